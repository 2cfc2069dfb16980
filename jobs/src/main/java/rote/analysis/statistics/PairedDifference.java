package rote.analysis.statistics;

/**
 * What pairs of values, such as those of trials that share a seed, say about a difference.
 *
 * @param difference of the pairs, with its 95 % interval: Student's of a mean, the bootstrap's of a {@link Joint} statistic
 * @param p of the sign-flip test, two-sided; it means nothing without {@code difference.n()}
 */
public record PairedDifference(Statistics difference, double p) {

  /** Of the mean. @param differences at least one */
  public static PairedDifference of(double... differences) {
    return new PairedDifference(Statistics.of(differences), SignFlips.p(differences));
  }

  public int n() {
    return difference.n();
  }

  /** The smallest p that so many pairs can reach, however large their difference. */
  public double smallestP() {
    return SignFlips.smallest(n());
  }
}
