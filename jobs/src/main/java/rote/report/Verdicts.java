package rote.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import rote.experiment.Claim;
import rote.experiment.Setting;
import rote.report.Verdict.Answer;
import rote.store.TrialRecord;

/**
 * The judgement of an experiment's claims.
 *
 * <p>A claim about a mean holds where the 95 % interval lies within the claimed bounds, and fails where it lies outside. A
 * comparison pairs trials of one seed and holds where the sign-flip test, corrected for the number of groups by Holm, has
 * p of at most 0.05 and the mean difference the claimed sign. All else is open, too few seeds among it.
 */
public final class Verdicts {
  private static final double LEVEL = 0.05;

  private final Groups groups;

  private Verdicts(Groups groups) {
    this.groups = groups;
  }

  /** In the order of the experiment. */
  public static List<Verdict> of(Groups groups) {
    Verdicts verdicts = new Verdicts(groups);
    return groups.experiment().claims().stream().map(verdicts::verdict).toList();
  }

  private Verdict verdict(Claim claim) {
    Metric metric = Metric.named(claim.metric()).orElseThrow();
    List<Group> about = PublishedFigures.about(claim.where(), groups);
    if (about.isEmpty()) {
      return new Verdict(claim.text(), Answer.OPEN, "no trial has the settings that it is about");
    }
    return claim.than().isPresent() ? compared(claim, metric, about) : bounded(claim, metric, about);
  }

  private static Verdict bounded(Claim claim, Metric metric, List<Group> about) {
    List<Answer> answers = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    for (Group group : about) {
      Optional<Statistics> of = group.statistics(metric);
      answers.add(of.map(statistics -> within(statistics, claim)).orElse(Answer.OPEN));
      evidence.add(group.label() + ": " + metric.words() + " " + of.map(s -> metric.format(s.mean()) + " "
          + Numbers.interval(metric, s) + ", n = " + s.n()).orElse("not measured"));
    }
    return new Verdict(claim.text(), Answer.of(answers), String.join("\n", evidence));
  }

  /** One value has no interval and decides nothing. */
  private static Answer within(Statistics of, Claim claim) {
    if (of.low() >= claim.low() && of.high() <= claim.high()) {
      return Answer.HOLDS;
    }
    return of.high() < claim.low() || of.low() > claim.high() ? Answer.FAILS : Answer.OPEN;
  }

  private Verdict compared(Claim claim, Metric metric, List<Group> about) {
    Map<Group, PairedDifference> pairs = new LinkedHashMap<>();
    for (Group group : about) {
      partner(group, claim.than().orElseThrow())
          .map(other -> differences(metric, group, other)).filter(differences -> differences.length > 0)
          .ifPresent(differences -> pairs.put(group, PairedDifference.of(differences)));
    }
    if (pairs.isEmpty()) {
      return new Verdict(claim.text(), Answer.OPEN, "there are no pairs of trials to compare");
    }
    List<PairedDifference> all = List.copyOf(pairs.values());
    double[] p = Holm.adjusted(all.stream().mapToDouble(PairedDifference::p).toArray());
    List<Answer> answers = IntStream.range(0, p.length).mapToObj(g -> answer(all.get(g), p[g], claim)).toList();
    List<String> evidence = new ArrayList<>();
    pairs.forEach((group, pair) -> evidence.add(group.label() + ": " + words(metric, pair, p[evidence.size()], p.length)));
    return new Verdict(claim.text(), Answer.of(answers), String.join("\n", evidence));
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
    String text = metric.words() + " differs by " + Numbers.signed(metric.format(difference.mean())) + " "
        + Numbers.interval(metric, difference) + ", n = " + pair.n() + " pairs, p = " + p(p)
        + (groups > 1 ? " corrected for " + groups + " groups" : "");
    double smallest = pair.smallestP() * groups;
    return smallest > LEVEL ? text + "; so few pairs cannot give less than " + p(Math.min(1, smallest)) : text;
  }

  private static String p(double p) {
    return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  /** The group that has the other settings, and is like this one in all else. */
  private Optional<Group> partner(Group group, Map<String, Object> than) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    Setting.all().forEach(setting -> wanted.put(setting.key(), Setting.plain(group.trial().get(setting))));
    wanted.putAll(than);
    return groups.all().stream()
        .filter(other -> other != group && other.chosen() == group.chosen() && PublishedFigures.matches(wanted, other))
        .findFirst();
  }

  /** Seed by seed; pairs of which one trial has no value are left out. */
  private static double[] differences(Metric metric, Group group, Group other) {
    Map<Long, Double> theirs = values(metric, other);
    return values(metric, group).entrySet().stream()
        .filter(own -> theirs.containsKey(own.getKey()))
        .mapToDouble(own -> own.getValue() - theirs.get(own.getKey())).toArray();
  }

  private static Map<Long, Double> values(Metric metric, Group group) {
    Map<Long, Double> values = new LinkedHashMap<>();
    List<TrialRecord> completed = group.completed();
    double[] ofEach = metric.values(completed.stream().map(TrialRecord::result).toList());
    for (int i = 0; i < ofEach.length; i++) {
      double value = Double.isNaN(ofEach[i]) ? bound(metric, completed.get(i)) : ofEach[i];
      if (!Double.isNaN(value)) {
        values.put(completed.get(i).trial().seed(), value);
      }
    }
    return values;
  }

  /** A trial that never fitted has fitted no sooner than after its last epoch: the bound stands for it. */
  private static double bound(Metric metric, TrialRecord record) {
    return metric.column().equals(Metric.FIT_EPOCH.column())
        ? Metric.EPOCHS_RUN.reader().of(record.result()).orElse(Double.NaN)
        : Double.NaN;
  }
}
