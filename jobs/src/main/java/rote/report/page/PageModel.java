package rote.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.analysis.Analysis;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.PageFacts;
import rote.analysis.Population;
import rote.analysis.ProbeTable;
import rote.analysis.PublishedFigure;
import rote.analysis.Verdict;
import rote.analysis.Verdicts;
import rote.analysis.Words;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.experiment.StandsFor;
import rote.files.yaml.YamlFlow;
import rote.report.Chart;
import rote.report.Resources;
import rote.store.MemorisedExample;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** The values in the template of a page, which calls these methods by name. */
record PageModel(Analysis analysis, PageFacts facts, List<MemorisedExample> pictured, LiveRun live) {
  /** The tables list all trials that did not complete. */
  private static final int MAX_PROBLEMS = 100;
  /** Further groups are shown by scripts only. */
  private static final int MAX_ROWS = 200;
  /** Longer evidence is folded. */
  private static final int MAX_EVIDENCE = 3;
  /** More values of one setting are only counted. */
  private static final int MAX_VALUES = 12;

  record Pair(String label, String value, boolean swept) {}

  record Link(String words, String section) {}

  record Claim(String text, List<StandsFor> standsFor, String answer, String kind, List<String> evidence, boolean folded, String summary,
      String caveat) {}

  record Row(List<String> values, List<ProbeTable.Cell> cells, String status) {}

  record Measured(PublishedFigure figure, DotPlot.Positions plot, String difference) {}

  record Problem(String id, String label, long seed, String status, String error) {}

  private Groups groups() {
    return analysis.groups();
  }

  String style() {
    return Resources.own("page.css");
  }

  String script() {
    return Page.SCRIPTS.stream().map(Resources::own).collect(Collectors.joining("\n"));
  }

  String library() {
    return Resources.charts();
  }

  String name() {
    return groups().experiment().question().isBlank() ? "" : groups().experiment().name();
  }

  String title() {
    String name = groups().experiment().name();
    return analysis.title().equals(name) ? name : analysis.title() + " · " + name;
  }

  String heading() {
    return unbroken(analysis.title());
  }

  List<Pair> provenance() {
    return facts.facts().entrySet().stream().map(fact -> new Pair(fact.getKey(), fact.getValue(), false)).toList();
  }

  String description() {
    return Chart.TEST_ACCURACY.description(groups());
  }

  boolean sweep() {
    return groups().all().size() > 1;
  }

  List<String> headings() {
    return groups().axes().isEmpty() ? List.of("trials") : groups().headings();
  }

  String population() {
    return unbroken(Population.sentence(groups()).orElse(""));
  }

  boolean overImages() {
    return groups().haveImageIntervals();
  }

  List<Row> rows() {
    boolean overImages = overImages();
    return groups().all().stream().limit(MAX_ROWS).map(group -> row(group, overImages)).toList();
  }

  int moreRows() {
    return Math.max(0, groups().all().size() - MAX_ROWS);
  }

  List<Pair> settings() {
    Stream<Map.Entry<String, Object>> ofData = groups().experiment().data().plain().entrySet().stream()
        .filter(key -> !key.getKey().equals("dataset")); // the page begins with that
    return Stream.concat(ofData.map(PageModel::ofData), Setting.all().stream().map(this::setting)).toList();
  }

  /** Whether the labels of groups are permuted together. */
  boolean grouped() {
    return groups().experiment().data().plain().containsKey("group-column");
  }

  String seeds() {
    return Words.seeds(groups().experiment().sweep().seeds());
  }

  List<Claim> claims() {
    return analysis.verdicts().stream().map(PageModel::claim).toList();
  }

  String claimsNote() {
    return Verdicts.note(analysis.verdicts()).map(PageModel::unbroken).orElse("");
  }

  List<Measured> plotted() {
    DotPlot plot = new DotPlot(analysis.measured());
    return analysis.measured().stream().map(figure -> new Measured(figure, plot.positions(figure),
        figure.differenceText().replace('-', '\u2212'))).toList();
  }

  List<ProbeSection> probes() {
    return analysis.probes().stream().map(table -> new ProbeSection(table, facts.classNames())).toList();
  }

  List<PermutationSection> permutations() {
    return PermutationSection.of(groups());
  }

  List<MemorisationSection> memorisation() {
    return analysis.memorising().stream().map(group -> new MemorisationSection(group, pictured)).toList();
  }

  List<Problem> problems() {
    return groups().notCompleted().stream().limit(MAX_PROBLEMS).map(this::problem).toList();
  }

