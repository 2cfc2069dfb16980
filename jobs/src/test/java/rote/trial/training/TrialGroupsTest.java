package rote.trial.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rote.data.InputCorruption;
import rote.network.Activation;
import rote.trial.Affects;
import rote.trial.LearningRate;
import rote.trial.Setting;
import rote.trial.Trial;

class TrialGroupsTest {
  private static final Trial PLAIN = Trial.defaults(3).with(Setting.HIDDEN, List.of(16, 12)).with(Setting.TRAINING_EXAMPLES, 307);

  @Test
  void seedsOfOneFormAreMeasuredTogetherIfTheySeeTheSameImages() {
    List<Trial> seeds = List.of(PLAIN, PLAIN.withSeed(4), PLAIN.with(Setting.MOMENTUM, 0.5f).withSeed(5));
    assertThat(TrialGroups.of(seeds, trial -> trial, trial -> 8)).containsExactly(seeds);
    assertThat(TrialGroups.of(seeds, trial -> trial, trial -> 2)).extracting(List::size).containsExactly(2, 1);
    for (Trial other : List.of(PLAIN.with(Setting.HIDDEN, List.of(64)), PLAIN.with(Setting.HIDDEN, List.of()),
        PLAIN.with(Setting.INPUT_CORRUPTION, InputCorruption.GAUSSIAN), PLAIN.with(Setting.WHITEN, true))) {
      assertThat(TrialGroups.of(List.of(other, other.withSeed(4)), trial -> trial, trial -> 8)).as("%s", other).hasSize(2);
    }
  }

  @Test
  void aGroupKeepsTheSmallestLimitOfItsTrials() {
    List<Trial> seeds = List.of(PLAIN, PLAIN.withSeed(4), PLAIN.withSeed(5), PLAIN.withSeed(6));
    assertThat(TrialGroups.of(seeds, trial -> trial, trial -> trial.seed() == 4 ? 2 : 8)).extracting(List::size).containsExactly(2, 2);
    assertThat(TrialGroups.of(seeds, trial -> trial, trial -> trial.seed() == 3 ? 0 : 8)).extracting(List::size).containsExactly(1, 3);
    assertThat(TrialGroups.of(seeds, trial -> trial, trial -> trial.seed() == 6 ? 1 : 8)).extracting(List::size).containsExactly(3, 1);
  }

  @Test
  void onlyTrialsOfOneSeedAndFormGoTogether() {
    List<Trial> trials = List.of(PLAIN, PLAIN.withSeed(4), PLAIN.with(Setting.HIDDEN, List.of(16)), PLAIN.with(Setting.ACTIVATION, Activation.RELU),
        PLAIN.with(Setting.MOMENTUM, 0.5f), PLAIN.with(Setting.LABEL_CORRUPTION, 1f),
        PLAIN.with(Setting.TRAINING_EXAMPLES, 306));
    assertThat(LockStepGroups.of(trials, trial -> trial, trial -> 8)).containsExactly(
        List.of(PLAIN, trials.get(5)), List.of(trials.get(1)), List.of(trials.get(2)),
        List.of(trials.get(3)), List.of(trials.get(4)), List.of(trials.get(6)));
  }

  @Test
  void trialsThatDifferInASettingThatDoesNotSayWhatItAffectsShareNoInputs() {
    Setting<Integer> madeUp = Setting.trial("made-up", Setting.Type.INTEGER, 0, node -> node.integer(0, 9));
    List<Trial> trials = List.of(PLAIN.with(madeUp, 1), PLAIN.with(madeUp, 2), PLAIN.with(madeUp, 1));
    assertThat(LockStepGroups.of(trials, trial -> trial, trial -> 8))
        .containsExactly(List.of(trials.get(0), trials.get(2)), List.of(trials.get(1)));
    assertThat(madeUp.affects()).as("for it did not say").isEqualTo(Affects.DATA);
    assertThat(madeUp.sharesInputs(1)).as("memory counts inputs of its own").isFalse();
  }

  @Test
  void groupsAreNoLargerThanAskedForOrThanTheWidthAllows() {
    List<Trial> narrow = new ArrayList<>();
    for (int t = 0; t < 20; t++) {
      narrow.add(PLAIN.with(Setting.LEARNING_RATE, new LearningRate(1 + t, 1)));
    }
    assertThat(LockStepGroups.of(narrow, trial -> trial, trial -> 3)).extracting(List::size).containsExactly(3, 3, 3, 3, 3, 3, 2);
    assertThat(LockStepGroups.of(narrow, trial -> trial, trial -> 100)).extracting(List::size).containsExactly(8, 8, 4);
    List<Trial> batches = narrow.stream().map(trial -> trial.with(Setting.MINI_BATCH, 40)).toList();
    assertThat(LockStepGroups.of(batches, trial -> trial, trial -> 100)).extracting(List::size).containsExactly(16, 4);
    List<Trial> wide = narrow.stream().map(trial -> trial.with(Setting.HIDDEN, List.of(64))).toList();
    assertThat(LockStepGroups.of(wide, trial -> trial, trial -> 100)).hasSize(20);
  }
}
