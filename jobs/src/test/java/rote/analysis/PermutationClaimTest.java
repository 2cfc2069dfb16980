package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.files.yaml.YamlText;
import rote.harness.Sample;
import rote.network.Measure;
import rote.report.terminal.TextSummary;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** What an analysis makes of permuted labels: claims, groups, reports. */
class PermutationClaimTest {
  private static final String FILE = "name: e\ndata: {file: t.csv, label: y, test-share: 0.2}\nseeds: 2\npermutation-test: {permutations: 39}\n";
  private static final String CLAIM = "{claim: learnable, metric: permutation_p, at-most: 0.05}";

  @Test
  void aSmallPHoldsAndALargeOneIsOpen() {
    assertThat(verdict(FILE + "claims: [" + CLAIM + "]\n", 1, 0.9).answer()).isEqualTo(Verdict.Answer.HOLDS);
    Verdict open = verdict(FILE + "claims: [" + CLAIM + "]\n", 2, 0.9);
    assertThat(open.answer()).as("p = 0.075").isEqualTo(Verdict.Answer.OPEN);
    assertThat(open.evidence()).contains("p = 0.075, for 2 of 39 permutations of the labels do as well");
  }

  @Test
  void otherClaimsLeaveItALowerLevel() {
    String two = FILE + "claims:\n- " + CLAIM + "\n- {claim: accurate, metric: test_accuracy, at-least: 0.999}\n";
    assertThat(verdict(two, 0, 0.9).answer()).as("p = 0.025 of 2 claims").isEqualTo(Verdict.Answer.HOLDS);
    Verdict open = verdict(two, 1, 0.9);
    assertThat(open.answer()).as("p = 0.05 of 2 claims").isEqualTo(Verdict.Answer.OPEN);
    assertThat(open.evidence()).contains("of the tests that are judged together, this one must have p at most 0.025");
  }

  @Test
  void aLaxerClaimNeedsLess() {
    assertThat(verdict(FILE + "claims: [" + CLAIM.replace("0.05", "0.1") + "]\n", 3, 0.9).answer()).as("p = 0.1").isEqualTo(Verdict.Answer.HOLDS);
    assertThat(verdict(FILE + "claims: [" + CLAIM.replace("0.05", "0.01") + "]\n", 0, 0.9).answer()).as("p = 0.025").isEqualTo(Verdict.Answer.OPEN);
  }

  @Test
  void permutedTrialsAreInNoMean() {
    Experiment experiment = experiment(FILE);
    Analysis analysis = Analysis.of(experiment, records(experiment, 0, 0.9));
    Group group = analysis.groups().all().get(0);
    assertThat(group.planned()).isEqualTo(2);
    assertThat(group.records()).hasSize(2);
    assertThat(group.trained()).hasSize(80);
    assertThat(group.statistics(rote.analysis.metrics.Metric.TEST_ACCURACY).orElseThrow().mean()).isEqualTo(0.9);
    assertThat(analysis.groups().sentence()).isEqualTo("80 trials on pen-digits: 1 group of 2 seeds (1, 2); all completed.");
    assertThat(TextSummary.of(analysis)).contains("\npermutation test, all seeds: with the true labels test accuracy is 0.900, mean over 2 seeds;");
    String page = Sample.page(experiment, records(experiment, 0, 0.9));
    assertThat(page).contains("<section id=\"permutations\"", "With the true labels test accuracy is 0.900", "\"permutations\":[{\"counts\":[39]");
    assertThat(page).contains("The labels of all examples are put into a random order", "<dt>file</dt><dd>t.csv</dd>");
    Experiment grouped = experiment(FILE.replace("0.2", "0.2, group-column: clinic"));
    assertThat(Sample.page(grouped, records(grouped, 0, 0.9))).contains("those within each group", "<dt>group column</dt><dd>clinic</dd>")
        .doesNotContain("labels of all examples");
    assertThat(Sample.page(experiment(FILE.replace("test-share: 0.2", "folds: 2")), List.of())).contains("<dt>test share</dt><dd>each fold once</dd>");
    Experiment plain = experiment(FILE.replaceFirst("permutation-test.*", ""));
    assertThat(Sample.page(plain, records(plain, 0, 0.9))).doesNotContain("<section id=\"permutations\"");
  }

  @Test
  void thereIsNoPUntilAllAreTrained() {
    Experiment experiment = experiment(FILE + "claims: [" + CLAIM + "]\n");
    List<TrialRecord> records = new ArrayList<>(records(experiment, 0, 0.9));
    records.remove(records.size() - 1);
    Analysis analysis = Analysis.of(experiment, records);
    assertThat(analysis.groups().all().get(0).permutations()).isEmpty();
    assertThat(analysis.verdicts().get(0).answer()).isEqualTo(Verdict.Answer.OPEN);
    assertThat(analysis.groups().sentence()).contains("79 completed, 1 to do");
  }

  private static Verdict verdict(String yaml, int asGood, double truth) {
    Experiment experiment = experiment(yaml);
    return Analysis.of(experiment, records(experiment, asGood, truth)).verdicts().get(0);
  }

  private static Experiment experiment(String yaml) {
    return ExperimentFile.experiment("e.yaml", YamlText.map("e.yaml", yaml));
  }

  /** Permutations are at 0.4, but for some that are as good as the true labels. */
  private static List<TrialRecord> records(Experiment experiment, int asGood, double truth) {
    List<Trial> trials = experiment.trials();
    return IntStream.range(0, trials.size()).mapToObj(t -> Sample.record(trials.get(t), result(t / 2 <= asGood ? truth : 0.4, t / 2))).toList();
  }

  private static TrialResult result(double accuracy, int permutation) {
    return new TrialResult(Status.COMPLETED, new Curve(List.of(new EpochRow(permutation == 0 ? 0 : 3, new Measure(0, 1), null, new Measure(1, accuracy), 1))),
        0, 1, null);
  }
}
