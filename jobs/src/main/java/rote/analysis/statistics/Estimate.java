package rote.analysis.statistics;

/**
 * An estimate of a number, and the test that judges it.
 *
 * <p>Interval and test are one: the interval at a level holds exactly the values whose p is above the level.
 */
public interface Estimate {
  /** How many values it is made of: trials, or pairs of them. */
  public int n();

  public double value();

  /** Two-sided p of the hypothesis that the number is this one; from 0 to 1. */
  public double p(double supposed);

  /** @param level such as 0.05 for a 95 % interval */
  public Interval interval(double level);

  /** The smallest p that so many values can give. */
  public double smallestP();

  /** The p of the likeliest number below a bound. */
  public default double pBelow(double bound) {
    return p(Math.nextDown(bound));
  }

  /** The p of the likeliest number above a bound. */
  public default double pAbove(double bound) {
    return p(Math.nextUp(bound));
  }
}
