package rote.report.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.Metric;
import rote.analysis.Numbers;
import rote.analysis.PageFacts;
import rote.analysis.ProbeNumbers;
import rote.analysis.PublishedFigure;
import rote.analysis.PublishedFigures;
import rote.analysis.Verdict;
import rote.analysis.Verdicts;
import rote.analysis.Words;
import rote.experiment.Experiment;
import rote.report.page.ProbeTables;
import rote.trial.Status;

/** What a notebook says in words and tables. */
final class NotebookWords {
  /** More rows are for the code to show. */
  private static final int MOST_ROWS = 200;

  private final Groups groups;
  private final List<PublishedFigure> figures;
  private final PageFacts facts;

  NotebookWords(Groups groups, PageFacts facts) {
    this.groups = groups;
    this.figures = PublishedFigures.of(groups);
    this.facts = facts;
  }

  /** The question, what the data say, and where they come from. */
  String opening() {
    Experiment experiment = groups.experiment();
    String title = experiment.question().isBlank() ? experiment.name() : experiment.question();
    String verdicts = Verdicts.of(groups).stream().map(NotebookWords::verdict).collect(Collectors.joining("\n"));
    String provenance = facts.facts().entrySet().stream()
        .map(fact -> "- " + Markdown.text(fact.getKey()) + ": " + Markdown.text(fact.getValue()))
        .collect(Collectors.joining("\n"));
    return "# " + Markdown.text(title) + "\n\n**" + Markdown.text(experiment.name()) + "**: "
        + Markdown.text(groups.sentence()) + (verdicts.isEmpty() ? "" : "\n\n## What the data say\n\n" + verdicts)
        + "\n\n## Provenance\n\n" + provenance;
  }

  private static String verdict(Verdict verdict) {
    return "- **" + verdict.answer().words() + "**: " + Markdown.text(verdict.claim()) + "\n"
        + verdict.evidence().lines().map(line -> "  - " + Markdown.text(line)).collect(Collectors.joining("\n"));
  }

  /** Empty where the experiment names no figure. */
  Optional<String> published() {
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> rows = figures.stream().limit(MOST_ROWS).map(NotebookWords::row).toList();
    return Optional.of("## Beside published figures\n\n" + Markdown.table(
        List.of("group", "figure", "measured", "95 % interval", "published", "difference", "source"), rows));
  }

  private static List<String> row(PublishedFigure figure) {
    String about = figure.group().map(Group::label).orElse("not measured here: " + Words.where(figure.published().where()));
    return List.of(about, figure.metricWords(), figure.measuredText(), figure.intervalText(), figure.publishedText(),
        figure.isMeasured() ? figure.differenceText() : "-", figure.published().source());
  }

  String groupTable() {
    List<String> headings = new ArrayList<>(groups.haveParts() ? List.of("part") : List.of());
    groups.axes().forEach(axis -> headings.add(Words.of(axis)));
    headings.addAll(List.of("n", "training accuracy", "test accuracy", "95 % interval", "fit epoch", "test cost", "trials"));
    List<List<String>> rows = groups.all().stream().limit(MOST_ROWS).map(this::row).toList();
    int more = groups.all().size() - rows.size();
    return "## Groups\n\nMean ± standard deviation over the n trials that completed; the interval is that of the mean, by"
        + " Student’s t. Fit epoch is the first epoch with a training accuracy of 0.99 or more. Guessing among "
        + facts.classes() + " classes has accuracy " + Numbers.accuracy(facts.chance()) + ".\n\n"
        + Markdown.table(headings, rows) + (more > 0 ? "\n\nAnd " + more + " more groups in the table of trials." : "");
  }

  private List<String> row(Group group) {
    Stream<String> part = groups.haveParts() ? Stream.of(group.part()) : Stream.of();
    Stream<String> cells = Stream.of(String.valueOf(group.count(Status.COMPLETED)),
        group.finalTrainingAccuracy().map(of -> Numbers.plusMinus(Metric.TRAINING_ACCURACY, of)).orElse("-"),
        group.finalTestAccuracy().map(of -> Numbers.plusMinus(Metric.TEST_ACCURACY, of)).orElse("-"),
        group.finalTestAccuracy().map(of -> Numbers.interval(Metric.TEST_ACCURACY, of)).orElse("-"),
        group.fitEpochWords(), group.finalTestCost().map(of -> Numbers.cost(of.mean())).orElse("-"), group.statusCounts());
    Stream<String> settings = groups.axes().stream().map(group::value);
    return Stream.of(part, settings, cells).flatMap(cell -> cell).toList();
  }

  /** The numbers of one probe, as the page's table has them. */
  @SuppressWarnings("unchecked") // lists and maps of ProbeTables
  static String probe(Map<String, Object> table) {
    List<String> headings = new ArrayList<>(List.of("group", "n"));
    headings.addAll((List<String>) table.get("headings"));
    List<List<String>> rows = ((List<Map<String, Object>>) table.get("rows")).stream().map(row -> {
      List<String> cells = new ArrayList<>(List.of((String) row.get("label"), String.valueOf(row.get("n"))));
      ((List<ProbeNumbers.Cell>) row.get("cells")).forEach(cell -> cells.add(cell.toString()));
      return cells;
    }).map(List::copyOf).toList();
    return "### " + Markdown.text((String) table.get("title")) + "\n\n" + Markdown.text((String) table.get("words"))
        + "\n\n" + Markdown.table(headings, rows);
  }
}
