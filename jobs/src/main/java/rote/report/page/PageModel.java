package rote.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rote.analysis.Finding;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.KeyFigures;
import rote.analysis.Metric;
import rote.analysis.Numbers;
import rote.analysis.PageFacts;
import rote.analysis.PublishedFigure;
import rote.analysis.PublishedFigures;
import rote.analysis.Verdict;
import rote.analysis.Verdicts;
import rote.analysis.Words;
import rote.analysis.statistics.Statistics;
import rote.experiment.Experiment;
import rote.report.Chart;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** What the template of a page asks for, by name: texts, lists of rows, and cells with a main and a minor part. */
final class PageModel {
  /** The page lists no more trials than this that did not complete; the tables hold all. */
  private static final int MOST_PROBLEMS = 100;
  /** So many groups read without JavaScript; with it all do. */
  private static final int MOST_ROWS = 200;
  /** Evidence of more groups than this is folded away. */
  private static final int MOST_EVIDENCE = 3;

  /** So many values of a setting are told. */
  private static final int MOST_VALUES = 12;

  private final Groups groups;
  private final List<PublishedFigure> figures;
  private final PageFacts facts;

  PageModel(Groups groups, PageFacts facts) {
    this.groups = groups;
    this.figures = PublishedFigures.of(groups);
    this.facts = facts;
  }

  Map<String, Object> values() {
    Experiment experiment = groups.experiment();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", experiment.name());
    String heading = experiment.question().isBlank() ? experiment.name() : experiment.question();
    values.put("anyQuestion", !experiment.question().isBlank());
    values.put("heading", unbroken(heading));
    values.put("title", heading.equals(experiment.name()) ? heading : heading + " · " + experiment.name());
    values.put("sentence", groups.sentence());
    values.put("keyFigures", new KeyFigures(groups).values());
    values.put("provenance", facts.provenance());
    values.put("facts", facts.facts().entrySet().stream().map(fact -> pair(fact.getKey(), fact.getValue())).toList());
    values.put("chance", Numbers.accuracy(facts.chance()));
    values.put("classes", facts.classes());
    values.put("description", Chart.TEST_ACCURACY.description(groups));
    values.put("sweep", groups.all().size() > 1);
    values.put("headings", headings());
    values.put("groups", IntStream.range(0, Math.min(MOST_ROWS, groups.all().size())).mapToObj(this::row).toList());
    values.put("anyMoreGroups", groups.all().size() > MOST_ROWS);
    values.put("moreGroups", groups.all().size() - MOST_ROWS);
    values.put("incomplete", !groups.allCompleted());
    values.put("settings", Setting.all().stream().map(this::setting).toList());
    values.put("seeds", Words.seeds(experiment.sweep().seeds()));
    putVerdicts(values);
    putPublished(values);
    putProblems(values);
    List<Finding> findings = Finding.of(groups);
    values.put("anyFindings", !findings.isEmpty());
    values.put("findings", findings);
    List<Map<String, Object>> probes = new ProbeTables(groups).values();
    values.put("anyProbes", !probes.isEmpty());
    values.put("probes", probes);
    values.put("data", PageData.json(groups, figures, facts));
    return values;
  }

  private void putVerdicts(Map<String, Object> values) {
    List<Verdict> verdicts = Verdicts.of(groups);
    values.put("anyVerdicts", !verdicts.isEmpty());
    values.put("verdicts", verdicts.stream().map(PageModel::verdict).toList());
    long open = verdicts.stream().filter(verdict -> verdict.answer() == Verdict.Answer.OPEN).count();
    values.put("next", next(open));
    values.put("anyNext", !next(open).isEmpty());
  }

  /** Where a reader finds what does not go without saying. */
  private List<Map<String, Object>> next(long open) {
    List<Map<String, Object>> next = new ArrayList<>();
    int problems = groups.notCompleted().size();
    long missing = groups.planned() - groups.records().size();
    long apart = figures.stream().filter(PublishedFigure::isMeasured).filter(PageModel::isApart).count();
    add(next, problems, Words.count(problems, "trial") + " diverged or failed", "problems");
    add(next, missing, Words.count(missing, "trial") + " to do: the same command goes on", "results");
    add(next, open, Words.count(open, "claim") + " that these data do not decide", "verdicts");
    add(next, apart, Words.count(apart, "published figure") + " outside of the measured interval", "published");
    return next;
  }

  private static void add(List<Map<String, Object>> next, long count, String words, String section) {
    if (count > 0) {
      next.add(Map.of("words", words, "section", section));
    }
  }

  private static boolean isApart(PublishedFigure figure) {
    Statistics of = figure.measured().orElseThrow();
    return figure.published().value() < of.low() || figure.published().value() > of.high();
  }

  private void putPublished(Map<String, Object> values) {
    List<PublishedFigure> isMeasured = figures.stream().filter(PublishedFigure::isMeasured).toList();
    DotPlot plot = new DotPlot(isMeasured);
    List<Map<String, Object>> measured =
        isMeasured.stream().map(figure -> measured(figure, plot)).toList();
    List<Map<String, Object>> missing =
        figures.stream().filter(figure -> !figure.isMeasured()).map(PageModel::missing).toList();
    values.put("anyMeasured", !measured.isEmpty());
    values.put("measured", measured);
    values.put("anyMissing", !missing.isEmpty());
    values.put("missing", missing);
    values.put("anyPublished", !figures.isEmpty());
  }

