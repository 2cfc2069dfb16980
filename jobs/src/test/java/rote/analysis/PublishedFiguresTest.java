package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import rote.experiment.Experiment;
import rote.experiment.PublishedValue;
import rote.harness.Sample;
import rote.trial.LearningRate;
import rote.trial.Setting;

class PublishedFiguresTest {
  @Test
  void areShownBesideTheirGroup() {
    PublishedFigure figure = only(Sample.published(
        "test_accuracy", 0.8, "dataset", "pen-digits", "label-corruption", 1.0, "hidden", List.of(16, 16)));
    assertThat(figure.group().orElseThrow().label()).isEqualTo("label corruption 1");
    assertThat(figure.measured().orElseThrow().mean()).isCloseTo(0.45, within(1e-12));
    assertThat(figure.difference()).isCloseTo(-0.35, within(1e-12));
  }

  @Test
  void matchNumbersHoweverTheFileSpeltThem() {
    assertThat(only(Sample.published("test_accuracy", 0.8, "label-corruption", 1)).isMeasured()).isTrue();
    assertThat(only(Sample.published("test_accuracy", 0.8, "label-corruption", 1L, "learning-rate", 1.0f)).isMeasured())
        .isTrue();
  }

  @Test
  void matchAFallingLearningRate() {
    Experiment experiment = Sample.experiment(Map.of(Setting.LEARNING_RATE,
        List.of(new LearningRate(0.1f, 0.9f), new LearningRate(0.1f, 1))), 2,
        Sample.published("test_accuracy", 0.8, "learning-rate", Map.of("start", 0.1, "decay", 0.9)));
    List<PublishedFigure> figures = PublishedFigures.of(Groups.of(experiment,
        experiment.trials().stream().map(trial -> Sample.completed(trial, 0.1, 0.5)).toList()));
    assertThat(figures).singleElement().satisfies(figure ->
        assertThat(figure.group().orElseThrow().trial().get(Setting.LEARNING_RATE).decay()).isEqualTo(0.9f));
  }

  @Test
  void comeOnceForEveryGroupThatMatches() {
    assertThat(figures(Sample.published("best_training_cost", 0.1, "activation", "sigmoid"))).hasSize(2);
  }

  @Test
  void areNotMeasuredWhereNothingMatches() {
    List<PublishedValue> none = List.of(
        Sample.published("test_accuracy", 0.8, "dataset", "mnist"),
        Sample.published("test_accuracy", 0.8, "label-corruption", 0.5),
        Sample.published("test_accuracy", 0.8, "hidden", List.of(16)),
        Sample.published("memorisation_auc", 0.8),
        Sample.published("validation_accuracy", 0.8));
    assertThat(none).allSatisfy(published -> {
      PublishedFigure figure = only(published);
      assertThat(figure.isMeasured()).isFalse();
      assertThat(figure.group()).isEmpty();
      assertThat(figure.difference()).isNaN();
    });
  }

  /** Six test accuracies of 0.441 and 0.459: mean 0.45, deviation 0.009859, 95 % interval 0.45 -+ 2.5706 x 0.009859 / sqrt(6) = 0.01035. */
  @Test
  void areReplicatedWhereTheWholeIntervalOfTheMeanIsNear() {
    assertThat(replication(0.45, 0.02)).isEqualTo("within 0.020: holds");
    assertThat(replication(0.44, 0.0204)).as("to 0.4604, and the interval to 0.46035").endsWith(": holds");
    assertThat(replication(0.44, 0.0203)).as("to 0.4603").endsWith(": open");
    assertThat(replication(0.47, 0.0097)).as("from 0.4603").endsWith(": open");
    assertThat(replication(0.47, 0.0096)).as("from 0.4604").endsWith(": does not hold");
    assertThat(only(Sample.published("test_accuracy", 0.45, "label-corruption", 1.0)).replication()).as("none is declared").isEmpty();
  }

  private static String replication(double value, double within) {
    PublishedValue plain = Sample.published("test_accuracy", value, "label-corruption", 1.0);
    PublishedValue published = new PublishedValue(
        plain.where(), plain.metric(), value, plain.source(), 1, false, OptionalDouble.of(within));
    Experiment experiment = Sample.trueAndRandom(6, published);
    return PublishedFigures.of(Groups.of(experiment, experiment.trials().stream()
        .map(trial -> Sample.completed(trial, 0.1, trial.seed() % 2 == 0 ? 0.49 : 0.51)).toList())).get(0).replication();
  }

  private static PublishedFigure only(PublishedValue published) {
    return figures(published).stream().reduce((a, b) -> {
      throw new AssertionError("two figures");
    }).orElseThrow();
  }

  private static List<PublishedFigure> figures(PublishedValue published) {
    Experiment experiment = Sample.trueAndRandom(2, published);
    return PublishedFigures.of(Groups.of(experiment,
        experiment.trials().stream().map(trial -> Sample.completed(trial, 0.1, 0.5)).toList()));
  }
}
