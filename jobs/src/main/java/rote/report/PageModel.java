package rote.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rote.experiment.Curve;
import rote.experiment.Experiment;
import rote.experiment.Setting;
import rote.experiment.Status;
import rote.store.TrialRecord;

/** What the template of a page asks for, by name: texts, lists of rows, and cells with a main and a minor part. */
final class PageModel {
  /** The page lists no more trials than this that did not complete; the tables hold all. */
  private static final int MOST_PROBLEMS = 100;

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
    values.put("question", experiment.question());
    values.put("sentence", groups.sentence());
    List<Verdict> verdicts = Verdicts.of(groups);
    values.put("anyVerdicts", !verdicts.isEmpty());
    values.put("verdicts", verdicts.stream().map(PageModel::verdict).toList());
    values.put("facts", facts.facts().entrySet().stream().map(fact -> pair(fact.getKey(), fact.getValue())).toList());
    values.put("chance", Numbers.accuracy(facts.chance()));
    values.put("classes", facts.classes());
    values.put("charts", Arrays.stream(Chart.values()).map(this::chart).toList());
    values.put("marks", figures.stream().anyMatch(PublishedFigure::isMeasured));
    values.put("bands", ChartData.hasBands(groups));
    values.put("headings", headings());
    values.put("groups", groups.all().stream().map(this::row).toList());
    values.put("incomplete", !groups.allCompleted());
    values.put("settings", Setting.all().stream().map(this::setting).toList());
    values.put("seeds", Words.seeds(experiment.sweep().seeds()));
    putPublished(values);
    putProblems(values);
    List<Map<String, Object>> probes = new ProbeTables(groups).values();
    values.put("anyProbes", !probes.isEmpty());
    values.put("probes", probes);
    values.put("data", ChartData.json(groups, figures, facts.chance()));
    return values;
  }

  private void putPublished(Map<String, Object> values) {
    List<Map<String, Object>> measured =
        figures.stream().filter(PublishedFigure::isMeasured).map(PageModel::measured).toList();
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
    return Map.of("claim", verdict.claim(), "answer", verdict.answer().words(),
        "kind", verdict.answer().name().toLowerCase(Locale.ROOT), "evidence", verdict.evidence().lines().toList());
  }

  private Map<String, Object> chart(Chart chart) {
    return Map.of("id", chart.id(), "title", chart.title(), "description", chart.description(groups));
  }

  private List<String> headings() {
    return inParts("part", groups.axes().isEmpty() ? List.of("trials") : groups.axes().stream().map(Words::of).toList());
  }

  private List<String> inParts(String part, List<String> others) {
    return groups.haveParts() ? Stream.concat(Stream.of(part), others.stream()).toList() : others;
  }

  private Map<String, Object> row(Group group) {
    List<String> values = inParts(group.part(),
        groups.axes().isEmpty() ? List.of(group.label()) : groups.axes().stream().map(group::value).toList());
    List<Map<String, Object>> cells = new ArrayList<>();
    cells.add(cell(String.valueOf(group.count(Status.COMPLETED)), ""));
    cells.add(mean(group, Metric.TRAINING_ACCURACY));
    cells.add(mean(group, Metric.TEST_ACCURACY));
    cells.add(cell(group.finalTestAccuracy().map(of -> Numbers.interval(Metric.TEST_ACCURACY, of)).orElse("-"), ""));
    cells.add(meanAlone(group, Metric.GENERALISATION_GAP));
    cells.add(meanAlone(group, Metric.BEST_TEST_ACCURACY));
    cells.add(cell(group.fitEpochWords(), ""));
    cells.add(meanAlone(group, Metric.TRAINING_COST));
    cells.add(mean(group, Metric.TEST_COST));
    cells.add(meanAlone(group, Metric.CHANGED_LABELS));
    return Map.of("index", groups.all().indexOf(group), "label", group.label(), "values", values, "cells", cells,
        "status", group.statusCounts());
  }

  private static Map<String, Object> mean(Group group, Metric metric) {
    Optional<Statistics> of = group.statistics(metric);
    return cell(
        of.map(s -> metric.format(s.mean())).orElse("-"),
        of.filter(s -> s.n() > 1).map(s -> Numbers.deviation(metric, s)).orElse(""));
  }

  private static Map<String, Object> meanAlone(Group group, Metric metric) {
    return cell(group.statistics(metric).map(of -> metric.format(of.mean())).orElse("-"), "");
  }

  private static Map<String, Object> measured(PublishedFigure figure) {
    return Map.of(
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
    Map<String, Object> pair = new LinkedHashMap<>(pair(Words.of(setting), String.join(" · ", values)));
    pair.put("swept", groups.axes().contains(setting));
    return pair;
  }

  private Map<String, Object> problem(TrialRecord record) {
    Group group = groups.all().stream().filter(g -> g.records().contains(record)).findFirst().orElseThrow();
    return Map.of(
        "id", record.trialId(),
        "label", group.label(),
        "seed", record.trial().seed(),
        "status", record.result().status().name().toLowerCase(Locale.ROOT),
        "error", what(record));
  }

  /** The first line of the error, or after which epoch the trial diverged. */
  private static String what(TrialRecord record) {
    String error = record.result().error();
    if (error != null && !error.isBlank()) {
      return error.strip().lines().findFirst().orElse("");
    }
    Curve curve = record.result().curve();
    return curve.isEmpty() ? "" : "last measured after epoch " + curve.last().epoch();
  }

  private static Map<String, Object> cell(String main, String minor) {
    return Map.of("main", main, "minor", minor);
  }

  private static Map<String, Object> pair(String label, String value) {
    return Map.of("label", label, "value", value);
  }
}
