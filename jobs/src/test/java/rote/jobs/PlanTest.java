package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import rote.trial.LearningRate;
import rote.trial.Setting;
import rote.trial.Trial;

class PlanTest {
  @Test
  void tinyTrialsShareATaskAndLongOnesComeFirst() {
    Plan plan = plan(List.of(0.1, 0.2, 3.0, 0.2, 0.9), List.of(64));
    assertThat(seconds(plan.packs(0.5, 1))).containsExactly(List.of(3.0), List.of(0.9), List.of(0.2, 0.2, 0.1));
    assertThat(plan.packs(0, 1)).hasSize(5);
  }

  @Test
  void trialsThatMayGoInLockStepDoSoAsLongAsThereAreTwoTasksForEachCore() {
    Plan plan = plan(Collections.nCopies(16, 2.0), List.of(16));
    assertThat(plan.packs(0.5, 1)).extracting(pack -> (int) pack.trials().count()).containsExactly(8, 8);
    assertThat(plan.packs(0.5, 2)).extracting(pack -> (int) pack.trials().count()).containsExactly(4, 4, 4, 4);
    assertThat(plan.packs(0.5, 100)).hasSize(16);
    assertThat(plan.packs(0, 1)).hasSize(16);
  }

  @Test
  void noLockStepLastsLongerThanAMinute() {
    assertThat(plan(Collections.nCopies(16, 25.0), List.of(16)).packs(0.5, 1)).extracting(pack -> (int) pack.trials().count())
        .containsOnly(2);
    assertThat(plan(Collections.nCopies(4, 100.0), List.of(16)).packs(0.5, 1)).hasSize(4);
    assertThat(seconds(plan(List.of(100.0, 20.0, 20.0, 1.0), List.of(16)).packs(0.5, 1)))
        .containsExactly(List.of(100.0), List.of(20.0, 20.0), List.of(1.0));
  }

  private static Plan plan(List<Double> seconds, List<Integer> hidden) {
    List<PlannedTrial> trials = new ArrayList<>();
    for (double each : seconds) {
      Trial trial = Trial.defaults(1).with(Setting.HIDDEN, hidden)
          .with(Setting.LEARNING_RATE, new LearningRate(1 + trials.size(), 1));
      trials.add(new PlannedTrial("t" + trials.size(), trial, each));
    }
    return new Plan(trials, trials, 0, List.of(), 0, 0, List.of(), List.of());
  }

  private static List<List<Double>> seconds(List<Pack> packs) {
    return packs.stream().map(pack -> pack.trials().map(PlannedTrial::seconds).toList()).toList();
  }
}