  int moreProblems() {
    return Math.max(0, groups().notCompleted().size() - MAX_PROBLEMS);
  }

  String data() {
    return PageData.json(analysis, facts);
  }

  List<Link> next() {
    List<Link> next = new ArrayList<>();
    int problems = groups().notCompleted().size();
    int missing = groups().planned() - groups().records().size();
    long open = analysis.verdicts().stream().filter(verdict -> verdict.answer() == Verdict.Answer.OPEN).count();
    long apart = analysis.measured().stream().filter(PublishedFigure::isApart).count();
    add(next, problems, Words.count(problems, "trial") + " diverged or failed", "problems");
    add(next, missing, Words.count(missing, "trial") + " to do: the same command continues", "results");
    add(next, open, Words.count(open, "claim") + " that the data do not decide", "verdicts");
    add(next, apart, Words.count(apart, "published figure") + " that no further run would be likely to give", "published");
    return next;
  }

  private static void add(List<Link> next, long count, String words, String section) {
    if (count > 0) {
      next.add(new Link(words, section));
    }
  }

  private static Claim claim(Verdict verdict) {
    List<String> lines = verdict.evidence().lines().toList();
    return new Claim(unbroken(verdict.claim().text()), verdict.claim().standsFor().stream().toList(), verdict.answer().words(), verdict.answer().name().toLowerCase(Locale.ROOT),
        lines, lines.size() > MAX_EVIDENCE, "the numbers of " + Words.count(lines.size(), "group"),
        verdict.overImages().orElse(""));
  }

  /** Keeps a percent sign on the line of its number. */
  private static String unbroken(String text) {
    return text.replace(" %", "\u00a0%");
  }

  private Row row(Group group, boolean overImages) {
    List<String> values = groups().axes().isEmpty() ? List.of(group.label()) : groups().settings(group);
    List<ProbeTable.Cell> cells = new ArrayList<>(List.of(
        cell(String.valueOf(group.count(Status.COMPLETED))),
        mean(group, Metric.TRAINING_ACCURACY),
        mean(group, Metric.TEST_ACCURACY),
        cell(group.text(Metric.TEST_ACCURACY, Numbers::interval))));
    if (overImages) {
      cells.add(cell(group.overTestImagesText()));
    }
    cells.addAll(List.of(
        mean(group, Metric.GENERALISATION_GAP),
        mean(group, Metric.BEST_TEST_ACCURACY),
        cell(group.fitEpochWords()),
        mean(group, Metric.TRAINING_COST),
        mean(group, Metric.TEST_COST),
        mean(group, Metric.CHANGED_LABELS)));
    return new Row(values, cells, group.statusCounts());
  }

  private static ProbeTable.Cell cell(String text) {
    return new ProbeTable.Cell(text, "");
  }

  private static ProbeTable.Cell mean(Group group, Metric metric) {
    return new ProbeTable.Cell(group.text(metric, Numbers::mean), group.statistics(metric)
        .filter(of -> of.n() > 1 && PageData.hasSpread(metric)).map(of -> Numbers.deviation(metric, of)).orElse(""));
  }

  private Pair setting(Setting<?> setting) {
    List<String> values = groups().all().stream().map(group -> group.value(setting)).distinct().toList();
    if (setting == Setting.TEST_SHARE && groups().all().stream().allMatch(group -> group.trial().get(Setting.FOLDS) != null)) {
      return new Pair(Words.of(setting), "each fold once", false);
    }
    String told = values.size() > MAX_VALUES ? Words.count(values.size(), "value") : String.join(" · ", ordered(values));
    return new Pair(Words.of(setting), told, groups().axes().contains(setting));
  }

  private static Pair ofData(Map.Entry<String, Object> key) {
    return new Pair(key.getKey().replace('-', ' '), key.getValue() instanceof String text ? text : YamlFlow.of(key.getValue()), false);
  }

  private static List<String> ordered(List<String> values) {
    return values.stream().allMatch(value -> value.matches("-?\\d+(\\.\\d+)?(e-?\\d+)?"))
        ? values.stream().sorted(Comparator.comparing(BigDecimal::new)).toList() : values;
  }

  private Problem problem(TrialRecord record) {
    Group group = groups().all().stream().filter(g -> g.trained().contains(record)).findFirst().orElseThrow();
    return new Problem(record.trialId(), group.label(), record.trial().seed(),
        record.result().status().name().toLowerCase(Locale.ROOT), TrialValues.reason(record));
  }
}
