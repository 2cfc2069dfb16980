package rote.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Brings every feature to mean 0 and standard deviation 1 over the examples that it was fitted on, and puts the mean in the place
 * of missing values. A feature with one value in all those examples becomes 0 everywhere, also where others differ.
 */
public final class Standardisation {
  private final double[] means; // [features]
  private final double[] deviations; // [features]; 0 for a constant feature

  private Standardisation(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  /** Measures features; missing values do not count. Sums in double, example by example, so that every machine gets the same bits. */
  public static Standardisation fitted(Inputs on) {
    int width = on.width();
    float[] example = new float[width];
    int[] counts = new int[width];
    double[] means = new double[width];
    for (int e = 0; e < on.count(); e++) {
      on.decode(e, example, 0);
      for (int k = 0; k < width; k++) {
        counts[k] += Float.isNaN(example[k]) ? 0 : 1;
        means[k] += Float.isNaN(example[k]) ? 0 : example[k];
      }
    }
    for (int k = 0; k < width; k++) {
      means[k] = counts[k] == 0 ? 0 : means[k] / counts[k];
    }
    return new Standardisation(means, deviations(on, means, counts));
  }

  private static double[] deviations(Inputs on, double[] means, int[] counts) {
    float[] example = new float[means.length];
    float[] first = new float[means.length];
    boolean[] varies = new boolean[means.length];
    double[] squares = new double[means.length];
    Arrays.fill(first, Float.NaN);
    for (int e = 0; e < on.count(); e++) {
      on.decode(e, example, 0);
      for (int k = 0; k < means.length; k++) {
        if (!Float.isNaN(example[k])) {
          first[k] = Float.isNaN(first[k]) ? example[k] : first[k];
          varies[k] |= example[k] != first[k];
          squares[k] += (example[k] - means[k]) * (example[k] - means[k]);
        }
      }
    }
    double[] deviations = new double[means.length];
    for (int k = 0; k < means.length; k++) {
      deviations[k] = varies[k] ? StrictMath.sqrt(squares[k] / counts[k]) : 0;
    }
    return deviations;
  }

  /** Returns a standardised copy. */
  public Inputs of(Inputs inputs) {
    return mapped(inputs, true);
  }

  /** Returns a copy with the means in the place of missing values, and otherwise unchanged. */
  public Inputs filled(Inputs inputs) {
    return mapped(inputs, false);
  }

  private Inputs mapped(Inputs inputs, boolean standardise) {
    int width = inputs.width();
    float[] values = new float[Math.multiplyExact(inputs.count(), width)];
    for (int e = 0; e < inputs.count(); e++) {
      inputs.decode(e, values, e * width);
      for (int k = 0; k < width; k++) {
        double value = Float.isNaN(values[e * width + k]) ? means[k] : values[e * width + k];
        values[e * width + k] = (float) (!standardise ? value : deviations[k] == 0 ? 0 : (value - means[k]) / deviations[k]);
      }
    }
    return Inputs.ofFloats(values, width, IntStream.range(0, inputs.count()).toArray());
  }

  public float mean(int feature) {
    return (float) means[feature];
  }

  /** Returns the standard deviation, 0 for a constant feature. */
  public float deviation(int feature) {
    return (float) deviations[feature];
  }

  public int features() {
    return means.length;
  }
}
