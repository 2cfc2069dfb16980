package rote.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rote.analysis.Analysis;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.Relation;
import rote.harness.Sample;
import rote.report.notebook.Notebook;
import rote.report.page.Page;
import rote.report.terminal.TextSummary;
import rote.trial.TrialRecord;

/** An answer over seeds may stand beside an interval over test examples that does not give it. */
class UnseenDigitsTest {
  @Test
  void everyReportSaysOnceThatAClaimIsJudgedForTheseTestImages() {
    Experiment experiment = Sample.claiming(List.of(0f), 6, new Claim("It knows unseen digits", MetricName.FINAL_TEST_ACCURACY,
        Conditions.NONE, new Relation.Range(0.85, 1)));
    List<TrialRecord> records = experiment.trials().stream()
        .map(trial -> Sample.answering(Sample.completed(trial, 1 - trial.seed() * 1e-4), "1111111110")).toList();
    Analysis analysis = Analysis.of(experiment, records);
    String sentence = "Judged over seeds, with the test examples fixed; over seeds and test examples the claim would be open.";
    assertThat(TextSummary.of(analysis)).containsOnlyOnce("""
        holds: It knows unseen digits
          all seeds: test accuracy 0.900, 95 % interval [0.900, 0.900], n = 6
          SENTENCE
        """.replace("SENTENCE", sentence));
    assertThat(Page.html(analysis, Sample.FACTS, List.of())).containsOnlyOnce("<p class=\"minor\">" + sentence + "</p>");
    assertThat(Notebook.ipynb(analysis, Sample.FACTS)).containsOnlyOnce(sentence);
  }
}
