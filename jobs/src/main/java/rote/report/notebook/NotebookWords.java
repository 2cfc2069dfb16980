package rote.report.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.analysis.Analysis;
import rote.analysis.AnalysisTable;
import rote.analysis.ConfusionTable;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.PageFacts;
import rote.analysis.Population;
import rote.analysis.ProbeTable;
import rote.analysis.PublishedFigure;
import rote.analysis.Verdict;
import rote.analysis.Verdicts;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.trial.Status;

/** Writes a notebook's words and tables. */
record NotebookWords(Analysis analysis, PageFacts facts) {
  private static final int MAX_ROWS = 200;
  private static final int MAX_PROBED = 50;
  private static final int MAX_CONFUSIONS = 4;

  private Groups groups() {
    return analysis.groups();
  }

  String opening() {
    String verdicts = analysis.verdicts().stream().map(NotebookWords::verdict).collect(Collectors.joining("\n"));
    String provenance = facts.facts().entrySet().stream()
        .map(fact -> "- " + Markdown.text(fact.getKey()) + ": " + Markdown.text(fact.getValue()))
        .collect(Collectors.joining("\n"));
    return "# " + Markdown.text(analysis.title()) + "\n\n**" + Markdown.text(groups().experiment().name()) + "**: "
        + Markdown.text(groups().sentence())
        + (verdicts.isEmpty() ? "" : "\n\n## What the data say\n\n" + verdicts
            + Verdicts.note(analysis.verdicts()).map(note -> "\n\n" + Markdown.text(note)).orElse("") + "\n\n" + population())
        + "\n\n## Provenance\n\n" + provenance;
  }

  private String population() {
    return Markdown.text(Population.sentence(groups()).orElse(""));
  }

  private static String verdict(Verdict verdict) {
    return "- **" + verdict.answer().words() + "**: " + Markdown.text(verdict.claim().text() + verdict.claim().standsFor()
        .map(of -> " Stands for: “" + of.sentence() + "” (" + of.source() + ")").orElse("")) + "\n"
        + Stream.concat(verdict.evidence().lines(), verdict.overImages().stream())
            .map(line -> "  - " + Markdown.text(line)).collect(Collectors.joining("\n"));
  }

  /** Empty if the experiment names no figure. */
  Optional<String> published() {
    List<List<String>> rows = analysis.published().stream().limit(MAX_ROWS).map(NotebookWords::row).toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of("## Beside published figures\n\n" + population() + "\n\n"
        + Markdown.table(
            List.of("group", "figure", "measured", "95 % of further results", "published", "difference", "source"), rows));
  }

  private static List<String> row(PublishedFigure figure) {
    return List.of((figure.isMeasured() ? "" : "not measured here: ") + figure.label(), figure.metricWords(),
        figure.measuredText(), figure.intervalText(), figure.publishedText(),
        figure.isMeasured() ? figure.differenceText() : "-", figure.published().source());
  }

  String groupTable() {
    boolean images = groups().haveImageIntervals();
    List<String> headings = new ArrayList<>(groups().headings());
    headings.addAll(List.of("n", "training accuracy", "test accuracy", "95 % interval"));
    headings.addAll(images ? List.of("95 % interval over seeds and test examples") : List.of());
    headings.addAll(List.of("fit epoch", "test cost", "trials"));
    List<List<String>> rows = groups().all().stream().limit(MAX_ROWS).map(group -> row(group, images)).toList();
    int more = groups().all().size() - rows.size();
    return "## Groups\n\nMean ± standard deviation over the n trials that completed; the interval is that of the mean, by"
        + " Student’s t" + (images ? "; over test examples too, by the pigeonhole bootstrap" : "") + ". " + population()
        + " Fit epoch is the first epoch with a training accuracy of 0.99 or more. " + facts.guessing() + "\n\n"
        + Markdown.table(headings, rows) + (more > 0 ? "\n\nAnd " + more + " more groups in the table of trials." : "");
  }

  private List<String> row(Group group, boolean images) {
    List<String> row = new ArrayList<>(groups().settings(group));
    row.addAll(List.of(String.valueOf(group.count(Status.COMPLETED)),
        group.text(Metric.TRAINING_ACCURACY, Numbers::plusMinus), group.text(Metric.TEST_ACCURACY, Numbers::plusMinus),
        group.text(Metric.TEST_ACCURACY, Numbers::interval)));
    row.addAll(images ? List.of(group.overTestImagesText()) : List.of());
    row.addAll(List.of(group.fitEpochWords(), group.text(Metric.TEST_COST, Numbers::mean), group.statusCounts()));
    return row;
  }

  /** Empty without permutations of the labels. */
  Optional<String> permutations() {
    List<String> lines = groups().all().stream().limit(MAX_ROWS).flatMap(group -> group.permutations().stream()
        .map(test -> "- " + Markdown.text(group.label() + ": " + test.quotation()))).toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of("## True labels against permuted ones\n\n" + String.join("\n", lines));
  }

  String probe(ProbeTable table) {
    AnalysisTable finding = table.finding(table.probed().stream().limit(MAX_PROBED).toList());
    List<AnalysisTable> confusions = ConfusionTable.of(table, facts.classNames(), MAX_CONFUSIONS);
    return "### " + Markdown.text(finding.title()) + "\n\n" + table(finding)
        + (confusions.isEmpty() ? "" : "\n\n" + population())
        + confusions.stream().map(each -> "\n\n#### " + Markdown.text(each.title()) + "\n\n" + table(each))
            .collect(Collectors.joining());
  }

  private static String table(AnalysisTable table) {
    return Markdown.text(table.note()) + "\n\n" + Markdown.table(table.headings(), table.rows());
  }
}
