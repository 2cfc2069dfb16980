package rote.trial.probes;

import java.util.List;
import java.util.stream.IntStream;
import rote.data.Inputs;
import rote.data.View;
import rote.network.Activation;
import rote.network.Cost;
import rote.network.InputGradients;
import rote.network.Measure;
import rote.network.Network;
import rote.network.WeightInitializer;
import rote.trial.LearningRate;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialData;
import rote.trial.training.TrialRun;

/**
 * Judges drawings by another network, trained on the trial's images with true labels.
 *
 * @param trained whose drawings are judged
 * @param name begins the names of items
 * @param trial how the judge is trained
 */
record DrawingJudge(TrainedTrial trained, String name, Trial trial, TrialData data, int epochs) {
  static final int WIDTH = 256;
  static final int EPOCHS = 15;
  static final int EXAMPLES = 10_000;

  /** A network of the same shape, trained alike, from other initial weights and in another order. */
  static DrawingJudge otherSeed(TrainedTrial trained) {
    int seed = trained.seeds().stream("judged-drawings/judge", 0).nextInt(Integer.MAX_VALUE);
    Trial trial = trained.trial().with(Setting.LABEL_CORRUPTION, 0f)
        .with(Setting.WEIGHTS_SEED, seed).with(Setting.ORDER_SEED, seed);
    return new DrawingJudge(trained, "other-seed", trial, trained.data().relabelled(trial, trained.dataset()), trained.epochs());
  }

  /** A network of {@value #WIDTH} rectified linear units with a softmax, trained {@value #EPOCHS} epochs on up to {@value #EXAMPLES} images. */
  static DrawingJudge wide(TrainedTrial trained) {
    Trial trial = trained.trial().with(Setting.LABEL_CORRUPTION, 0f).with(Setting.HIDDEN, List.of(WIDTH))
        .with(Setting.ACTIVATION, Activation.RELU).with(Setting.COST, Cost.CROSS_ENTROPY)
        .with(Setting.WEIGHTS, WeightInitializer.HE).with(Setting.MINI_BATCH, 20)
        .with(Setting.LEARNING_RATE, new LearningRate(0.1f, 0.9f)).with(Setting.MOMENTUM, 0f).with(Setting.WEIGHT_DECAY, 0f)
        .with(Setting.LABEL_SMOOTHING, 0f).with(Setting.FROZEN, List.of());
    TrialData all = trained.data().relabelled(trial, trained.dataset());
    View training = all.training().first(EXAMPLES);
    return new DrawingJudge(trained, "wide", trial, new TrialData(training, training, null, all.test(), 0, null), EPOCHS);
  }

  /** What it says to a drawing of each class, and how many test images it gets right. Nothing if its training diverged. */
  List<ProbeItem> items(float[][] drawings) {
    Network network = network();
    if (!network.isFinite()) {
      return List.of();
    }
    float[][] outputs = new InputGradients(trained.kernels(), network).outputs(inputs(drawings));
    float[] recognised = new float[outputs.length];
    for (int c = 0; c < outputs.length; c++) {
      recognised[c] = InputGradients.answer(outputs[c]) == c ? 1 : 0;
    }
    double accuracy = Measure.of(trained.kernels(), network, data.test()).accuracy();
    return List.of(ProbeItem.row(Probe.JUDGED_DRAWINGS, name + "-recognised", recognised),
        ProbeItem.number(Probe.JUDGED_DRAWINGS, name + "-test-accuracy", accuracy));
  }

  private static Inputs inputs(float[][] images) {
    int width = images[0].length;
    float[] pixels = new float[images.length * width];
    for (int c = 0; c < images.length; c++) {
      System.arraycopy(images[c], 0, pixels, c * width, width);
    }
    return Inputs.ofFloats(pixels, width, IntStream.range(0, images.length).toArray());
  }

  private Network network() {
    TrialRun run = new TrialRun(trial, trained.dataset(), () -> data, none -> List.of(), trained.kernels(), () -> 0);
    for (int epoch = 0; epoch < epochs; epoch++) {
      run.trainEpoch();
    }
    return run.network();
  }
}
