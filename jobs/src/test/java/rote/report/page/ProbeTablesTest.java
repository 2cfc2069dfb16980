package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.analysis.Analysis;
import rote.analysis.metrics.Metric;
import rote.analysis.PageFacts;
import rote.analysis.ProbeWords;
import rote.analysis.statistics.Estimate;
import rote.analysis.statistics.Statistics;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.harness.Sample;
import rote.report.terminal.TextSummary;
import rote.trial.Curve;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** What the page shows of probes. */
class ProbeTablesTest {
  private static final String HOSTILE = "\"><script>alert(1)</script>";

  @TempDir Path folder;

  @Test
  void showsPicturesOfTheFirstSeedAndNumbersOverAll() {
    List<TrialRecord> records = new ArrayList<>();
    for (Trial trial : Sample.trueAndRandom(2).trials()) {
      records.add(probed(trial, 0.25f * trial.seed()));
    }
    String html = Sample.page(asking(Probe.values()), records);
    assertThat(html).contains("<section id=\"probes\"", "Weights of the first layer", "Confidence on noise",
        "Digits as the network draws them", "Critical sample ratio",
        "Answers to the training examples", "<td>0.333 <small>± 0.000</small></td>");
    assertThat(html).contains("<td>0.375 <small>± 0.177</small></td>").doesNotContain("Not computed for");
    assertThat(html.split("<img class=\"pixels\" src=\"data:image/png;base64", -1)).hasSize(1 + 2 * 3); // groups x probes
    assertThat(html).contains("alt=\"Weights of the first layer: unit 0 to unit 1\"",
        "alt=\"Digits as the network draws them: class 0 to class 1\"",
        "aria-label=\"Confidence on uniform images: 0.750 of them in the highest of 2 bins\"",
        "<path d=\"M0 10h1v-2.500h-1zM1 10h1v-7.500h-1z\"/>", "probes/probes.parquet");
    assertThat(TextSummary.of(Analysis.of(asking(Probe.values()), records)))
        .contains("Critical sample ratio\nThe share of test images")
        .containsPattern("label corruption 0 +2 +0\\.375 ± 0\\.177\n");
  }

  @Test
  void drawsHowExamplesAreAnsweredByEpochAsMeansOfSeedsOfWhichOneStoppedEarlier() {
    Experiment experiment = Sample.experiment(Map.of(), 2);
    List<TrialRecord> records = new ArrayList<>();
    float[][] asTold = {{0, 0.5f, 1}, {0.5f, 0.75f}};
    for (int seed = 0; seed < 2; seed++) {
      records.add(with(Sample.completed(experiment.trials().get(seed), 1), List.of(
          ProbeItem.row(Probe.LEARNING_ORDER, "clean", new float[asTold[seed].length]),
          ProbeItem.row(Probe.LEARNING_ORDER, "wrong-as-told", asTold[seed]))));
    }
    assertThat(Sample.page(experiment, records)).contains("class=\"line-0\" d=\"M0.0 100.0L100.0 100.0L200.0 100.0\"",
        "class=\"line-2\" d=\"M0.0 75.0L100.0 37.5L200.0 12.5\"", "aria-label=\"true label, wrong label: as told, epochs 0 to ")
        .doesNotContain("class=\"line-1\"");
  }

  /** So that a claim can be about it. */
  @Test
  void everyNumberOfAProbeIsAMetricThatAFileMayName() throws IOException {
    List<TrialResult> results =
        Sample.trueAndRandom(2).trials().stream().map(trial -> probed(trial, 0.25f * trial.seed()).result()).toList();
    for (Probe probe : Probe.values()) {
      for (ProbeWords.Number number : ProbeWords.of(probe).numbers()) {
        double[] values = results.stream().flatMapToDouble(result -> number.metric().reader().of(result).stream()).toArray();
        assertThat(Metric.named(number.metric().column()).orElseThrow().estimate(results).map(Estimate::value))
            .as(number.metric().column())
            .isEqualTo(values.length == 0 ? Optional.empty() : Optional.of(Statistics.of(values).mean()));
        Path file = Files.writeString(folder.resolve("claim.yaml"), "{name: x, claims: [{claim: y, metric: "
            + number.metric().column() + ", at-least: 0.5}]}");
        assertThat(ExperimentFile.read(file.toString(), List.of(), new FileSystems()).experiment().claims()).hasSize(1);
      }
    }
  }

  @Test
  void saysOfHowManyTrialsWhatIsAskedForIsMissing() {
    List<Trial> trials = Sample.trueAndRandom(2).trials();
    List<TrialRecord> records = List.of(probed(trials.get(0), 0.5f), Sample.completed(trials.get(1), 1),
        Sample.diverged(trials.get(2), 0.5));
    String html = Sample.page(asking(Probe.CRITICAL_SAMPLE_RATIO), records);
    assertThat(html).contains("Not computed for 1 of the 2 completed trials").contains("<td>0.500 <small></small></td>");
    assertThat(Sample.page(asking(Probe.CRITICAL_SAMPLE_RATIO), List.of())).contains("Critical sample ratio");
  }

  @Test
  void saysNothingWhereNothingWasProbed() {
    List<TrialRecord> records = Sample.trueAndRandom(2).trials().stream().map(trial -> Sample.completed(trial, 1)).toList();
    assertThat(Sample.page(Sample.trueAndRandom(2), records)).doesNotContain("id=\"probes\"", "probes.parquet");
  }

