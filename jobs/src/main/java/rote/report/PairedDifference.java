package rote.report;

import rote.experiment.Seeds;

/**
 * What pairs of values, such as those of trials that share a seed, say about a difference.
 *
 * @param difference of the pairs, with Student's 95 % interval of its mean
 * @param p of the sign-flip test, two-sided; it means nothing without {@code difference.n()}
 */
record PairedDifference(Statistics difference, double p) {

  /** @param differences at least one */
  static PairedDifference of(double... differences) {
    return new PairedDifference(
        Statistics.of(differences), SignFlips.p(differences, new Seeds(0).stream("sign-flips", 0)));
  }

  int n() {
    return difference.n();
  }

  /** The smallest p that so many pairs can reach, however large their difference. */
  double smallestP() {
    return SignFlips.smallest(n());
  }
}
