package rote.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rote.analysis.Verdict.Answer;
import rote.analysis.statistics.Holm;
import rote.analysis.statistics.Statistics;
import rote.experiment.Claim;
import rote.experiment.Experiment;

/**
 * Judges an experiment's claims.
 *
 * <p>Each claim is tested in every group that it is about ({@link ClaimTest}). It holds if the data reject all values outside
 * of the range that it claims, and fails if they reject all values inside. Everything else is open: also groups in which a trial is missing,
 * FAILED, DIVERGED or without the value, because it could have changed the answer. Levels are corrected for the number of
 * claims by Holm, and every interval is shown at the level at which it is judged, so it never contradicts the verdict.
 */
public final class Verdicts {
  private Verdicts() {}

  public static List<Verdict> of(Groups groups) {
    ClaimTests tests = new ClaimTests(groups);
    List<Judgement> judged = groups.experiment().claims().stream().map(claim -> new Judgement(claim, tests.of(claim))).toList();
    List<Judgement> tested = judged.stream().filter(each -> !each.tests().isEmpty()).toList();
    double[] levels = Holm.levels(Statistics.LEVEL, tested.stream().mapToDouble(Judgement::p).toArray());
    return judged.stream().map(each -> each.tests().isEmpty()
        ? new Verdict(each.claim(), Answer.OPEN, whyUntested(each.claim(), groups), false, Optional.empty())
        : each.verdict(levels[tested.indexOf(each)])).toList();
  }

  private static String whyUntested(Claim claim, Groups groups) {
    if (!PublishedFigures.about(claim.where(), groups).isEmpty()) {
      return "there is nothing to compare with";
    }
    return groups.haveParts() ? "with then, claims are judged on the chosen setting only, and this claim is about another"
        : "no trial has the settings that it is about";
  }

  /** Says how several claims are judged together; empty unless at least two have a test. */
  public static Optional<String> note(List<Verdict> verdicts) {
    long tested = verdicts.stream().filter(Verdict::isTested).count();
    return tested < 2 ? Optional.empty() : Optional.of(tested + " claims are judged together: their levels are"
        + " corrected for their number (Holm), so that the chance of any wrong verdict stays below 5 %. Each interval is shown"
        + " at the level at which its claim is judged.");
  }

  /**
   * Names claims that stay open whatever is trained, because no trial has their settings; empty if there are none, or if a
   * search has yet to choose the settings.
   */
  public static Optional<String> unanswerable(Experiment experiment) {
    ClaimTests tests = new ClaimTests(Groups.of(experiment, List.of()));
    List<Claim> claims = experiment.claims();
    List<Integer> open = IntStream.range(0, claims.size()).filter(c -> tests.of(claims.get(c)).isEmpty()).boxed().toList();
    return open.isEmpty() || experiment.followUp().isPresent() ? Optional.empty() : Optional.of(open.stream().map(c ->
        "claims[" + c + "]").collect(Collectors.joining(", ")) + ": will be open, because no trial has the settings that "
        + (open.size() == 1 ? "it is" : "they are") + " about, such as " + wanted(claims.get(open.get(0))));
  }

  private static String wanted(Claim claim) {
    return Words.where(claim.relation().comparedWith().map(claim.where()::and).orElse(claim.where()));
  }
}
