package rote.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.analysis.Analysis;
import rote.analysis.AnalysisTable;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.PublishedFigure;
import rote.analysis.Verdict;
import rote.analysis.Verdicts;
import rote.analysis.Words;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.analysis.statistics.Statistics;
import rote.trial.Status;

/** Writes an experiment's result for a terminal: verdicts, table of groups, published figures. */
public final class TextSummary {
  private TextSummary() {}

  public static String of(Analysis analysis) {
    Groups groups = analysis.groups();
    String question = groups.experiment().question();
    return (question.isBlank() ? "" : TextTable.printable(question) + "\n")
        + TextTable.printable(groups.sentence()) + "\n\n"
        + verdicts(analysis.verdicts())
        + groupTable(groups)
        + permutations(groups)
        + findings(analysis.findings())
        + findings(analysis.probes().stream().map(table -> table.finding(table.rows())).toList())
        + memorisation(analysis.memorising())
        + measured(analysis.measured())
        + notMeasured(analysis.notMeasured());
  }

  private static String verdicts(List<Verdict> verdicts) {
    StringBuilder lines = new StringBuilder();
    for (Verdict verdict : verdicts) {
      lines.append(TextTable.printable(verdict.answer().words() + ": " + verdict.claim().text())).append('\n');
      Stream.concat(verdict.evidence().lines(), verdict.overImages().stream())
          .forEach(line -> lines.append("  ").append(TextTable.printable(line)).append('\n'));
    }
    Verdicts.note(verdicts).ifPresent(note -> lines.append(note).append('\n'));
    return lines.append(verdicts.isEmpty() ? "" : "\n").toString();
  }

  private static String findings(List<AnalysisTable> findings) {
    return findings.stream().map(finding -> "\n" + text(finding)).collect(Collectors.joining());
  }

  private static String text(AnalysisTable finding) {
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
    List<String> cells = new ArrayList<>(groups.settings(group));
    cells.add(String.valueOf(group.count(Status.COMPLETED)));
    cells.add(group.text(Metric.TRAINING_ACCURACY, Numbers::plusMinus));
    cells.add(group.text(Metric.TEST_ACCURACY, TextSummary::withInterval));
    cells.add(group.fitEpochWords());
    cells.add(group.text(Metric.TEST_COST, Numbers::mean));
    if (!groups.allCompleted()) {
      cells.add(group.statusCounts());
    }
    return cells;
  }

  private static String withInterval(Metric metric, Statistics of) {
    return Numbers.plusMinus(metric, of) + " " + Numbers.interval(metric, of);
  }

  private static String permutations(Groups groups) {
    return groups.all().stream().flatMap(group -> group.permutations().stream()
        .map(test -> "\npermutation test, " + TextTable.printable(group.label()) + ": " + test.sentence() + "\n")).collect(Collectors.joining());
  }

  private static String memorisation(List<Group> groups) {
    return groups.stream().map(group -> "\nmemorisation, " + group.label() + ": " + group.memorisationWords() + "\n")
        .collect(Collectors.joining());
  }

  private static String measured(List<PublishedFigure> figures) {
    if (figures.isEmpty()) {
      return "";
    }
    TextTable table = new TextTable().left("published figures").left("of").left("measured [95 % of further results]");
    table.right("published").right("difference").left("source");
    for (PublishedFigure figure : figures) {
      table.row(List.of(figure.label(), figure.metricWords(), figure.measuredText() + " " + figure.intervalText(),
          figure.publishedText(), figure.differenceText(), figure.published().source()));
    }
    return "\n" + table;
  }

  private static String notMeasured(List<PublishedFigure> figures) {
    StringBuilder lines = new StringBuilder(figures.isEmpty() ? "" : "\nnot measured here:\n");
    for (PublishedFigure figure : figures) {
      String line = figure.metricWords() + " " + figure.publishedText() + " for "
          + figure.label() + " (" + figure.published().source() + ")";
      lines.append("  ").append(TextTable.printable(line)).append('\n');
    }
    return lines.toString();
  }
}
