package rote.analysis.statistics;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import rote.trial.Seeds;

/** Counts subsets of weighted numbers by their mean: the sum of the numbers over the sum of the weights. The empty subset is none. */
interface SubsetCount {
  /** How many there are. */
  long all();

  /** How many have a mean below a bound. */
  long below(double bound);

  /** All subsets of up to about 30 numbers, without listing them: every sum of one half meets every sum of the other. */
  record Exact(double[] numbers, double[] weights) implements SubsetCount {
    @Override
    public long all() {
      return (1L << numbers.length) - 1;
    }

    @Override
    public long below(double bound) {
      double[] left = sums(0, numbers.length / 2, bound);
      double[] right = sums(numbers.length / 2, numbers.length, bound);
      int belowZero = right.length;
      long count = 0;
      for (double sum : left) { // the larger it is, the fewer of the other half bring it below 0
        while (belowZero > 0 && sum + right[belowZero - 1] >= 0) {
          belowZero--;
        }
        count += belowZero;
      }
      return count;
    }

    /** By how much the numbers of each subset of a part exceed what the bound would make them; ascending. */
    private double[] sums(int from, int to, double bound) {
      double[] sums = new double[1 << to - from];
      for (int subset = 1; subset < sums.length; subset++) { // the sum without its lowest member, plus that member
        int member = from + Integer.numberOfTrailingZeros(subset);
        sums[subset] = sums[subset & subset - 1] + (numbers[member] - bound * weights[member]);
      }
      Arrays.sort(sums);
      return sums;
    }
  }

  /** Subsets drawn with a seed. @param ascending their means */
  record Sampled(double[] ascending) implements SubsetCount {
    static Sampled of(double[] numbers, double[] weights, int subsets) {
      UniformRandomProvider draws = new Seeds(0).stream("subsets", 0);
      double[] means = new double[subsets];
      for (int s = 0; s < subsets;) {
        double sum = 0;
        double weight = 0;
        int members = 0;
        for (int i = 0; i < numbers.length; i++) {
          if (draws.nextBoolean()) {
            sum += numbers[i];
            weight += weights[i];
            members++;
          }
        }
        if (members > 0) {
          means[s++] = sum / weight;
        }
      }
      Arrays.sort(means);
      return new Sampled(means);
    }

    @Override
    public long all() {
      return ascending.length;
    }

    @Override
    public long below(double bound) {
      return Ascending.below(ascending, bound);
    }
  }
}