  @Test
  void escapesWhatAProbeIsSaidToHaveFound() {
    TrialRecord plain = Sample.completed(Sample.trueAndRandom(1).trials().get(0), 1);
    TrialRecord hostile = with(plain, List.of(new ProbeItem(Probe.DRAWN_DIGITS, HOSTILE, List.of(1, 2), new float[2]),
        new ProbeItem(Probe.NOISE_CONFIDENCE, HOSTILE + "-confidence", List.of(2), new float[2])));
    assertThat(Sample.page(asking(), List.of(hostile)))
        .doesNotContain("<script>alert").contains("&lt;script&gt;");
  }

  @Test
  void showsWhichClassIsTakenForWhichAndHowSureTheAccuracyIs() {
    Experiment experiment = Sample.experiment(Map.of(), 2);
    List<TrialRecord> records = new ArrayList<>();
    for (Trial trial : experiment.trials()) { // of class 3, three and two of three are right; of class 8, two of three
      records.add(Sample.answering(Sample.completed(trial, 1), trial.seed() == 1 ? "111110" : "110110"));
    }
    String html = Sample.page(experiment, records);
    assertThat(html).contains("<summary>all seeds</summary>", "aria-label=\"Answers to the test examples: all seeds\"",
        "<th scope=\"col\">class</th><th scope=\"col\">3</th><th scope=\"col\">8</th><th scope=\"col\">accuracy</th>",
        "<th scope=\"row\">3</th><td>2.5</td><td>0.5</td><td>0.833</td>",
        "<th scope=\"row\">8</th><td>1</td><td>2</td><td>0.667</td><td>-</td>",
        "95&nbsp;% interval over seeds and test examples</th>",
        "95\u00a0% intervals over seeds are over weights and order; training examples and test examples fixed."
            + " Those over seeds and test examples are over weights, order and test examples; training examples fixed.");
    PageFacts named = new PageFacts(2, 0.5, List.of("ill", "well"), Map.of(), List.of(), "e.yaml");
    assertThat(Page.html(Analysis.of(experiment, records), named, List.of())).contains("how many test examples",
        "<th scope=\"col\">class</th><th scope=\"col\">ill</th><th scope=\"col\">well</th>", "<th scope=\"row\">ill</th><td>2.5</td>");
    TrialRecord one = records.get(0);
    assertThat(Sample.page(experiment, List.of(one, Sample.completed(experiment.trials().get(1), 1)))).as("one seed lacks answers")
        .contains("<summary>all seeds</summary>").doesNotContain("interval over seeds and test examples</th>", "Those over seeds");
    assertThat(Sample.page(experiment, List.of(one))).as("no interval").doesNotContain("intervals over seeds are");
  }

  private static Experiment asking(Probe... probes) {
    Experiment plain = Sample.trueAndRandom(2);
    return new Experiment(plain.name(), plain.question(), plain.data(), plain.sweep(), plain.followUp(), List.of(),
        List.of(), List.of(), List.of(probes));
  }

  private static TrialRecord probed(Trial trial, float number) {
    List<ProbeItem> items = new ArrayList<>();
    for (String name : List.of("unit-0", "unit-1")) {
      items.add(new ProbeItem(Probe.HIDDEN_WEIGHTS, name, List.of(2, 2), new float[] {-1, 0, 1, number}));
    }
    items.add(new ProbeItem(Probe.HIDDEN_WEIGHTS, "autocorrelation", List.of(), new float[] {number}));
    items.add(new ProbeItem(Probe.NOISE_CONFIDENCE, "uniform-confidence", List.of(2), new float[] {0.25f, 0.75f}));
    items.add(new ProbeItem(Probe.NOISE_CONFIDENCE, "uniform-above-0.9", List.of(), new float[] {number}));
    for (String name : List.of("class-0", "class-1")) {
      items.add(new ProbeItem(Probe.DRAWN_DIGITS, name, List.of(2, 2), new float[] {0, 0.5f, 1, number}));
    }
    items.add(new ProbeItem(Probe.DRAWN_DIGITS, "confidence", List.of(2), new float[] {number, number}));
    items.add(new ProbeItem(Probe.CRITICAL_SAMPLE_RATIO, "ratio", List.of(), new float[] {number}));
    for (String name : List.of("trained-on", "right", "wrong-label")) {
      items.add(ProbeItem.bits(Probe.EXAMPLE_CORRECTNESS, name, new boolean[] {true, name.equals("right"), false, false}));
    }
    items.addAll(Sample.answering(Sample.completed(trial, 1), "1101").result().probes());
    for (String name : List.of("class-0", "class-1")) {
      items.add(new ProbeItem(Probe.JUDGED_DRAWINGS, name, List.of(2, 2), new float[] {0, 0.5f, 1, number}));
    }
    for (Probe probe : Probe.values()) {
      if (items.stream().noneMatch(item -> item.probe() == probe)) {
        items.add(ProbeItem.number(probe, "a-number", number));
      }
    }
    return with(Sample.completed(trial, 1), items);
  }

  private static TrialRecord with(TrialRecord record, List<ProbeItem> items) {
    Curve curve = record.result().curve();
    return Sample.record(record.trial(), new TrialResult(Status.COMPLETED, curve, 0.25, 1.5, null, items));
  }
}
