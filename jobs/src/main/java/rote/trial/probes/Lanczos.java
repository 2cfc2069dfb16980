package rote.trial.probes;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Estimates the extreme eigenvalues of a symmetric matrix that is known by its products with vectors (Lanczos 1950).
 *
 * <p>Each step adds a row to a tridiagonal matrix, whose extreme eigenvalues approach those of the large one from within.
 * Vectors are not made orthogonal again: that repeats eigenvalues already found, but moves none (Paige 1976). They are kept in
 * single precision, for the direction that belongs to the smallest.
 *
 * @param steps products that were taken
 * @param lowest the vector along which the smallest eigenvalue is found, not of length 1, not copied
 */
record Lanczos(double smallest, double largest, int steps, double[] lowest) {
  private static final double TINY = 1e-6; // of the largest entry so far: nothing is left to find
  private static final int HALVINGS = 60;
  private static final int SOLUTIONS = 3; // of inverse iteration
  private static final double BELOW = 1e-8; // of the largest eigenvalue: its shift, so that all pivots stay positive

  /**
   * Takes products until so many steps are done, or nothing new comes.
   *
   * @param start any vector but zero
   */
  static Lanczos of(UnaryOperator<double[]> matrix, double[] start, int maxSteps) {
    double[] diagonal = new double[maxSteps];
    double[] beside = new double[maxSteps]; // [k], between rows k - 1 and k
    float[][] basis = new float[maxSteps][start.length];
    double[] before = new double[start.length];
    double[] vector = scaled(start, 1 / norm(start));
    double size = 0;
    int steps = 0;
    for (double next = 1; steps < maxSteps && next > TINY * size; steps++) {
      beside[steps] = steps == 0 ? 0 : next;
      copy(vector, basis[steps]);
      double[] product = matrix.apply(vector);
      diagonal[steps] = product(product, vector);
      for (int k = 0; k < product.length; k++) {
        product[k] -= diagonal[steps] * vector[k] + beside[steps] * before[k];
      }
      next = norm(product);
      size = Math.max(size, Math.max(Math.abs(diagonal[steps]), next));
      before = vector;
      vector = scaled(product, 1 / next);
    }
    double smallest = eigenvalue(1, diagonal, beside, steps);
    double largest = eigenvalue(steps, diagonal, beside, steps);
    double shift = smallest - BELOW * Math.max(Math.abs(smallest), Math.abs(largest));
    return new Lanczos(smallest, largest, steps, combined(eigenvector(shift, diagonal, beside, steps), basis));
  }

  private static void copy(double[] vector, float[] to) {
    for (int k = 0; k < to.length; k++) {
      to[k] = (float) vector[k];
    }
  }

  private static double[] combined(double[] factors, float[][] basis) {
    double[] sum = new double[basis[0].length];
    for (int i = 0; i < factors.length; i++) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += factors[i] * basis[i][k];
      }
    }
    return sum;
  }

  /** Finds the eigenvector of the smallest eigenvalue by inverse iteration, with a shift just below that. */
  private static double[] eigenvector(double shift, double[] diagonal, double[] beside, int n) {
    double[] vector = new double[n];
    Arrays.fill(vector, 1);
    double[] pivots = new double[n];
    for (int solution = 0; n > 1 && solution < SOLUTIONS; solution++) {
      for (int i = 0; i < n; i++) { // forward
        double factor = i == 0 ? 0 : beside[i] / pivots[i - 1];
        pivots[i] = diagonal[i] - shift - (i == 0 ? 0 : factor * beside[i]);
        vector[i] -= i == 0 ? 0 : factor * vector[i - 1];
      }
      for (int i = n - 1; i >= 0; i--) { // back
        vector[i] = (vector[i] - (i + 1 < n ? beside[i + 1] * vector[i + 1] : 0)) / pivots[i];
      }
      vector = scaled(vector, 1 / norm(vector));
    }
    return vector;
  }

  /** Finds the k-th smallest eigenvalue of the first n rows of a tridiagonal matrix by bisection. */
  private static double eigenvalue(int k, double[] diagonal, double[] beside, int n) {
    double reach = 0; // no eigenvalue is larger (Gershgorin)
    for (int i = 0; i < n; i++) {
      reach = Math.max(reach, Math.abs(diagonal[i]) + beside[i] + (i + 1 < n ? beside[i + 1] : 0));
    }
    double low = -reach;
    double high = reach;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = (low + high) / 2;
      if (below(middle, diagonal, beside, n) >= k) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Counts the eigenvalues below a bound: as many as there are negative pivots (Sturm). */
  private static int below(double bound, double[] diagonal, double[] beside, int n) {
    int count = 0;
    double pivot = 1;
    for (int i = 0; i < n; i++) {
      pivot = diagonal[i] - bound - beside[i] * beside[i] / pivot;
      pivot = pivot == 0 ? Double.MIN_NORMAL : pivot;
      count += pivot < 0 ? 1 : 0;
    }
    return count;
  }

  static double norm(double[] vector) {
    return Math.sqrt(product(vector, vector));
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static double[] scaled(double[] vector, double factor) {
    double[] scaled = new double[vector.length];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = factor * vector[k];
    }
    return scaled;
  }
}
