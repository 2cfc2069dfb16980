package rote.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rote.analysis.Verdict.Answer;
import rote.analysis.statistics.Holm;
import rote.analysis.statistics.PairedDifference;
import rote.analysis.statistics.Statistics;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.trial.TrialKey;

/**
 * Judges an experiment's claims.
 *
 * <p>A claim about a mean holds if the 95 % interval lies within the claimed bounds, and fails if it lies outside. A
 * comparison pairs trials of one seed. It holds if the mean difference has the claimed sign and the sign-flip test, corrected
 * for the number of groups by Holm, gives p of at most 0.05. Everything else is open: also groups in which a trial is missing,
 * FAILED, DIVERGED or without the value, because it could have changed the answer.
 */
public final class Verdicts {
  static final double LEVEL = 0.05; // of every test

  private final Groups groups;

  private Verdicts(Groups groups) {
    this.groups = groups;
  }

  public static List<Verdict> of(Groups groups) {
    Verdicts verdicts = new Verdicts(groups);
    return groups.experiment().claims().stream().map(verdicts::verdict).toList();
  }

  /**
   * Names claims that stay open whatever is trained, because no trial has their settings; empty if there are none, or if a
   * search has yet to choose the settings.
   */
  public static Optional<String> unanswerable(Experiment experiment) {
    Verdicts verdicts = new Verdicts(Groups.of(experiment, List.of()));
    List<Claim> claims = experiment.claims();
    List<Integer> open = IntStream.range(0, claims.size()).filter(c -> !verdicts.isAnswerable(claims.get(c))).boxed().toList();
    return open.isEmpty() || experiment.followUp().isPresent() ? Optional.empty() : Optional.of(open.stream().map(c ->
        "claims[" + c + "]").collect(Collectors.joining(", ")) + ": will be open, because no trial has the settings that "
        + (open.size() == 1 ? "it is" : "they are") + " about, such as " + wanted(claims.get(open.get(0))));
  }

  private boolean isAnswerable(Claim claim) {
    List<Group> about = PublishedFigures.about(claim.where(), groups);
    return claim.than().map(than -> about.stream().anyMatch(group -> partner(group, than).isPresent())).orElse(!about.isEmpty());
  }

  private static String wanted(Claim claim) {
    return Words.where(claim.than().map(claim.where()::and).orElse(claim.where()));
  }

  private Verdict verdict(Claim claim) {
    Metric metric = Metric.of(claim.metric());
    List<Group> about = PublishedFigures.about(claim.where(), groups);
    if (about.isEmpty()) {
      return new Verdict(claim.text(), Answer.OPEN, groups.haveParts()
          ? "with then, claims are judged on the chosen setting only, and this claim is about another"
          : "no trial has the settings that it is about");
    }
    return claim.than().isPresent() ? compared(claim, metric, about) : bounded(claim, metric, about);
  }

  private static Verdict bounded(Claim claim, Metric metric, List<Group> about) {
    List<Answer> answers = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    for (Group group : about) {
      Optional<Statistics> of = group.statistics(metric);
      answers.add(of.filter(any -> isWhole(group, metric, any.n())).map(any -> within(any, claim)).orElse(Answer.OPEN));
      evidence.add(group.label() + ": " + metric.words() + " " + of.map(s -> words(metric, s, claim)).orElse("not measured")
          + (metric.name() != MetricName.MEMORISATION_AUC ? ""
              : " examples that " + group.completed().size() + " models answered") + lacking(group));
    }
    return new Verdict(claim.text(), Answer.of(answers), String.join("\n", evidence));
  }

  /** Whether every planned trial completed and, for a metric of trials, has the value. */
  private static boolean isWhole(Group group, Metric metric, int n) {
    return group.allCompleted() && (metric.name() == MetricName.MEMORISATION_AUC || n == group.planned());
  }

  private static String words(Metric metric, Statistics of, Claim claim) {
    int more = Digits.more(metric, of.ends(), claim.low(), claim.high());
    return metric.format(of.mean(), more) + " "
        + (of.n() == 1 ? "(n = 1, too few seeds for an interval)" : Numbers.interval(metric, of, more) + ", n = " + of.n());
  }

