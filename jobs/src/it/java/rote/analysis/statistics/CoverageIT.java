package rote.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Simulates how often 95 % intervals hold the truth; docs/statistics.md has the figures. */
@Tag("experiments")
class CoverageIT {
  private static final int SAMPLES = 2000;
  private static final int FEWER = 100; // where all means of subsets of 20 are sorted
  private static final double NOISE = 0.012; // of a coverage of 95 %; its standard error is 0.005
  private static final double MORE_NOISE = 0.055; // with fewer samples: 0.022
  private static final List<Integer> SIZES = List.of(6, 8, 10, 20);

  /** What the values of single trials look like. */
  enum Shape {
    NORMAL(random -> random.nextGaussian(), 0),
    /** Three degrees of freedom: long tails on both sides. */
    STUDENT_3(CoverageIT::student3, 0),
    /** Right or wrong on 200 images, 19 of 20 right. */
    ACCURACY(random -> random.doubles(200).filter(u -> u < 0.95).count() / 200.0, 0.95),
    /** Logarithms have a deviation of 0.5: skewness 1.75. */
    SKEWED(random -> Math.exp(0.5 * random.nextGaussian()), Math.exp(0.125)),
    /** Logarithms have a deviation of 1: skewness 6.2. */
    LOGNORMAL(random -> Math.exp(random.nextGaussian()), Math.exp(0.5));

    private final ToDoubleFunction<Random> draw;
    private final double mean;

    Shape(ToDoubleFunction<Random> draw, double mean) {
      this.draw = draw;
      this.mean = mean;
    }

    double[] sample(Random random, int n) {
      return DoubleStream.generate(() -> draw.applyAsDouble(random)).limit(n).toArray();
    }

    boolean isSymmetric() {
      return this == NORMAL || this == STUDENT_3;
    }
  }

  private static double student3(Random random) {
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      double deviate = random.nextGaussian();
      squares += deviate * deviate;
    }
    return random.nextGaussian() / Math.sqrt(squares / 3);
  }

  /** One kind of interval: makes an estimate of samples, and knows the truth. */
  enum Kind {
    MEAN {
      @Override
      boolean covers(Shape shape, Random random, int n) {
        return StudentMean.of(shape.sample(random, n)).interval(0.05).has(shape.mean);
      }
    },
    DIFFERENCE {
      @Override
      boolean covers(Shape shape, Random random, int n) {
        double[] ours = shape.sample(random, n);
        double[] theirs = shape.sample(random, n);
        for (int i = 0; i < n; i++) {
          ours[i] -= theirs[i];
        }
        return SubsetMeans.of(ours).interval(0.05).has(0);
      }
    },
    RATIO_OF_SPREADS {
      @Override
      boolean covers(Shape shape, Random random, int n) {
        return JointStatistic.SPREAD.difference(new double[][] {shape.sample(random, n)}, new double[][] {shape.sample(random, n)})
            .map(of -> of.interval(0.05).has(0)).orElse(true);
      }
    },
    DIFFERENCE_OF_CORRELATIONS {
      @Override
      boolean covers(Shape shape, Random random, int n) {
        return JointStatistic.CORRELATION.difference(related(shape, random, n), related(shape, random, n))
            .map(of -> of.interval(0.05).has(0)).orElse(true);
      }
    };

    abstract boolean covers(Shape shape, Random random, int n);
  }

  /** Two metrics with a correlation of 0.8. */
  private static double[][] related(Shape shape, Random random, int n) {
    double[] one = shape.sample(random, n);
    double[] own = shape.sample(random, n);
    double[] other = new double[n];
    for (int i = 0; i < n; i++) {
      other[i] = 0.8 * one[i] + 0.6 * own[i];
    }
    return new double[][] {one, other};
  }

  /** Of symmetric values 93 to 98 %, at six pairs up to 98.5 % and for correlations more; of others 90 % or more, but for means of the most skewed. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void intervalsHoldTheTruthAsOftenAsTheySay(Kind kind) {
    for (Shape shape : Shape.values()) {
      StringBuilder row = new StringBuilder("| " + kind + " | " + shape);
      for (int n : SIZES) {
        double coverage = coverage(kind, shape, n);
        row.append(String.format(" | %.3f", coverage));
        double least = shape.isSymmetric() ? 0.93 : kind == Kind.MEAN && shape == Shape.LOGNORMAL ? 0.79 : 0.9;
        double most = n > 6 ? 0.98 : kind == Kind.DIFFERENCE_OF_CORRELATIONS ? 1 : 0.985; // ranks of six say little
        double noise = n > 10 ? MORE_NOISE : NOISE;
        assertThat(coverage).as("%s %s %d", kind, shape, n).isBetween(least - noise, most + noise);
      }
      System.out.println(row + " |");
    }
  }

  private static double coverage(Kind kind, Shape shape, int n) {
    Random random = new Random(n);
    int samples = n > 10 && kind != Kind.MEAN ? FEWER : SAMPLES;
    int covered = 0;
    for (int s = 0; s < samples; s++) {
      covered += kind.covers(shape, random, n) ? 1 : 0;
    }
    return (double) covered / samples;
  }
}
