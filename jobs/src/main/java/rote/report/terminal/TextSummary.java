package rote.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import rote.analysis.Finding;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.MemorisationWords;
import rote.analysis.Metric;
import rote.analysis.Numbers;
import rote.analysis.ProbeNumbers;
import rote.analysis.PublishedFigure;
import rote.analysis.PublishedFigures;
import rote.analysis.Verdict;
import rote.analysis.Verdicts;
import rote.analysis.Words;
import rote.analysis.statistics.Statistics;
import rote.experiment.Experiment;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** An experiment's result as a terminal shows it: what the data say of its claims, the groups in a table, the published figures. */
public final class TextSummary {
  private TextSummary() {}

  public static String of(Experiment experiment, List<TrialRecord> records) {
    Groups groups = Groups.of(experiment, records);
    List<PublishedFigure> figures = PublishedFigures.of(groups);
    return (experiment.question().isBlank() ? "" : TextTable.printable(experiment.question()) + "\n")
        + TextTable.printable(groups.sentence()) + "\n\n"
        + verdicts(Verdicts.of(groups))
        + groupTable(groups)
        + findings(Finding.of(groups))
        + findings(ProbeNumbers.findings(groups))
        + MemorisationWords.of(groups)
        + measured(figures.stream().filter(PublishedFigure::isMeasured).toList())
        + notMeasured(figures.stream().filter(figure -> !figure.isMeasured()).toList());
  }

  private static String verdicts(List<Verdict> verdicts) {
    StringBuilder lines = new StringBuilder();
    for (Verdict verdict : verdicts) {
      lines.append(TextTable.printable(verdict.answer().words() + ": " + verdict.claim())).append('\n');
      verdict.evidence().lines().forEach(line -> lines.append("  ").append(TextTable.printable(line)).append('\n'));
    }
    return lines.append(verdicts.isEmpty() ? "" : "\n").toString();
  }

  private static String findings(List<Finding> findings) {
    return findings.stream().map(finding -> "\n" + text(finding)).collect(Collectors.joining());
  }

  private static String text(Finding finding) {
    TextTable table = new TextTable();
    finding.headings().forEach(table::right);
    finding.rows().forEach(table::row);
    return finding.title() + "\n" + finding.note() + "\n" + table;
  }

  private static String groupTable(Groups groups) {
    TextTable table = new TextTable();
    if (groups.haveParts()) {
      table.left("part");
    }
    groups.axes().forEach(axis -> table.right(Words.of(axis)));
    table.right("n").right("training accuracy").left("test accuracy [95 % interval]");
    table.right("fit epoch").right("test cost");
    if (!groups.allCompleted()) {
      table.left("trials");
    }
    groups.all().forEach(group -> table.row(cells(group, groups)));
    return table.toString();
  }

  private static List<String> cells(Group group, Groups groups) {
    List<String> cells = new ArrayList<>();
    if (groups.haveParts()) {
      cells.add(group.part());
    }
    group.axes().forEach(axis -> cells.add(group.value(axis)));
    cells.add(String.valueOf(group.count(Status.COMPLETED)));
    cells.add(plusMinus(Metric.TRAINING_ACCURACY, group));
    cells.add(withInterval(group.finalTestAccuracy()));
    cells.add(group.fitEpochWords());
    cells.add(group.finalTestCost().map(cost -> Numbers.cost(cost.mean())).orElse("-"));
    if (!groups.allCompleted()) {
      cells.add(group.statusCounts());
    }
    return cells;
  }

  private static String plusMinus(Metric metric, Group group) {
    return group.statistics(metric).map(of -> Numbers.plusMinus(metric, of)).orElse("-");
  }

  private static String withInterval(Optional<Statistics> accuracy) {
    return accuracy
        .map(of -> Numbers.plusMinus(Metric.TEST_ACCURACY, of) + " " + Numbers.interval(Metric.TEST_ACCURACY, of))
        .orElse("-");
  }

  private static String measured(List<PublishedFigure> figures) {
    if (figures.isEmpty()) {
      return "";
    }
    TextTable table = new TextTable().left("published figures").left("of").left("measured [95 % interval]");
    table.right("published").right("difference").left("source");
    for (PublishedFigure figure : figures) {
      String label = figure.group().map(Group::label).orElse("");
      String measured = figure.measuredText() + " " + figure.intervalText();
      table.row(List.of(label, figure.metricWords(), measured, figure.publishedText(), figure.differenceText(),
          figure.published().source()));
    }
    return "\n" + table;
  }

  private static String notMeasured(List<PublishedFigure> figures) {
    StringBuilder lines = new StringBuilder(figures.isEmpty() ? "" : "\nnot measured here:\n");
    for (PublishedFigure figure : figures) {
      String line = figure.metricWords() + " " + figure.publishedText() + " for "
          + Words.where(figure.published().where()) + " (" + figure.published().source() + ")";
      lines.append("  ").append(TextTable.printable(line)).append('\n');
    }
    return lines.toString();
  }
}
