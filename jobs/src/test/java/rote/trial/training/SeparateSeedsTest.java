package rote.trial.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rote.data.Dataset;
import rote.data.InputCorruption;
import rote.data.View;
import rote.data.catalog.Catalog;
import rote.network.Network;
import rote.network.ReferenceKernels;
import rote.trial.EpochRow;
import rote.trial.Probe;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialResult;
import rote.trial.probes.Probes;

/** Data, weights and order have a seed each, and whoever changes one changes nothing of the others. */
class SeparateSeedsTest {
  private static final Dataset DIGITS = Catalog.load("pen-digits", List.of());
  private static final Trial PLAIN = Trial.defaults(3).with(Setting.TRAINING_EXAMPLES, 100).with(Setting.EPOCHS, 2)
      .with(Setting.VALIDATION_EXAMPLES, 10).with(Setting.LABEL_CORRUPTION, 0.5f).with(Setting.SHIFT, 2)
      .with(Setting.INPUT_CORRUPTION, InputCorruption.RANDOM_PIXELS).with(Setting.INPUT_CORRUPTION_SHARE, 0.5f);

  @Test
  void theSeedOfTheWeightsDrawsNothingElse() {
    TrialRun changed = run(PLAIN.with(Setting.WEIGHTS_SEED, 8));
    assertThat(weights(changed)).isNotEqualTo(weights(run(PLAIN))).isEqualTo(weights(run(PLAIN.withSeed(8))));
    assertThat(order(changed)).isEqualTo(order(run(PLAIN)));
    assertThat(data(changed)).isEqualTo(data(run(PLAIN)));
  }

  @Test
  void theSeedOfTheOrderDrawsNothingElse() {
    TrialRun changed = run(PLAIN.with(Setting.ORDER_SEED, 8));
    assertThat(order(changed)).isNotEqualTo(order(run(PLAIN))).isEqualTo(order(run(PLAIN.withSeed(8))));
    assertThat(weights(changed)).isEqualTo(weights(run(PLAIN)));
    assertThat(data(changed)).isEqualTo(data(run(PLAIN)));
    List<EpochRow> one = rows(PLAIN);
    List<EpochRow> other = rows(PLAIN.with(Setting.ORDER_SEED, 8));
    assertThat(other.get(0).test()).isEqualTo(one.get(0).test());
    assertThat(other.get(1).test()).isNotEqualTo(one.get(1).test());
  }

  @Test
  void theSeedOfTheDataDrawsNothingElse() {
    TrialRun changed = run(PLAIN.with(Setting.DATA_SEED, 8));
    assertThat(data(changed)).isNotEqualTo(data(run(PLAIN))).isEqualTo(data(run(PLAIN.withSeed(8))));
    assertThat(weights(changed)).isEqualTo(weights(run(PLAIN)));
    assertThat(order(changed)).isEqualTo(order(run(PLAIN)));
  }

  @Test
  void allThreeTogetherLeaveTheTrialsSeedItsShareAndItsProbes() {
    Trial other = PLAIN.withSeed(4).with(Setting.DATA_SEED, 3).with(Setting.WEIGHTS_SEED, 3).with(Setting.ORDER_SEED, 3);
    Probe[] undrawn = {Probe.HIDDEN_WEIGHTS, Probe.DRAWN_DIGITS, Probe.EXAMPLE_CORRECTNESS};
    assertThat(trained(other, undrawn)).isEqualTo(trained(PLAIN, undrawn));
    assertThat(trained(other, Probe.NOISE_CONFIDENCE)).isNotEqualTo(trained(PLAIN, Probe.NOISE_CONFIDENCE));
    Trial half = PLAIN.with(Setting.TRAINING_SHARE, 0.5f);
    assertThat(data(run(other.with(Setting.TRAINING_SHARE, 0.5f)))).isNotEqualTo(data(run(half)));
  }

  private static TrialRun run(Trial trial) {
    return new TrialRun(trial, DIGITS, () -> TrialData.of(trial, DIGITS), trained -> List.of(), new ReferenceKernels(),
        () -> 0);
  }

  private static TrialResult trained(Trial trial, Probe... probes) {
    return new SoloTrainer(new ReferenceKernels(), Probes.of(List.of(probes)), () -> 0).train(trial, DIGITS).untimed();
  }

  private static List<EpochRow> rows(Trial trial) {
    return trained(trial).curve().rows();
  }

  private static int[] order(TrialRun run) {
    run.beginEpoch();
    return run.order();
  }

  private static List<Float> weights(TrialRun run) {
    Network network = run.network();
    List<Float> weights = new ArrayList<>();
    network.layers().forEach(layer -> {
      for (int from = 0; from < layer.inputs(); from++) {
        for (int to = 0; to < layer.outputs(); to++) {
          weights.add(layer.weights().get(from, to));
        }
      }
    });
    return weights;
  }

  /** Every pixel and label that it sees. */
  private static List<Float> data(TrialRun run) {
    List<Float> seen = new ArrayList<>();
    for (View view : List.of(run.data().training(), run.data().validation(), run.data().test())) {
      float[] image = new float[view.inputs().width()];
      for (int e = 0; e < Math.min(100, view.count()); e++) {
        seen.add((float) view.label(e));
        view.inputs().decode(e, image, 0);
        for (float pixel : image) {
          seen.add(pixel);
        }
      }
    }
    return seen;
  }
}
