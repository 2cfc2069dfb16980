package rote.trial.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import rote.data.InputCorruption;
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.Cost;
import rote.trial.Setting;
import rote.trial.Trial;

class WorkloadTest {
  private static final Architecture FORM = new Architecture(List.of(784, 16, 10), Activation.RELU, Cost.CROSS_ENTROPY);

  @Test
  void inputsThatTrialsHaveToThemselvesAreCountedOnceForAll() {
    Trial images = Trial.defaults(1);
    Trial noise = images.with(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN);
    long own = Workload.bytes(List.of(images), FORM, 5_000, 1_000);
    long inputs = 4L * 784 * 6_000;
    assertThat(Workload.bytes(List.of(noise), FORM, 5_000, 1_000)).isEqualTo(own + inputs);
    assertThat(Workload.bytes(Collections.nCopies(16, noise), FORM, 5_000, 1_000)).isEqualTo(16 * own + inputs);
    assertThat(Workload.bytes(Collections.nCopies(16, images), FORM, 5_000, 1_000)).isEqualTo(16 * own);
  }

  @Test
  void imagesThatAreMovedOrOfWhichAShareIsCorruptedAreCopies() {
    Trial images = Trial.defaults(1);
    long own = Workload.bytes(List.of(images), FORM, 5_000, 1_000);
    long inputs = 4L * 784 * 6_000;
    Trial noise = images.with(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN);
    for (Trial copied : List.of(images.with(Setting.SHIFT, 1), noise.with(Setting.INPUT_CORRUPTION_SHARE, 0.1f))) {
      assertThat(Workload.bytes(List.of(copied), FORM, 5_000, 1_000)).isEqualTo(own + inputs);
    }
    for (Trial shared : List.of(images.with(Setting.INPUT_CORRUPTION_SHARE, 0.1f), images.with(Setting.WEIGHTS_SEED, 3),
        images.with(Setting.ORDER_SEED, 3))) {
      assertThat(Workload.bytes(List.of(shared), FORM, 5_000, 1_000)).isEqualTo(own);
    }
  }

  @Test
  void examplesOfNoiseAreTrainedOnAndKeptButNotMeasured() {
    Trial without = Trial.defaults(1).with(Setting.EPOCHS, 1);
    Trial with = without.with(Setting.NOISE_EXAMPLES, 500);
    assertThat(Workload.of(with, FORM, 5_000, 1_000).flop())
        .isEqualTo(Workload.of(without, FORM, 5_000, 1_000).flop() + 6.0 * FORM.parameters() * 500);
    assertThat(Workload.bytes(List.of(with), FORM, 5_000, 1_000))
        .isGreaterThanOrEqualTo(Workload.bytes(List.of(without), FORM, 5_500, 1_000) + 784 * 5_500);
  }
}
