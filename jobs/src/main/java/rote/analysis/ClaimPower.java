package rote.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * <p>Several claims are corrected for their number, so each is held to the level of the first that Holm's correction judges, which is the
 * strictest.
 */
public final class ClaimPower {
  private static final double EFFECT = 1.5; // standard deviations
  private static final int MAX_SEEDS = 1000;

  private final List<Claim> claims;
  private final List<Integer> seeds = new ArrayList<>(); // of each claim
  private final List<Integer> choices = new ArrayList<>(); // of each claim: of how many places a peak is the highest
  private final double level;
  private final int permutations;

  private ClaimPower(Experiment experiment) {
    ClaimTests tests = new ClaimTests(Groups.of(experiment, List.of()));
    this.claims = experiment.claims().stream().filter(claim -> !tests.of(claim).isEmpty()).toList();
    claims.forEach(claim -> seeds.add(tests.seeds(claim)));
    claims.forEach(claim -> choices.add(tests.choices(claim)));
    this.permutations = experiment.resampling().permutations();
    this.level = Statistics.LEVEL / Math.max(1, claims.size());
  }

  /** Names the claims that the seeds can never decide, in lines; none for a search whose choice is not made. */
  public static List<String> undecidable(Experiment experiment) {
    ClaimPower power = new ClaimPower(experiment);
    return experiment.followUp().isPresent() ? List.of() : IntStream.range(0, power.claims.size())
        .filter(c -> !power.isDecidable(c, power.seeds.get(c))).mapToObj(power::undecidable).toList();
  }

  private String undecidable(int claim) {
    if (isPermuted(claim)) {
      return "\"" + claims.get(claim).text() + "\": " + Words.count(permutations, "permutation") + " cannot decide it, because p cannot be below "
          + Numbers.p(PermutationP.smallest(permutations)) + " and " + Numbers.p(wanted(claim)) + " is needed for " + Words.count(claims.size(), "claim")
          + "; " + (int) Math.ceil(1 / wanted(claim) - 1 - 1e-9) + " could";
    }
    int enough = IntStream.rangeClosed(seeds.get(claim), MAX_SEEDS).filter(n -> isDecidable(claim, n)).findFirst().orElseThrow();
    return "\"" + claims.get(claim).text() + "\": " + Words.count(seeds.get(claim), "seed") + " cannot decide it"
        + (isCompared(claim) ? ", because p cannot be below " + Numbers.p(Math.min(1, choices.get(claim) * SubsetMeans.smallestP(seeds.get(claim)))) + " and "
            + Numbers.p(level) + " is needed for " + Words.count(claims.size(), "claim") : "") + "; " + enough + " could";
  }

  private boolean isDecidable(int claim, int n) {
    if (isPermuted(claim)) {
      return PermutationP.smallest(permutations) <= wanted(claim) + 1e-12;
    }
    return isCompared(claim) ? choices.get(claim) * SubsetMeans.smallestP(n) <= level : n > 1;
  }

  private boolean isPermuted(int claim) {
    return claims.get(claim).metric() == MetricName.PERMUTATION_P;
  }

  /** How small the p of a permutation test must be. */
  private double wanted(int claim) {
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
    double chance = Power.of(seeds.get(claim), EFFECT, level / choices.get(claim), isCompared(claim));
    return String.format(Locale.ROOT, "power %.2f: %s", chance, claims.get(claim).text());
  }
}
