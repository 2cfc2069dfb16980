package rote.report.notebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.analysis.Analysis;
import rote.analysis.AnalysisTable;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.Metric;
import rote.analysis.Numbers;
import rote.analysis.PageFacts;
import rote.analysis.ProbeTable;
import rote.analysis.PublishedFigure;
import rote.analysis.Verdict;
import rote.trial.Status;

/** Writes a notebook's words and tables. */
record NotebookWords(Analysis analysis, PageFacts facts) {
  private static final int MAX_ROWS = 200;
  private static final int MAX_PROBED = 50;

  private Groups groups() {
    return analysis.groups();
  }

  String opening() {
    String verdicts = analysis.verdicts().stream().map(NotebookWords::verdict).collect(Collectors.joining("\n"));
    String provenance = facts.facts().entrySet().stream()
        .map(fact -> "- " + Markdown.text(fact.getKey()) + ": " + Markdown.text(fact.getValue()))
        .collect(Collectors.joining("\n"));
    return "# " + Markdown.text(analysis.title()) + "\n\n**" + Markdown.text(groups().experiment().name()) + "**: "
        + Markdown.text(groups().sentence()) + (verdicts.isEmpty() ? "" : "\n\n## What the data say\n\n" + verdicts)
        + "\n\n## Provenance\n\n" + provenance;
  }

  private static String verdict(Verdict verdict) {
    return "- **" + verdict.answer().words() + "**: " + Markdown.text(verdict.claim()) + "\n"
        + verdict.evidence().lines().map(line -> "  - " + Markdown.text(line)).collect(Collectors.joining("\n"));
  }

  /** Empty if the experiment names no figure. */
  Optional<String> published() {
    List<List<String>> rows = analysis.published().stream().limit(MAX_ROWS).map(NotebookWords::row).toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of("## Beside published figures\n\n" + Markdown.table(
        List.of("group", "figure", "measured", "95 % interval", "published", "difference", "source"), rows));
  }

  private static List<String> row(PublishedFigure figure) {
    return List.of((figure.isMeasured() ? "" : "not measured here: ") + figure.label(), figure.metricWords(),
        figure.measuredText(), figure.intervalText(), figure.publishedText(),
        figure.isMeasured() ? figure.differenceText() : "-", figure.published().source());
  }

  String groupTable() {
    List<String> headings = Stream.concat(groups().headings().stream(),
        Stream.of("n", "training accuracy", "test accuracy", "95 % interval", "fit epoch", "test cost", "trials")).toList();
    List<List<String>> rows = groups().all().stream().limit(MAX_ROWS).map(this::row).toList();
    int more = groups().all().size() - rows.size();
    return "## Groups\n\nMean ± standard deviation over the n trials that completed; the interval is that of the mean, by"
        + " Student’s t. Fit epoch is the first epoch with a training accuracy of 0.99 or more. " + facts.guessing() + "\n\n"
        + Markdown.table(headings, rows) + (more > 0 ? "\n\nAnd " + more + " more groups in the table of trials." : "");
  }

  private List<String> row(Group group) {
    return Stream.concat(groups().settings(group).stream(), Stream.of(String.valueOf(group.count(Status.COMPLETED)),
        group.text(Metric.TRAINING_ACCURACY, Numbers::plusMinus), group.text(Metric.TEST_ACCURACY, Numbers::plusMinus),
        group.text(Metric.TEST_ACCURACY, Numbers::interval), group.fitEpochWords(),
        group.text(Metric.TEST_COST, Numbers::mean), group.statusCounts())).toList();
  }

  static String probe(ProbeTable table) {
    AnalysisTable finding = table.finding(table.probed().stream().limit(MAX_PROBED).toList());
    return "### " + Markdown.text(finding.title()) + "\n\n" + Markdown.text(finding.note())
        + "\n\n" + Markdown.table(finding.headings(), finding.rows());
  }
}
