package rote.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.harness.Sample;
import rote.trial.Trial;

class GroupScoresTest {
  @Test
  void groupsStandInTheirOrderWithTheMeanAndTheBestOfCompletedTrials() {
    Experiment experiment = experiment(List.of(0, 1), List.of());
    List<Trial> trials = experiment.trials();
    GroupScores scores = new GroupScores(experiment, List.of(Sample.completed(trials.get(2), 0.5, 0.8)));
    scores.add(Sample.completed(trials.get(0), 0.5, 0.9));
    scores.add(Sample.completed(trials.get(1), 0.5, 0.7));
    scores.add(Sample.failed(trials.get(3), "no"));
    scores.add(Sample.diverged(trials.get(3), 0.99));
    scores.add(Sample.completed(Trial.defaults(77), 0.99)); // not asked for
    assertThat(scores.shown().metric()).isEqualTo("test accuracy");
    assertThat(scores.shown().lines()).extracting(GroupScores.Line::group).containsExactly("label corruption 0", "label corruption 1");
    assertThat(scores.shown().lines()).extracting(GroupScores.Line::n).containsExactly(2, 1);
    assertThat(scores.label(trials.get(1))).isEqualTo("label corruption 0, seed 2");
  }

  @Test
  void theMetricIsTheFirstThatAClaimIsAbout() {
    Experiment experiment = experiment(List.of(0, 1), List.of(
        Map.of("claim", "Costs are even", "metric", "test_cost_spread", "at-most", 1),
        Map.of("claim", "It costs little", "metric", "training_accuracy", "at-least", 0.5)));
    GroupScores scores = new GroupScores(experiment, List.of());
    experiment.trials().subList(0, 2).forEach(trial -> scores.add(Sample.completed(trial, 0.5, trial.seed() == 1 ? 0.6 : 0.8)));
    assertThat(scores.shown()).isEqualTo(new GroupScores.Shown("training accuracy", "highest",
        List.of(new GroupScores.Line("label corruption 0", 2, "0.700", "0.800")), 0));
  }

  @Test
  void ofManyGroupsThoseWithTheBestMeansAreShown() {
    Experiment experiment = experiment(List.of(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7),
        List.of(Map.of("claim", "It fits", "metric", "training_accuracy", "at-least", 0.5)));
    GroupScores scores = new GroupScores(experiment, List.of());
    List<Trial> trials = experiment.trials();
    for (int t = 0; t < trials.size(); t++) {
      scores.add(Sample.completed(trials.get(t), 0.1, 0.1 + 0.01 * t));
    }
    assertThat(scores.shown().lines()).hasSize(6).first().extracting(GroupScores.Line::group).isEqualTo("label corruption 0.7");
    assertThat(scores.shown().more()).isEqualTo(2);
  }

  private static Experiment experiment(List<Object> corruptions, List<Map<String, Object>> claims) {
    return ExperimentFile.experiment("e.yaml",
        Map.of("name", "e", "grid", Map.of("label-corruption", corruptions), "seeds", 2, "claims", claims));
  }
}
