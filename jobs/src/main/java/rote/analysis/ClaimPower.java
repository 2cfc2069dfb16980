package rote.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import rote.analysis.metrics.Numbers;
import rote.analysis.statistics.PermutationP;
import rote.analysis.statistics.Power;
import rote.analysis.statistics.Statistics;
import rote.analysis.statistics.SubsetMeans;
import rote.experiment.Claim;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.Relation;

/**
 * What the seeds of an experiment can decide, before anything is trained.
 *
 * <p>Several claims are corrected for their number. Holm's correction judges the first at the strictest level, and each one after a claim
 * that is decided at a wider one. A claim is held to the strictest at which its seeds can decide it.
 */
public final class ClaimPower {
  private static final double EFFECT = 1.5; // standard deviations
  private static final int MAX_SEEDS = 1000;

  private final List<Claim> claims;
  private final List<Integer> seeds = new ArrayList<>(); // of each claim
  private final List<Integer> choices = new ArrayList<>(); // of each claim: of how many places a peak is the highest
  private final int permutations;

  private ClaimPower(Experiment experiment) {
    ClaimTests tests = new ClaimTests(Groups.of(experiment, List.of()));
    this.claims = experiment.claims().stream().filter(claim -> !tests.of(claim).isEmpty()).toList();
    claims.forEach(claim -> seeds.add(tests.seeds(claim)));
    claims.forEach(claim -> choices.add(tests.choices(claim)));
    this.permutations = experiment.resampling().permutations();
  }

  /** Names the claims that the seeds can never decide, or only after others, in lines; none for a search whose choice is not made. */
  public static List<String> undecidable(Experiment experiment) {
    ClaimPower power = new ClaimPower(experiment);
    return experiment.followUp().isPresent() ? List.of() : IntStream.range(0, power.claims.size())
        .filter(c -> !power.isDecidable(c, power.seeds.get(c), power.level(0))).mapToObj(power::undecidable).toList();
  }

  /** The level at which a claim is judged once this number of others are decided. */
  private double level(int others) {
    return Statistics.LEVEL / Math.max(1, claims.size() - others);
  }

  /** After how many other claims, decided before, the seeds can decide one; -1 for never. */
  private int othersBefore(int claim) {
    Set<Integer> decided = new HashSet<>();
    while (!isDecidable(claim, seeds.get(claim), level(decided.size()))) {
      double now = level(decided.size());
      Optional<Integer> next = IntStream.range(0, claims.size()).boxed()
          .filter(c -> !decided.contains(c) && isDecidable(c, seeds.get(c), now)).findFirst();
      if (next.isEmpty()) {
        return -1;
      }
      decided.add(next.get());
    }
    return decided.size();
  }

  private String undecidable(int claim) {
    int others = othersBefore(claim);
    String can = others < 0 ? " cannot decide it" : " can decide it only after " + Words.count(others, "other claim");
    String start = "\"" + claims.get(claim).text() + "\": ";
    if (isPermuted(claim)) {
      double needed = wanted(claim, level(0));
      return start + Words.count(permutations, "permutation") + can + because(PermutationP.smallest(permutations), needed)
          + "; " + (int) Math.ceil(1 / needed - 1 - 1e-9) + " could" + before(others);
    }
    int enough = IntStream.rangeClosed(seeds.get(claim), MAX_SEEDS).filter(n -> isDecidable(claim, n, level(0))).findFirst().orElseThrow();
    return start + Words.count(seeds.get(claim), "seed") + can + (isCompared(claim) ? because(
        Math.min(1, choices.get(claim) * SubsetMeans.smallestP(seeds.get(claim))), level(0)) : "") + "; " + enough + " could" + before(others);
  }

  private String because(double smallest, double needed) {
    return ", because p cannot be below " + Numbers.p(smallest) + " and " + Numbers.p(needed) + " is needed for "
        + Words.count(claims.size(), "claim");
  }

  private static String before(int others) {
    return others < 0 ? "" : " before";
  }

  private boolean isDecidable(int claim, int n, double level) {
    if (isPermuted(claim)) {
      return PermutationP.smallest(permutations) <= wanted(claim, level) + 1e-12;
    }
    return isCompared(claim) ? choices.get(claim) * SubsetMeans.smallestP(n) <= level : n > 1;
  }

  private boolean isPermuted(int claim) {
    return claims.get(claim).metric() == MetricName.PERMUTATION_P;
  }

  /** How small the p of a permutation test must be. */
  private double wanted(int claim, double level) {
    return ((Relation.Range) claims.get(claim).relation()).high() * level / Statistics.LEVEL;
  }

  private boolean isCompared(int claim) {
    return !(claims.get(claim).relation() instanceof Relation.Range);
  }

  /** Says how likely the seeds are to decide each claim if the truth is 1.5 standard deviations from its bound; a line per claim. */
  public static List<String> lines(Experiment experiment) {
    ClaimPower power = new ClaimPower(experiment);
    return IntStream.range(0, power.claims.size()).filter(claim -> !power.isPermuted(claim)).mapToObj(power::line).toList();
  }

  private String line(int claim) {
    double chance = Power.of(seeds.get(claim), EFFECT, level(Math.max(0, othersBefore(claim))) / choices.get(claim), isCompared(claim));
    return String.format(Locale.ROOT, "power %.2f: %s", chance, claims.get(claim).text());
  }
}
