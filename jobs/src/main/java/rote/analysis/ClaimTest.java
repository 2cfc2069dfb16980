package rote.analysis;

import java.util.List;
import java.util.Optional;
import rote.analysis.statistics.Estimate;
import rote.experiment.Relation;

/**
 * The part of a claim that one group answers, or one series of groups.
 *
 * @param label of the group, or of the series
 * @param groups whose trials it is made of
 * @param estimate empty if there is nothing to judge
 * @param wanted where the claim wants the number
 * @param isWhole whether every trial completed and has the value; otherwise the test decides nothing
 * @param words says the number and its interval at a level
 * @param lacking what to say of trials that are missing; mostly nothing
 */
record ClaimTest(
    String label, List<Group> groups, Optional<Estimate> estimate, Relation.Form wanted, boolean isWhole, Words words, String lacking) {

  /** Says a number and its interval. */
  interface Words {
    String of(Estimate estimate, double level);
  }

  /** Whether the estimate is where the claim wants it. */
  boolean isInside() {
    double value = estimate.map(Estimate::value).orElse(Double.NaN);
    return wanted.isOpen() ? value > wanted.low() && value < wanted.high() : value >= wanted.low() && value <= wanted.high();
  }

  /** The level from which the data show that the number is where the claim wants it. */
  double pHolds() {
    return estimate.filter(any -> isWhole && isInside()).map(this::pInside).orElse(1.0);
  }

  private double pInside(Estimate of) {
    double low = Double.isInfinite(wanted.low()) ? 0 : wanted.isOpen() ? of.p(wanted.low()) : of.pBelow(wanted.low());
    double high = Double.isInfinite(wanted.high()) ? 0 : wanted.isOpen() ? of.p(wanted.high()) : of.pAbove(wanted.high());
    return Math.max(low, high);
  }

  /** The level from which the data show that it is not. */
  double pFails() {
    return estimate.filter(any -> isWhole && !isInside()).map(this::pOutside).orElse(1.0);
  }

  private double pOutside(Estimate of) {
    boolean isBelow = of.value() <= wanted.low();
    double bound = isBelow ? wanted.low() : wanted.high();
    if (!wanted.isOpen() || of.value() == bound) { // trials that do not differ at all, perhaps the same, are no evidence
      return of.p(bound);
    }
    return isBelow ? of.pAbove(wanted.low()) : of.pBelow(wanted.high());
  }

  /** What the test found, in a line. @param level at which it is judged */
  String evidence(double level) {
    return label + ": " + estimate.map(of -> words.of(of, level)).orElse("there is nothing to judge by") + lacking;
  }
}
