package rote.trial.probes;

import java.util.List;
import java.util.function.Function;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.TrainedTrial;

/** Runs probes on a trained network. */
public final class Probes {
  private Probes() {}

  public static Function<TrainedTrial, List<ProbeItem>> of(List<Probe> probes) {
    return trained -> probes.stream().flatMap(probe -> items(probe, trained).stream()).toList();
  }

  private static List<ProbeItem> items(Probe probe, TrainedTrial trained) {
    return switch (probe) {
      case HIDDEN_WEIGHTS -> new HiddenWeights(trained).items();
      case NOISE_CONFIDENCE -> new NoiseConfidence(trained).items();
      case DRAWN_DIGITS -> new DrawnDigits(trained).items();
      case CRITICAL_SAMPLE_RATIO -> new CriticalSamples(trained).items();
      case EXAMPLE_CORRECTNESS -> new ExampleCorrectness(trained).items();
      case NOISE_ANSWERS -> new NoiseAnswers(trained).items();
      case LEARNED_WEIGHTS -> new LearnedWeights(trained).items();
      case MOVED_DIGITS -> new MovedDigits(trained).items();
      case LOCAL_MINIMUM -> new LocalMinimum(trained).items();
      case JUDGED_DRAWINGS -> new JudgedDrawings(trained).items();
      case WEIGHT_NUDGES -> new WeightNudges(trained).items();
      case TEST_ANSWERS -> new TestAnswers(trained).items();
      case LEARNING_ORDER -> new LearningOrder(trained).items();
      case SECOND_LAYER -> new SecondLayer(trained).items();
      case FEATURE_SCALES -> new FeatureScales(trained).items();
    };
  }
}
