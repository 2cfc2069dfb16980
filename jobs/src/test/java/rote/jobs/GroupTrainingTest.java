package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import rote.data.Dataset;
import rote.data.catalog.Catalog;
import rote.network.vector.VectorKernels;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialResult;
import rote.trial.training.TrainedTrial;
import rote.trial.training.Trainer;

/** What becomes of a lock-step group that throws. */
class GroupTrainingTest {
  private static final Dataset DIGITS = Catalog.load("pen-digits", List.of());
  private static final Trial TRIAL = Trial.defaults(3).with(Setting.TRAINING_EXAMPLES, 100).with(Setting.EPOCHS, 1);
  private static final List<Trial> GROUP = List.of(TRIAL, TRIAL.with(Setting.LABEL_CORRUPTION, 1f));

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void itsTrialsAreTrainedSinglyAndCounted() {
    GroupTraining training = training(trained -> thrownOnce(), false);
    List<TrialResult> results = training.train(GROUP);
    assertThat(results).extracting(TrialResult::status).containsOnly(Status.COMPLETED);
    assertThat(training.trainedSingly()).isEqualTo(1);
    List<TrialResult> together = training(trained -> List.of(), false).train(GROUP);
    assertThat(results).extracting(TrialResult::untimed).isEqualTo(together.stream().map(TrialResult::untimed).toList());
  }

  @Test
  void aGroupThatDoesNotThrowCountsNothing() {
    GroupTraining training = training(trained -> List.of(), true);
    assertThat(training.train(GROUP)).hasSize(2);
    assertThat(training.trainedSingly()).isZero();
  }

  @Test
  void whereTestsAskForItItIsAnError() {
    assertThat(GroupTraining.isStrict()).as("-D" + GroupTraining.STRICT + " in this JVM").isTrue();
    assertThatThrownBy(() -> training(trained -> thrownOnce(), true).train(GROUP)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTrialThatThrowsAloneIsRecordedAsFailed() {
    TrialResult result = training(trained -> thrownOnce(), true).train(List.of(TRIAL)).get(0);
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.error()).contains("once", "GroupTrainingTest");
  }

  private List<ProbeItem> thrownOnce() {
    if (asked.getAndIncrement() == 0) {
      throw new IllegalStateException("once");
    }
    return List.of();
  }

  private static GroupTraining training(Function<TrainedTrial, List<ProbeItem>> probes, boolean strict) {
    return new GroupTraining(
        Trainer.of(new VectorKernels(), probes, System::nanoTime), DIGITS, new TrialMemory(1 << 30), strict);
  }
}