  private void putProblems(Map<String, Object> values) {
    List<TrialRecord> all = groups.notCompleted();
    values.put("anyProblems", !all.isEmpty());
    values.put("problems", all.stream().limit(MOST_PROBLEMS).map(this::problem).toList());
    values.put("moreProblems", Math.max(0, all.size() - MOST_PROBLEMS));
    values.put("anyMoreProblems", all.size() > MOST_PROBLEMS);
  }

  private static Map<String, Object> verdict(Verdict verdict) {
    List<String> lines = verdict.evidence().lines().toList();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("claim", unbroken(verdict.claim()));
    values.put("answer", verdict.answer().words());
    values.put("kind", verdict.answer().name().toLowerCase(Locale.ROOT));
    values.put("evidence", lines);
    values.put("folded", lines.size() > MOST_EVIDENCE);
    values.put("summary", "the numbers of " + Words.count(lines.size(), "group"));
    return values;
  }

  /** 96 % stays in one line. */
  private static String unbroken(String text) {
    return text.replace(" %", "\u00a0%");
  }

  private List<String> headings() {
    return inParts("part", groups.axes().isEmpty() ? List.of("trials") : groups.axes().stream().map(Words::of).toList());
  }

  private List<String> inParts(String part, List<String> others) {
    return groups.haveParts() ? Stream.concat(Stream.of(part), others.stream()).toList() : others;
  }

  private Map<String, Object> row(int index) {
    Group group = groups.all().get(index);
    List<String> values = inParts(group.part(),
        groups.axes().isEmpty() ? List.of(group.label()) : groups.axes().stream().map(group::value).toList());
    List<Map<String, Object>> cells = new ArrayList<>();
    cells.add(cell(String.valueOf(group.count(Status.COMPLETED)), ""));
    cells.add(mean(group, Metric.TRAINING_ACCURACY));
    cells.add(mean(group, Metric.TEST_ACCURACY));
    cells.add(cell(group.finalTestAccuracy().map(of -> Numbers.interval(Metric.TEST_ACCURACY, of)).orElse("-"), ""));
    cells.add(mean(group, Metric.GENERALISATION_GAP));
    cells.add(mean(group, Metric.BEST_TEST_ACCURACY));
    cells.add(cell(group.fitEpochWords(), ""));
    cells.add(mean(group, Metric.TRAINING_COST));
    cells.add(mean(group, Metric.TEST_COST));
    cells.add(mean(group, Metric.CHANGED_LABELS));
    return Map.of("values", values, "cells", cells, "status", group.statusCounts());
  }

  private static Map<String, Object> mean(Group group, Metric metric) {
    Optional<Statistics> of = group.statistics(metric);
    return cell(
        of.map(s -> metric.format(s.mean())).orElse("-"),
        of.filter(s -> s.n() > 1 && PageData.hasSpread(metric)).map(s -> Numbers.deviation(metric, s)).orElse(""));
  }

  private static Map<String, Object> measured(PublishedFigure figure, DotPlot plot) {
    return Map.of(
        "plot", plot.positions(figure),
        "label", figure.group().map(Group::label).orElse(""),
        "metric", figure.metricWords(),
        "measured", figure.measuredText(),
        "interval", figure.intervalText(),
        "published", figure.publishedText(),
        "difference", figure.differenceText().replace('-', '\u2212'),
        "source", figure.published().source());
  }

  private static Map<String, Object> missing(PublishedFigure figure) {
    return Map.of(
        "where", Words.where(figure.published().where()),
        "metric", figure.metricWords(),
        "published", figure.publishedText(),
        "source", figure.published().source());
  }

  private Map<String, Object> setting(Setting<?> setting) {
    List<String> values = groups.all().stream().map(group -> group.value(setting)).distinct().toList();
    String told = values.size() > MOST_VALUES ? Words.count(values.size(), "value") : String.join(" · ", ordered(values));
    Map<String, Object> pair = new LinkedHashMap<>(pair(Words.of(setting), told));
    pair.put("swept", groups.axes().contains(setting));
    return pair;
  }

  /** Numbers from little to much, others as they are. */
  private static List<String> ordered(List<String> values) {
    return values.stream().allMatch(value -> value.matches("-?\\d+(\\.\\d+)?(e-?\\d+)?"))
        ? values.stream().sorted(Comparator.comparing(BigDecimal::new)).toList() : values;
  }

  private Map<String, Object> problem(TrialRecord record) {
    Group group = groups.all().stream().filter(g -> g.records().contains(record)).findFirst().orElseThrow();
    return Map.of(
        "id", record.trialId(),
        "label", group.label(),
        "seed", record.trial().seed(),
        "status", record.result().status().name().toLowerCase(Locale.ROOT),
        "error", TrialRows.reason(record));
  }

  private static Map<String, Object> cell(String main, String minor) {
    return Map.of("main", main, "minor", minor);
  }

  private static Map<String, Object> pair(String label, String value) {
    return Map.of("label", label, "value", value);
  }
}
