package rote.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.analysis.metrics.Metric;
import rote.analysis.statistics.Estimate;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.MetricName;
import rote.experiment.Relation;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialKey;

/** Makes the tests of a claim: one for each group that it is about, or for each series of groups along an axis. */
record ClaimTests(Groups groups) {

  /** Empty if no trial has the settings that the claim is about, or the ones to compare with. */
  List<ClaimTest> of(Claim claim) {
    Metric metric = Metric.of(claim.metric());
    List<Group> about = PublishedFigures.about(claim.where(), groups);
    Relation relation = claim.relation();
    if (relation instanceof Relation.Range range) {
      return about.stream().map(group -> bounded(group, metric, new Relation.Form(range.low(), range.high(), false))).toList();
    }
    if (relation instanceof Relation.Before before) {
      return about.stream().map(group -> before(group, metric, Metric.of(before.other()))).toList();
    }
    if (relation instanceof Relation.Difference difference) {
      return about.stream().flatMap(group -> compared(group, metric, difference).stream()).toList();
    }
    return series(about, axis(relation)).map(series -> along(series, metric, relation)).toList();
  }

  /** Among how many places a peak is chosen at most; 1 if the claim is about none. */
  int choices(Claim claim) {
    if (!(claim.relation() instanceof Relation.PeakAt peak)) {
      return 1;
    }
    return series(PublishedFigures.about(claim.where(), groups), peak.axis()).mapToInt(series -> {
      int inside = (int) series.stream().filter(group -> isAt(group, peak)).count();
      return Math.max(inside, series.size() - inside);
    }).max().orElse(1);
  }

  private static boolean isAt(Group group, Relation.PeakAt peak) {
    double place = place(group, peak.axis());
    return place >= peak.low() && place <= peak.high();
  }

  /** Of how many seeds each group that the claim is about has trials; the fewest. */
  int seeds(Claim claim) {
    return PublishedFigures.about(claim.where(), groups).stream().mapToInt(Group::planned).min().orElse(0);
  }

  private static ClaimTest bounded(Group group, Metric metric, Relation.Form wanted) {
    if (metric.name() == MetricName.PERMUTATION_P) {
      return new ClaimTest(group.label(), List.of(group), group.estimate(metric), wanted, true,
          (estimate, level) -> ClaimWords.permutations(group.permutations().orElseThrow(), level, wanted), lacking(group));
    }
    Optional<Estimate> of = group.estimate(metric);
    boolean isWhole = group.allCompleted()
        && (metric.name().isOfExamples() || of.filter(any -> any.n() == group.planned()).isPresent());
    String models = !metric.name().isOfExamples() ? ""
        : " examples that " + group.completed().size() + " models answered";
    return new ClaimTest(group.label(), List.of(group), of, wanted, isWhole,
        (estimate, level) -> ClaimWords.mean(metric, estimate, level, wanted) + models, lacking(group));
  }

  private static ClaimTest before(Group group, Metric metric, Metric other) {
    Optional<Contrast> contrast = Contrast.ofMetrics(group, metric, other);
    String subject = metric.words() + ", compared with " + other.words() + ",";
    return contrasted(group.label(), subject, metric, contrast, Relation.Form.BELOW, List.of(group));
  }

  private Optional<ClaimTest> compared(Group group, Metric metric, Relation.Difference relation) {
    return partner(group, relation.than()).flatMap(other -> relation.moreThanFor().isEmpty()
        ? Optional.of(contrasted(group.label(), metric.words(), metric,
            Contrast.difference(BySeed.of(List.of(group, other)), metric, relation.ratio())
                .filter(contrast -> relation.form().isOpen() || contrast.censored() == 0), // an order has no margin
            relation.form(), List.of(group, other)))
        : moreThanFor(group, other, metric, relation));
  }

