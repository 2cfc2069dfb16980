package rote.analysis.statistics;

import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Fisher's z of the normal scores of two related metrics, as good as of endless trials. */
final class NormalScores {
  private static final int TRIALS = 400_000; // a standard error of 0.002
  private static final Map<String, Double> KNOWN = new ConcurrentHashMap<>();

  private NormalScores() {}

  static double z(Shape shape, double correlation) {
    return KNOWN.computeIfAbsent(shape + " " + correlation, any -> {
      double[][] values = shape.related(new SplittableRandom(1), TRIALS, correlation);
      double[] one = scores(values[0]);
      double[] other = scores(values[1]);
      double product = IntStream.range(0, TRIALS).mapToDouble(i -> one[i] * other[i]).sum();
      double square = IntStream.range(0, TRIALS).mapToDouble(i -> one[i] * one[i]).sum(); // the same for both, whose means are 0
      return 0.5 * Math.log((square + product) / (square - product));
    });
  }

  private static double[] scores(double[] values) {
    int[] ascending = IntStream.range(0, TRIALS).boxed().sorted(Comparator.comparing(i -> values[i])).mapToInt(i -> i).toArray();
    double[] scores = new double[TRIALS];
    for (int rank = 0; rank < TRIALS; rank++) {
      scores[ascending[rank]] = NormalDistribution.of(0, 1).inverseCumulativeProbability((rank + 1.0) / (TRIALS + 1));
    }
    return scores;
  }
}
