package rote.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rote.experiment.Claim;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.PublishedValue;
import rote.experiment.Relation;
import rote.experiment.StandsFor;
import rote.files.InputException;
import rote.trial.Setting;

class ClaimReaderTest {
  @Test
  void readsEveryRelation() {
    assertThat(claim("at-most: 0.5").relation()).isEqualTo(new Relation.Range(Double.NEGATIVE_INFINITY, 0.5));
    assertThat(claim("between: [0, 1]").relation()).isEqualTo(new Relation.Range(0, 1));
    Relation.Difference within = (Relation.Difference) claim("within: 0.01, of: {hidden: [4]}").relation();
    assertThat(within.form()).isEqualTo(new Relation.Form(-0.01, 0.01, false));
    assertThat(within.than().values()).containsEntry(Setting.HIDDEN, List.of(4));
    Relation.Difference more =
        (Relation.Difference) claim("above: {hidden: [4]}, more-than-for: {label-corruption: 0}, ratio: true").relation();
    assertThat(more.form()).isEqualTo(Relation.Form.ABOVE);
    assertThat(more.moreThanFor().orElseThrow().values()).containsEntry(Setting.LABEL_CORRUPTION, 0f);
    assertThat(more.ratio()).isTrue();
    assertThat(claim("before: fit_epoch").relation()).isEqualTo(new Relation.Before(MetricName.FIT_EPOCH));
    assertThat(claim("trend: {label-corruption: falling}").relation()).isEqualTo(new Relation.Trend(Setting.LABEL_CORRUPTION, false));
    assertThat(claim("peak-at: {hidden: [[4], [16]]}").relation()).isEqualTo(new Relation.PeakAt(Setting.HIDDEN, 4, 16));
  }

  @Test
  void readsWhatAClaimStandsFor() {
    assertThat(claim("at-least: 1, stands-for: {sentence: It learns., source: a lesson}").standsFor())
        .isEqualTo(Optional.of(new StandsFor("It learns.", "a lesson")));
    assertThat(claim("at-least: 1").standsFor()).isEmpty();
  }

  @Test
  void readsOfHowManyRunsAFigureIs() {
    PublishedValue best = published("best-of: 3");
    assertThat(List.of(best.runs(), best.isBest())).containsExactly(3, true);
    PublishedValue mean = published("runs: 5, within: 0.01");
    assertThat(List.of(mean.runs(), mean.isBest(), mean.within().getAsDouble())).containsExactly(5, false, 0.01);
    assertThat(published("source: a book").runs()).isOne();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      at-least: 1, above: {hidden: [4]}           | claims[0]: needs claim, metric and one of at-least, at-most, between, above
      where: {hidden: [4]}                        | claims[0]: needs claim, metric and one of
      between: [1, 0]                             | claims[0].between: must be [LEAST, MOST], was the list [1, 0]
      within: 0.1                                 | claims[0]: within needs of
      within: 0, of: {hidden: [4]}                | claims[0].within: must be > 0, was 0
      above: {hidden: [4]}, of: {hidden: [4]}     | claims[0].of: goes with within, not with above
      at-least: 1, ratio: true                    | claims[0].ratio: goes with above and below, not with at-least
      before: test_accuracy                       | claims[0].before: must be a metric that is an epoch, was final_test_accuracy
      before: fit_epoc                            | did you mean
      trend: {activation: rising}                 | claims[0].trend: activation has no order
      trend: {momentum: up}                       | claims[0].trend.momentum: must be rising or falling, was "up"
      trend: {momentums: rising}                  | claims[0].trend: unknown setting "momentums"; did you mean
      trend: {}                                   | claims[0].trend: must name one setting
      trend: {momentum: rising, epochs: rising}   | claims[0].trend: must name one setting
      peak-at: {hidden: [[16], [4]]}              | claims[0].peak-at.hidden: must be [LEAST, MOST], was the list [[16], [4]]
      peak-at: {hidden: [[4, 4], [8]]}            | claims[0].peak-at.hidden[0]: must be a number on the axis, was the list [4, 4]
      at-least: 1, stands-for: {sentence: It.}    | claims[0].stands-for: needs sentence and source
      """)
  void saysInOneLineWhatIsWrong(String relation, String message) {
    assertThatThrownBy(() -> claim(relation)).isInstanceOf(InputException.class).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      best-of: 3, runs: 3       | published[0]: best-of is no mean of runs: leave out runs and within
      runs: 0                   | published[0].runs: must be
      within: -1                | published[0].within: must be > 0, was -1
      """)
  void saysInOneLineWhatIsWrongWithAFigure(String keys, String message) {
    assertThatThrownBy(() -> published(keys)).isInstanceOf(InputException.class).hasMessageContaining(message);
  }

  private static Claim claim(String relation) {
    return read("{name: a, claims: [{claim: c, metric: fit_epoch, " + relation + "}]}").claims().get(0);
  }

  private static PublishedValue published(String keys) {
    String source = keys.contains("source") ? "" : ", source: s";
    return read("{name: a, published: [{where: {}, metric: test_cost, value: 1" + source + ", " + keys + "}]}").published().get(0);
  }

  private static Experiment read(String text) {
    return ExperimentFile.read("e.yaml", text, List.of()).experiment();
  }
}
