package rote.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class PigeonholeBootstrapTest {
  private static final double NORMAL = 1.959963984540054; // 97.5 %

  @Test
  void itsVarianceIsThatOfDrawnSeedsAndDrawnImages() {
    Random random = new Random(1);
    List<boolean[]> right = simulated(5, 12, 0.5, 0.2, 0.4, random);
    double[] means = new double[100_000];
    for (int draw = 0; draw < means.length; draw++) {
      int[] images = random.ints(11, 0, 12).toArray(); // one fewer than there are, of seeds too
      means[draw] = random.ints(4, 0, 5).mapToDouble(
          seed -> Arrays.stream(images).filter(image -> right.get(seed)[image]).count() / 11.0).average().orElseThrow();
    }
    double deviation = Statistics.of(means).standardDeviation();
    assertThat(Arrays.stream(variances(right)).sum()).isCloseTo(deviation * deviation, within(0.02 * deviation * deviation));
  }

  @Test
  void whereImagesDoNotDifferItIsTheIntervalOverSeeds() {
    List<boolean[]> right = seeds("11111111", "00000000", "11111111", "11111111");
    Statistics student = Statistics.of(1, 0, 1, 1);
    Statistics both = PigeonholeBootstrap.of(right).orElseThrow();
    assertThat(both.n()).isEqualTo(4);
    assertThat(both.ends()).containsExactly(student.ends(), within(1e-12));
    Interval wider = PigeonholeBootstrap.interval(right, 0.01).orElseThrow();
    assertThat(wider.ends()).containsExactly(StudentMean.of(1, 0, 1, 1).interval(0.01).ends(), within(1e-12));
  }

  @Test
  void whereSeedsDoNotDifferItIsTheIntervalOverImages() {
    boolean[] images = new boolean[10_001];
    Arrays.fill(images, 0, 9_501, true);
    double share = 9_501 / 10_001.0;
    Statistics both = PigeonholeBootstrap.of(List.of(images, images, images)).orElseThrow();
    assertThat(both.mean()).isEqualTo(share);
    assertThat(both.high() - share).isCloseTo(NORMAL * Math.sqrt(share * (1 - share) / 10_000), within(1e-6)); // t of 10,000
  }

  @Test
  void isNeverNarrowerThanTheIntervalOverSeeds() {
    Random random = new Random(3);
    for (int seeds = 2; seeds < 8; seeds++) {
      List<boolean[]> right = simulated(seeds, 50, 0.5, 0.2, 0.4, random);
      Statistics alone = Statistics.of(right.stream().mapToDouble(PigeonholeBootstrap::share).toArray());
      Statistics both = PigeonholeBootstrap.of(right).orElseThrow();
      assertThat(both.mean()).isEqualTo(alone.mean());
      assertThat(both.high()).isGreaterThan(alone.high());
      assertThat(both.low()).isLessThan(alone.low());
    }
  }

  @Test
  void isAPointWhereAllAnswersAreRightAndNoIntervalOfOneSeed() {
    assertThat(PigeonholeBootstrap.of(seeds("111", "111")).orElseThrow().ends()).containsExactly(1, 1, 1);
    assertThat(PigeonholeBootstrap.of(seeds("110", "011")).orElseThrow().ends()).doesNotContain(Double.NaN);
    assertThat(PigeonholeBootstrap.of(seeds("10", "01")).orElseThrow().ends()).doesNotContain(Double.NaN); // neither differ
    assertThat(PigeonholeBootstrap.of(seeds("110"))).isEmpty();
    assertThat(PigeonholeBootstrap.of(List.of())).isEmpty();
  }

  /** {@link PigeonholeCoverageIT} has more repetitions and sizes. */
  @Test
  void coversTheAccuracyOnOtherImagesByOtherSeeds() {
    double[] covered = coverage(6, 1_000, 400, 1);
    assertThat(covered[0]).as("over seeds and images").isBetween(0.945, 0.995);
    assertThat(covered[1]).as("over seeds alone").isLessThan(0.8);
  }

  /**
   * Returns how often the interval over seeds and images, and that over seeds, holds the true accuracy of 0.95: of seeds that
   * differ by 0.003, as the lesson's networks do, and images most of which every seed answers alike.
   */
  static double[] coverage(int seeds, int images, int times, long seed) {
    Random random = new Random(seed);
    double threshold = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.95);
    int[] covered = new int[2];
    for (int time = 0; time < times; time++) {
      List<boolean[]> right = simulated(seeds, images, threshold, 0.03, 0.9, random);
      Statistics both = PigeonholeBootstrap.of(right).orElseThrow();
      Statistics alone = Statistics.of(right.stream().mapToDouble(PigeonholeBootstrap::share).toArray());
      covered[0] += both.low() <= 0.95 && 0.95 <= both.high() ? 1 : 0;
      covered[1] += alone.low() <= 0.95 && 0.95 <= alone.high() ? 1 : 0;
    }
    return new double[] {(double) covered[0] / times, (double) covered[1] / times};
  }

  /** An answer is right if threshold + seed + image + both is above 0, three normal numbers of variance 1 in all. */
  private static List<boolean[]> simulated(
      int seeds, int images, double threshold, double seed, double image, Random random) {
    double both = Math.sqrt(1 - seed * seed - image * image);
    double[] ofImages = IntStream.range(0, images).mapToDouble(e -> threshold + image * random.nextGaussian()).toArray();
    List<boolean[]> right = new ArrayList<>();
    for (int s = 0; s < seeds; s++) {
      double ofSeed = seed * random.nextGaussian();
      boolean[] row = new boolean[images];
      for (int e = 0; e < images; e++) {
        row[e] = ofSeed + ofImages[e] + both * random.nextGaussian() > 0;
      }
      right.add(row);
    }
    return right;
  }

  private static double[] variances(List<boolean[]> right) {
    double[] ofSeeds = right.stream().mapToDouble(PigeonholeBootstrap::share).toArray();
    return PigeonholeBootstrap.variances(ofSeeds, PigeonholeBootstrap.ofImages(right, right.get(0).length),
        Statistics.of(ofSeeds).mean());
  }

  private static List<boolean[]> seeds(String... rows) {
    return Arrays.stream(rows).map(row -> {
      boolean[] right = new boolean[row.length()];
      IntStream.range(0, right.length).forEach(e -> right[e] = row.charAt(e) == '1');
      return right;
    }).toList();
  }
}
