package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.trial.probes.TinyTrials.number;

import java.util.List;
import org.junit.jupiter.api.Test;
import rote.analysis.metrics.Metric;
import rote.data.Dataset;
import rote.data.Inputs;
import rote.data.View;
import rote.data.catalog.Catalog;
import rote.experiment.MetricName;
import rote.network.Network;
import rote.network.ReferenceKernels;
import rote.network.vector.VectorKernels;
import rote.trial.Curve;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialResult;
import rote.trial.training.SoloTrainer;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialData;
import rote.trial.training.TrialRun;

class DrawingJudgeTest {
  private static final Dataset DIGITS = Catalog.load("pen-digits", List.of());
  private static final Trial TRIAL = Trial.defaults(2).with(Setting.TRAINING_EXAMPLES, 600).with(Setting.EPOCHS, 4);

  @Test
  void anotherSeedIsTheTrialWithOtherWeightsInAnotherOrder() {
    DrawingJudge judge = DrawingJudge.otherSeed(trained(TRIAL));
    assertThat(judge.trial().get(Setting.WEIGHTS_SEED)).isNotNull().isNotEqualTo(2).isEqualTo(judge.trial().get(Setting.ORDER_SEED));
    Trial alone = TRIAL.with(Setting.WEIGHTS_SEED, judge.trial().get(Setting.WEIGHTS_SEED))
        .with(Setting.ORDER_SEED, judge.trial().get(Setting.ORDER_SEED));
    double accuracy = new SoloTrainer(new VectorKernels(), () -> 0).train(alone, DIGITS).curve().last().test().accuracy();
    assertThat(number(judge.items(digits()), "other-seed-test-accuracy")).isEqualTo((float) accuracy);
  }

  @Test
  void judgesLearnFromTrueLabelsAlsoWhereTheTrialDoesNot() {
    Trial random = TRIAL.with(Setting.LABEL_CORRUPTION, 1f);
    assertThat(DrawingJudge.otherSeed(trained(random)).items(digits())).usingRecursiveComparison()
        .isEqualTo(DrawingJudge.otherSeed(trained(TRIAL)).items(digits()));
    assertThat(DrawingJudge.wide(trained(random)).items(digits())).usingRecursiveComparison()
        .isEqualTo(DrawingJudge.wide(trained(TRIAL)).items(digits()));
  }

  @Test
  void aDrawingIsRecognisedWhereTheJudgeAnswersWithItsClass() {
    List<ProbeItem> items = DrawingJudge.wide(trained(TRIAL)).items(digits());
    assertThat(number(items, "wide-test-accuracy")).isGreaterThan(0.8f);
    assertThat(metric(MetricName.DRAWN_RECOGNISED_BY_WIDE, items)).as("training images are").isGreaterThanOrEqualTo(0.9);
    float[][] shifted = digits();
    float[] first = shifted[0];
    System.arraycopy(shifted, 1, shifted, 0, 9);
    shifted[9] = first;
    assertThat(metric(MetricName.DRAWN_RECOGNISED_BY_WIDE, DrawingJudge.wide(trained(TRIAL)).items(shifted)))
        .as("of the next class").isLessThanOrEqualTo(0.1);
  }

  /** The first of a view are in its order, so a judge of few examples learns from a random share. */
  @Test
  void theFirstOfAViewAreItsFirst() {
    View training = TrialData.of(TRIAL, DIGITS).training();
    View first = training.first(7);
    assertThat(first.count()).isEqualTo(7);
    assertThat(first.label(6)).isEqualTo(training.label(6));
    assertThat(decoded(first.inputs(), 6)).isEqualTo(decoded(training.inputs(), 6));
    assertThat(training.first(601).count()).isEqualTo(600);
  }

  @Test
  void everyKernelJudgesAlike() {
    TrainedTrial trained = trained(TRIAL);
    TrainedTrial slow = new TrainedTrial(TRIAL, DIGITS, trained.data(), new ReferenceKernels(), trained.network(), trained.epochs());
    assertThat(DrawingJudge.otherSeed(slow).items(digits())).usingRecursiveComparison()
        .isEqualTo(DrawingJudge.otherSeed(trained).items(digits()));
  }

  /** A training image of each class. */
  private static float[][] digits() {
    View training = TrialData.of(TRIAL, DIGITS).training();
    float[][] digits = new float[10][];
    for (int e = 0; e < training.count(); e++) {
      digits[training.label(e)] = decoded(training.inputs(), e);
    }
    return digits;
  }

  private static float[] decoded(Inputs inputs, int example) {
    float[] image = new float[inputs.width()];
    inputs.decode(example, image, 0);
    return image;
  }

  private static double metric(MetricName name, List<ProbeItem> items) {
    TrialResult result = new TrialResult(Status.COMPLETED, new Curve(List.of()), 0, 0, null, items);
    return Metric.of(name).reader().of(result).orElseThrow();
  }

  private static TrainedTrial trained(Trial trial) {
    Network network = Network.zeros(TrialRun.architecture(trial, DIGITS.shape(), DIGITS.classes()));
    return new TrainedTrial(trial, DIGITS, TrialData.of(trial, DIGITS), new VectorKernels(), network, trial.get(Setting.EPOCHS));
  }
}
