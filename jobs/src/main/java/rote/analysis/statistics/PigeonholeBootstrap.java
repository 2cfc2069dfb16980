package rote.analysis.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An interval of a mean accuracy that speaks of other seeds and of other test examples: the pigeonhole bootstrap (Owen
 * 2007).
 *
 * <p>It draws seeds and, independently, images, both with replacement. The variance of the mean over such draws has a closed
 * form, so nothing is drawn here. With one fewer seed and image than there are, so that few seeds do not make it too small,
 * it is A / (seeds - 1) + B / (images - 1) + C / ((seeds - 1) (images - 1)). A is the variance of the seeds' accuracies, B
 * that of the images' shares of right answers, C the rest. Each part has Student's t of its own draws, the rest that of the
 * seeds; so the interval is never narrower than that over seeds alone.
 */
public final class PigeonholeBootstrap {
  private PigeonholeBootstrap() {}

  /**
   * Returns the mean with its 95 % interval, n being the seeds; there is no standard deviation. Empty for a single seed or image.
   *
   * @param right for each seed, whether each test image is answered right
   */
  public static Optional<Statistics> of(List<boolean[]> right) {
    return interval(right, Statistics.LEVEL).map(of ->
        new Statistics(right.size(), Statistics.of(ofSeeds(right)).mean(), Double.NaN, of.low(), of.high()));
  }

  /** The interval at any level. Empty for a single seed or image. */
  public static Optional<Interval> interval(List<boolean[]> right, double level) {
    int seeds = right.size();
    int images = seeds == 0 ? 0 : right.get(0).length;
    if (seeds < 2 || images < 2) {
      return Optional.empty();
    }
    double[] ofSeeds = ofSeeds(right);
    double[] ofImages = ofImages(right, images);
    double mean = Statistics.of(ofSeeds).mean();
    double[] variances = variances(ofSeeds, ofImages, mean);
    double half = Math.sqrt(square(student(seeds, level)) * (variances[0] + variances[2]) + square(student(images, level)) * variances[1]);
    return Optional.of(new Interval(mean - half, mean + half));
  }

  /** Student's t of n draws: at 97.5 % for a level of 5 %. */
  private static double student(int n, double level) {
    return StudentMean.reach(n, level) * Math.sqrt(n);
  }

  private static double square(double value) {
    return value * value;
  }

  /** The parts of the mean's variance: by seeds, by images, by both. Answers are 0 or 1, so all vary by mean (1 - mean). */
  static double[] variances(double[] ofSeeds, double[] ofImages, double mean) {
    double seeds = variance(ofSeeds, mean);
    double images = variance(ofImages, mean);
    double rest = Math.max(0, mean * (1 - mean) - seeds - images);
    return new double[] {seeds / (ofSeeds.length - 1), images / (ofImages.length - 1),
        rest / ((ofSeeds.length - 1.0) * (ofImages.length - 1.0))};
  }

  private static double[] ofSeeds(List<boolean[]> right) {
    return right.stream().mapToDouble(PigeonholeBootstrap::share).toArray();
  }

  static double share(boolean[] right) {
    int count = 0;
    for (boolean one : right) {
      count += one ? 1 : 0;
    }
    return (double) count / right.length;
  }

  static double[] ofImages(List<boolean[]> right, int images) {
    double[] shares = new double[images];
    for (boolean[] seed : right) {
      for (int e = 0; e < images; e++) {
        shares[e] += seed[e] ? 1 : 0;
      }
    }
    return Arrays.stream(shares).map(count -> count / right.size()).toArray();
  }

  /** With n in the denominator. */
  private static double variance(double[] values, double mean) {
    return Arrays.stream(values).map(value -> square(value - mean)).sum() / values.length;
  }
}
