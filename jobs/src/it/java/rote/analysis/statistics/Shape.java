package rote.analysis.statistics;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** What simulated values of single trials look like. */
enum Shape {
  NORMAL("normal", 0, Math.sqrt(2 / Math.PI), RandomGenerator::nextGaussian),
  /** Long tails on both sides. */
  STUDENT_3("t, 3 degrees of freedom", 0, 2 * Math.sqrt(3) / Math.PI, Shape::student3),
  /** Right or wrong on 200 images, 19 of 20 right. */
  ACCURACY("accuracies", 0.95, Double.NaN, random -> random.doubles(200).filter(u -> u < 0.95).count() / 200.0),
  /** Logarithms have a deviation of 0.5: skewness 1.75. */
  SKEWED("skewed", Math.exp(0.125), 0.433911, random -> Math.exp(0.5 * random.nextGaussian())),
  /** Logarithms have a deviation of 1: skewness 6.2. */
  VERY_SKEWED("very skewed", Math.exp(0.5), 1.125565, random -> Math.exp(random.nextGaussian()));

  final String words;
  final double mean;
  final double distance; // the mean one from the median; of a lognormal exp(s²/2) (2 Φ(s) - 1)
  private final ToDoubleFunction<RandomGenerator> draw;

  Shape(String words, double mean, double distance, ToDoubleFunction<RandomGenerator> draw) {
    this.words = words;
    this.mean = mean;
    this.distance = distance;
    this.draw = draw;
  }

  double[] sample(RandomGenerator random, int n) {
    return DoubleStream.generate(() -> draw.applyAsDouble(random)).limit(n).toArray();
  }

  /** Two metrics whose values correlate. */
  double[][] related(RandomGenerator random, int n, double correlation) {
    double[] one = sample(random, n);
    double[] other = sample(random, n);
    for (int i = 0; i < n; i++) {
      other[i] = correlation * one[i] + Math.sqrt(1 - correlation * correlation) * other[i];
    }
    return new double[][] {one, other};
  }

  boolean isSymmetric() {
    return this == NORMAL || this == STUDENT_3;
  }

  private static double student3(RandomGenerator random) {
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      double deviate = random.nextGaussian();
      squares += deviate * deviate;
    }
    return random.nextGaussian() / Math.sqrt(squares / 3);
  }
}
