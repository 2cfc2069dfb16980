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
}
