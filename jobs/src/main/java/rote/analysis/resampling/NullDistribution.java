package rote.analysis.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How often permuted labels gave which accuracy, in bins of one width.
 *
 * @param from the middle of the first bin
 * @param counts of each bin, at least one
 */
public record NullDistribution(double from, double width, List<Integer> counts) {
  private static final int MAX_BINS = 40;
  private static final double SAME = 1e-9;

  /** Bins are as wide as the smallest step between two accuracies, or a multiple of it, so that no bin has more of them than another. */
  public static NullDistribution of(PermutationTest test) {
    double[] values = test.measured();
    if (values.length == 0) {
      return new NullDistribution(0, 0.01, List.of(0));
    }
    double low = values[0];
    double range = values[values.length - 1] - low;
    double step = step(values);
    double width = range == 0 ? 0.01 : step * Math.max(1, Math.ceil(range / step / (MAX_BINS - 1) - SAME));
    List<Integer> counts = new ArrayList<>(Collections.nCopies((int) Math.round(range / width) + 1, 0));
    Arrays.stream(values).mapToInt(value -> (int) Math.min(counts.size() - 1, Math.round((value - low) / width)))
        .forEach(bin -> counts.set(bin, counts.get(bin) + 1));
    return new NullDistribution(low, width, counts);
  }

  private static double step(double[] ascending) {
    double step = Double.POSITIVE_INFINITY;
    for (int k = 1; k < ascending.length; k++) {
      double apart = ascending[k] - ascending[k - 1];
      step = apart > SAME ? Math.min(step, apart) : step;
    }
    return step;
  }

  public double middle(int bin) {
    return from + bin * width;
  }

  /** Returns where a bin begins, which is where the one before it ends, to the bit; that of {@code counts.size()} is the last end. */
  public double edge(int bin) {
    return from + (bin - 0.5) * width;
  }
}
