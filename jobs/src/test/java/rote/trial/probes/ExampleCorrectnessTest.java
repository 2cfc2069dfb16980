package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.InputCorruption;
import rote.data.Shape;
import rote.data.catalog.Catalog;
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.Cost;
import rote.network.Network;
import rote.network.ReferenceKernels;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialResult;
import rote.trial.training.DrawnExamples;
import rote.trial.training.SoloTrainer;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialData;

/** The bits that a trial records about every training example. */
class ExampleCorrectnessTest {
  private static final Dataset DIGITS = Catalog.load("pen-digits", List.of());
  private static final Trial SHARED = Trial.defaults(1).with(Setting.HIDDEN, List.of()).with(Setting.COST, Cost.CROSS_ENTROPY)
      .with(Setting.DATA_SEED, 4).with(Setting.TRAINING_SHARE, 0.3f);

  @Test
  void everyDrawnExampleIsAnsweredWhetherItWasTrainedOnOrNot() {
    Network network = Network.zeros(new Architecture(List.of(4, 2), Activation.SIGMOID, Cost.CROSS_ENTROPY));
    network.layers().get(0).biases().set(0, 1, 1f); // it always answers class 1
    byte[] labels = {0, 1, 1, 0, 1, 0, 0, 0, 1, 1};
    Dataset dataset = new Dataset(
        "tiny", new Shape(1, 2, 2), 2, new Examples(new byte[40], labels), new Examples(new byte[4], new byte[1]));
    TrainedTrial trained =
        new TrainedTrial(SHARED, dataset, TrialData.of(SHARED, dataset), new ReferenceKernels(), network, 0);
    List<ProbeItem> items = new ExampleCorrectness(trained).items();
    StringBuilder share = new StringBuilder("0000000000");
    for (int row : DrawnExamples.of(SHARED, dataset).trainedRows()) {
      share.setCharAt(row, '1');
    }
    assertThat(bits(items, "trained-on")).isEqualTo(share.toString());
    assertThat(bits(items, "right")).isEqualTo("0110100011");
    assertThat(bits(items, "wrong-label")).isEqualTo("0000000000");
  }

  @Test
  void theLabelsToldAreKeptWhereNoExampleIsLeftOut() {
    Trial trial = SHARED.with(Setting.TRAINING_SHARE, 1f).with(Setting.TRAINING_EXAMPLES, 40).with(Setting.EPOCHS, 1)
        .with(Setting.LABEL_CORRUPTION, 1f);
    SoloTrainer trainer = new SoloTrainer(new ReferenceKernels(), Probes.of(List.of(Probe.EXAMPLE_CORRECTNESS)), () -> 0);
    ProbeItem told = TinyTrials.item(trainer.train(trial, DIGITS).probes(), "told-label");
    byte[] labels = DrawnExamples.of(trial, DIGITS).inOrderOfRows().labels().labels();
    assertThat(told.shape()).containsExactly(4, 40);
    assertThat(IntStream.range(0, 40).map(told::classAt).toArray()).isEqualTo(IntStream.range(0, 40).map(e -> labels[e]).toArray());
    assertThat(trainer.train(trial.with(Setting.TRAINING_SHARE, 0.5f), DIGITS).probes()).extracting(ProbeItem::name)
        .doesNotContain("told-label");
  }

  @Test
  void toldLabelsCountAndThoseOfTheShareMakeTheTrainingAccuracy() {
    Trial trial = SHARED.with(Setting.TRAINING_EXAMPLES, 300).with(Setting.TRAINING_SHARE, 0.5f).with(Setting.EPOCHS, 10)
        .with(Setting.LABEL_CORRUPTION, 0.3f).with(Setting.INPUT_CORRUPTION, InputCorruption.RANDOM_PIXELS);
    TrialResult result =
        new SoloTrainer(new ReferenceKernels(), Probes.of(List.of(Probe.EXAMPLE_CORRECTNESS)), () -> 0).train(trial, DIGITS);
    String trained = bits(result.probes(), "trained-on");
    assertThat(trained).hasSize(300);
    assertThat(trained.replace("0", "")).hasSize(150);
    assertThat(share(bits(result.probes(), "right"), trained)).isEqualTo(result.curve().last().training().accuracy());
    assertThat(share(bits(result.probes(), "wrong-label"), trained)).isEqualTo(result.changedLabels()).isBetween(0.15, 0.4);
  }

  /** The share of the examples of one row of bits that another row has too. */
  private static double share(String bits, String among) {
    return IntStream.range(0, bits.length()).filter(e -> among.charAt(e) == '1').map(e -> bits.charAt(e) - '0').average()
        .orElseThrow();
  }

  private static String bits(List<ProbeItem> items, String name) {
    ProbeItem item = items.stream().filter(found -> found.name().equals(name)).findFirst().orElseThrow();
    return IntStream.range(0, item.shape().get(0)).mapToObj(e -> item.bit(e) ? "1" : "0").collect(Collectors.joining());
  }
}