  private Optional<ClaimTest> moreThanFor(Group group, Group other, Metric metric, Relation.Difference relation) {
    Conditions less = relation.moreThanFor().orElseThrow();
    return partner(group, less).flatMap(third -> partner(other, less).map(fourth -> {
      List<Group> four = List.of(group, other, third, fourth);
      return contrasted(group.label(), "the difference in " + metric.words() + ", compared with that for " + third.label() + ",", metric,
          Contrast.ofDifferences(BySeed.of(four), metric, relation.ratio()), relation.form(), four);
    }));
  }

  private ClaimTest along(List<Group> series, Metric metric, Relation relation) {
    BySeed seeds = BySeed.of(series);
    String label = series.get(0).label(groups.axesBut(axis(relation)));
    if (relation instanceof Relation.Trend trend) {
      return contrasted(label, metric.words(), metric, Contrast.trend(seeds, metric),
          trend.rising() ? Relation.Form.ABOVE : Relation.Form.BELOW, series);
    }
    Relation.PeakAt peak = (Relation.PeakAt) relation;
    boolean[] inside = new boolean[series.size()];
    for (int group = 0; group < inside.length; group++) {
      inside[group] = isAt(series.get(group), peak);
    }
    return contrasted(label, "the highest " + metric.words() + " there, compared with the highest elsewhere,", metric,
        Contrast.peak(seeds, metric, inside), Relation.Form.ABOVE, series);
  }

  private static ClaimTest contrasted(
      String label, String subject, Metric metric, Optional<Contrast> contrast, Relation.Form wanted, List<Group> of) {
    int planned = of.get(0).planned();
    boolean isWhole = of.stream().allMatch(Group::allCompleted) && contrast.filter(c -> c.estimate().n() == planned).isPresent();
    int censored = contrast.map(Contrast::censored).orElse(0);
    String lacking = (censored == 0 ? "" : "; " + censored + " trials never fitted, so only the order of epochs counts")
        + lacking(of.get(0)) + of.stream().skip(1).filter(group -> !group.allCompleted())
            .map(group -> "; of those with " + group.label() + ": " + group.statusCounts()).collect(Collectors.joining());
    return new ClaimTest(label, of, contrast.map(Contrast::estimate), wanted, isWhole,
        (estimate, level) -> ClaimWords.contrast(subject, metric, contrast.orElseThrow(), level, wanted), lacking);
  }

  private static String lacking(Group group) {
    return group.allCompleted() ? "" : "; of its trials " + group.statusCounts();
  }

  private static Setting<?> axis(Relation relation) {
    return relation instanceof Relation.Trend trend ? trend.axis() : ((Relation.PeakAt) relation).axis();
  }

  /** Groups that differ in the axis only, in the order of its values. */
  private Stream<List<Group>> series(List<Group> about, Setting<?> axis) {
    Map<List<String>, List<Group>> series = Groups.series(groups.axesBut(axis), about.stream()
        .filter(group -> Relation.place(group.trial().get(axis)).isPresent())
        .sorted(Comparator.comparing(group -> place(group, axis))));
    return series.values().stream().filter(some -> some.size() > 1);
  }

  private static double place(Group group, Setting<?> axis) {
    return Relation.place(group.trial().get(axis)).orElseThrow();
  }

  /**
   * The group that has the other settings and is otherwise like this one: of several groups of the same trials, the one that
   * was declared with these settings.
   */
  private Optional<Group> partner(Group group, Conditions than) {
    Trial wanted = than.applied(group.trial());
    return groups.all().stream().filter(other -> other != group && other.chosen() == group.chosen()
        && than.isOn(other.dataset()) && isLike(wanted, other))
        .min(Comparator.comparing(other -> !PublishedFigures.matches(than, other)));
  }

  /** Whether a group has the settings that are wanted. Groups that a search chose may differ in what was tuned. */
  private boolean isLike(Trial wanted, Group other) {
    return other.chosen() ? groups.experiment().followUp().orElseThrow().areRivals(wanted, other.trial())
        : TrialKey.of(wanted.withSeed(0)).equals(TrialKey.of(other.trial().withSeed(0)));
  }
}