  private static String lacking(Group group) {
    return group.allCompleted() ? "" : "; of its trials " + group.statusCounts();
  }

  /** A single value has no interval and decides nothing. */
  private static Answer within(Statistics of, Claim claim) {
    if (of.low() >= claim.low() && of.high() <= claim.high()) {
      return Answer.HOLDS;
    }
    return of.high() < claim.low() || of.low() > claim.high() ? Answer.FAILS : Answer.OPEN;
  }

  /**
   * A group and the one that a claim compares it with.
   *
   * @param difference empty if no pair has values
   */
  private record Comparison(Group group, Group other, Pairs pairs, Optional<PairedDifference> difference) {
    boolean decides() {
      return difference.filter(pair -> pair.n() == group.planned()).isPresent() && group.allCompleted()
          && other.allCompleted();
    }
  }

  private Verdict compared(Claim claim, Metric metric, List<Group> about) {
    List<Comparison> comparisons = about.stream().flatMap(group -> comparison(claim, metric, group).stream()).toList();
    double[] p = Holm.adjusted(comparisons.stream()
        .mapToDouble(each -> each.difference().map(PairedDifference::p).orElse(1.0)).toArray());
    List<Answer> answers = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    for (Comparison each : comparisons) {
      double adjusted = p[answers.size()];
      answers.add(each.decides() ? answer(each.difference().get(), adjusted, claim) : Answer.OPEN);
      evidence.add(each.group().label() + ": " + each.difference().map(pair -> words(metric, pair, adjusted, p.length))
          .orElse("there are no pairs of trials to compare") + lacking(metric, each));
    }
    return comparisons.isEmpty()
        ? new Verdict(claim.text(), Answer.OPEN, "there is nothing to compare with")
        : new Verdict(claim.text(), Answer.of(answers), String.join("\n", evidence));
  }

  private Optional<Comparison> comparison(Claim claim, Metric metric, Group group) {
    return partner(group, claim.than().orElseThrow()).map(other -> {
      Pairs pairs = new Pairs(group, other);
      return new Comparison(group, other, pairs, pairs.difference(metric));
    });
  }

  private static String lacking(Metric metric, Comparison each) {
    long bounded = each.pairs().bounded(metric);
    String text = bounded == 0 ? "" : "; " + bounded + " trials never fitted and count as their last epoch";
    text += lacking(each.group());
    return each.other().allCompleted() ? text : text + "; in the compared group, " + each.other().statusCounts();
  }

  private static Answer answer(PairedDifference pair, double p, Claim claim) {
    if (p > LEVEL) {
      return Answer.OPEN;
    }
    double mean = pair.difference().mean();
    return mean > claim.low() && mean < claim.high() ? Answer.HOLDS : Answer.FAILS;
  }

  private static String words(Metric metric, PairedDifference pair, double p, int groups) {
    Statistics difference = pair.difference();
    int more = Digits.more(metric, difference.ends(), 0);
    String text = metric.words() + " differs by " + Numbers.signed(metric.format(difference.mean(), more)) + " "
        + Numbers.interval(metric, difference, more) + ", n = " + pair.n() + " pairs, " + Numbers.pWords(p)
        + (groups > 1 ? " corrected for " + groups + " groups" : "");
    double smallest = pair.smallestP() * groups;
    return smallest > LEVEL ? text + "; too few pairs: p cannot be below " + Numbers.p(Math.min(1, smallest)) : text;
  }

  /**
   * The group that has the other settings and is otherwise like this one: of several groups of the same trials, the one that
   * was declared with these settings.
   */
  private Optional<Group> partner(Group group, Conditions than) {
    TrialKey wanted = TrialKey.of(than.applied(group.trial()).withSeed(0));
    return groups.all().stream().filter(other -> other != group && other.chosen() == group.chosen()
        && than.isOn(other.dataset()) && TrialKey.of(other.trial().withSeed(0)).equals(wanted))
        .min(Comparator.comparing(other -> !PublishedFigures.matches(than, other)));
  }
}
