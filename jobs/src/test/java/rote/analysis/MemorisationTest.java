package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.Relation;
import rote.harness.Sample;
import rote.report.page.Page;
import rote.report.terminal.TextSummary;
import rote.store.MemorisedExample;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** Scores of memorisation, and what a report shows of them. */
class MemorisationTest {
  private static final String WRONG = "0101";
  /** Four models, four examples: on which each trained, and which it answers right. */
  private static final List<TrialResult> RESULTS = List.of(
      result("1110", "1111", WRONG), result("1101", "1001", WRONG),
      result("0011", "1011", WRONG), result("1010", "1000", WRONG));

  /**
   * By hand: example 0 is right in 3 of 3 and 1 of 1: 0. Example 1 in 1 of 2 and 0 of 2: 0.5. Example 2 in 2 of 3 and 0 of
   * 1: 0.667. Example 3 in 2 of 2 and 1 of 2: 0.5.
   */
  @Test
  void aScoreIsTheDifferenceOfTwoShares() {
    MemorisationScores scores = MemorisationScores.of(RESULTS.stream()).orElseThrow();
    assertThat(scores.models()).isEqualTo(4);
    assertThat(scores.score(0)).isZero();
    assertThat(scores.score(1)).isEqualTo(0.5);
    assertThat(scores.score(2)).isCloseTo(2 / 3.0, offset(1e-15));
    assertThat(scores.score(3)).isEqualTo(0.5);
    assertThat(scores.scores(true)).containsExactly(0.5, 0.5);
    assertThat(scores.highest(false, 9)).containsExactly(2, 0);
    assertThat(scores.auc().orElseThrow().value()).as("above 0, below 0.667").isEqualTo(0.5);
    assertThat(scores.largestError()).as("of 3 and 1 models").isCloseTo(0.5 * Math.sqrt(4 / 3.0), offset(1e-15));
  }

  @Test
  void anExampleThatNoModelLeftOutHasNone() {
    MemorisationScores scores =
        MemorisationScores.of(Stream.of(result("11", "11", "01"), result("10", "10", "01"))).orElseThrow();
    assertThat(scores.isKnown(0)).isFalse();
    assertThat(scores.isKnown(1)).isTrue();
    assertThat(scores.scores(false)).isEmpty();
    assertThat(scores.auc()).isEmpty();
    assertThat(MemorisationScores.of(Stream.of(result("1", "1", "0")))).isEmpty();
    assertThat(MemorisationScores.of(Stream.of(Sample.completed(Trial.defaults(1), 1).result()))).isEmpty();
  }

  @Test
  void modelsOfOtherLabelsAreNotMixed() {
    assertThatThrownBy(() -> MemorisationScores.of(Stream.of(result("10", "11", "01"), result("01", "11", "00"))))
        .hasMessageContaining("different examples or labels");
  }

  /** The memory that scores need does not grow with the number of models. */
  @Test
  void modelsAreNotKept() {
    List<WeakReference<TrialResult>> gone = new ArrayList<>();
    MemorisationScores scores = MemorisationScores.of(Stream.iterate(0, seed -> seed + 1).limit(50).map(seed -> {
      TrialResult result = seed % 2 == 0 ? result("10", "10", "01") : result("01", "01", "01");
      gone.add(new WeakReference<>(result));
      return result;
    })).orElseThrow();
    System.gc();
    assertThat(gone).hasSize(50).allMatch(reference -> reference.get() == null);
    assertThat(scores.models()).isEqualTo(50);
    assertThat(scores.score(0)).isEqualTo(1);
  }

  @Test
  void theReportShowsScoresPicturesAndTheClaim() {
    Claim claim = new Claim("Wrong labels stand out", MetricName.MEMORISATION_AUC, Conditions.NONE,
        new Relation.Range(0.95, Double.POSITIVE_INFINITY));
    Experiment experiment = Sample.claiming(2, claim);
    List<TrialRecord> records = new ArrayList<>();
    for (Trial trial : experiment.trials()) { // two groups of two models that complement one another
      records.add(Sample.record(trial, trial.seed() == 1
          ? result("110011", "110011", "010101") : result("001100", "101110", "010101")));
    }
    String label = Groups.of(experiment, records).all().get(0).label();
    MemorisedExample odd = example(label, 17, 3, 3, 0.75);
    MemorisedExample wrong = example(label, 18, 4, 9, 0.5);
    String html = Page.html(Analysis.of(experiment, records), Sample.FACTS, List.of(odd, wrong));
    assertThat(html).contains("<h2 id=\"memorisation\">", "2 models, each trained on a random share of 1 of 6 examples",
        "The score finds the 3 wrong labels among 6 with an AUC of", "true labels, n = 3", "wrong labels, n = 3",
        "alt=\"Image 17 of the training set, a 3\"", "alt=\"Image 18 of the training set, a 4 told as 9\"",
        "memorisation/memorisation.parquet", "memorisation AUC");
    assertThat(TextSummary.of(Analysis.of(experiment, records)))
        .contains("memorisation, label corruption 0: 2 models", "with an AUC of");
    assertThat(Sample.page(experiment, List.of())).doesNotContain("id=\"memorisation\"");
  }

  private static MemorisedExample example(String group, int image, int label, int told, double score) {
    byte[] pixels = {0, 1, 2, (byte) 255};
    return new MemorisedExample(group, image, label, told, 1, 1, 1, 0, score, List.of(2, 2), pixels);
  }

  private static TrialResult result(String trained, String right, String wrong) {
    return new TrialResult(Status.COMPLETED, Sample.curve(0.5, 1), 0, 1, null, List.of(
        ProbeItem.bits(Probe.EXAMPLE_CORRECTNESS, "trained-on", bits(trained)),
        ProbeItem.bits(Probe.EXAMPLE_CORRECTNESS, "right", bits(right)),
        ProbeItem.bits(Probe.EXAMPLE_CORRECTNESS, "wrong-label", bits(wrong))));
  }

  private static boolean[] bits(String digits) {
    boolean[] bits = new boolean[digits.length()];
    for (int e = 0; e < bits.length; e++) {
      bits[e] = digits.charAt(e) == '1';
    }
    return bits;
  }
}
