package rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorruptionTest {
  private static final int COUNT = 2_000;
  private static final Examples SET = set();
  private static final int[] ALL = IntStream.range(0, COUNT).toArray();

  @Property(tries = 30, seed = "1")
  void aHigherProbabilityChangesASupersetOfLabels(
      @ForAll @DoubleRange(max = 1) double p, @ForAll @DoubleRange(max = 1) double q, @ForAll long seed,
      @ForAll("kinds") LabelNoise noise) {
    byte[] few = labels(ALL, Math.min(p, q), noise, seed);
    byte[] many = labels(ALL, Math.max(p, q), noise, seed);
    for (int i = 0; i < COUNT; i++) {
      assertThat(few[i] == SET.labels()[i] || few[i] == many[i]).isTrue();
    }
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<LabelNoise> kinds() {
    return net.jqwik.api.Arbitraries.of(LabelNoise.REDRAW, LabelNoise.WRONG_CLASS);
  }

  @Property(tries = 30, seed = "1")
  void anExampleHasTheSameLabelInEverySubset(@ForAll @DoubleRange(max = 1) double p, @ForAll long seed) {
    byte[] all = labels(ALL, p, LabelNoise.REDRAW, seed);
    int[] some = {1999, 7, 500, 0};
    byte[] few = labels(some, p, LabelNoise.REDRAW, seed);
    for (int e = 0; e < some.length; e++) {
      assertThat(few[e]).isEqualTo(all[some[e]]);
    }
  }

  @Property(tries = 30, seed = "1")
  void permutationKeepsTheCountOfEveryClass(@ForAll @DoubleRange(max = 1) double p, @ForAll long seed) {
    int[] rows = Arrays.copyOf(ALL, 700);
    byte[] labels = labels(rows, p, LabelNoise.PERMUTATION, seed);
    byte[] truth = Arrays.copyOf(SET.labels(), 700);
    Arrays.sort(labels);
    Arrays.sort(truth);
    assertThat(labels).isEqualTo(truth);
  }

  @Property(tries = 20, seed = "1")
  void probabilityZeroKeepsTheTrueLabels(@ForAll LabelNoise noise, @ForAll @LongRange(min = 0) long seed) {
    assertThat(labels(ALL, 0, noise, seed)).isEqualTo(SET.labels());
  }

  @Test
  void theShareOfChangedLabelsIsRecorded() {
    assertThat(changed(1, LabelNoise.REDRAW)).isCloseTo(0.9, within(0.02));
    assertThat(changed(0.5, LabelNoise.REDRAW)).isCloseTo(0.45, within(0.03));
    assertThat(changed(1, LabelNoise.PERMUTATION)).isCloseTo(0.9, within(0.02));
    assertThat(changed(1, LabelNoise.WRONG_CLASS)).isEqualTo(1);
    assertThat(changed(0, LabelNoise.WRONG_CLASS)).isEqualTo(0);
  }

  @Test
  void shuffledPixelsShareAPermutationAndRandomPixelsDoNot() {
    int[] rows = {3, 4};
    float[] shuffled = decoded(rows, InputCorruption.SHUFFLED_PIXELS, "training");
    assertThat(decoded(rows, InputCorruption.SHUFFLED_PIXELS, "test")).isEqualTo(shuffled);
    assertThat(decoded(rows, InputCorruption.RANDOM_PIXELS, "test"))
        .isNotEqualTo(decoded(rows, InputCorruption.RANDOM_PIXELS, "training"));
    for (InputCorruption moved : new InputCorruption[] {InputCorruption.SHUFFLED_PIXELS, InputCorruption.RANDOM_PIXELS}) {
      float[] image = decoded(new int[] {3}, moved, "training");
      float[] truth = decoded(new int[] {3}, InputCorruption.NONE, "training");
      assertThat(image).isNotEqualTo(truth);
      Arrays.sort(image);
      Arrays.sort(truth);
      assertThat(image).isEqualTo(truth);
    }
  }

  @Test
  void anImageIsTheSameInEverySubset() {
    for (InputCorruption corruption : InputCorruption.values()) {
      float[] pair = decoded(new int[] {9, 3}, corruption, "training");
      assertThat(decoded(new int[] {3}, corruption, "training"))
          .isEqualTo(Arrays.copyOfRange(pair, SET.size(), 2 * SET.size()));
    }
  }

  @Test
  void gaussianPixelsHaveTheMeanAndVarianceOfTheTrainingSet() {
    float[] truth = decoded(ALL, InputCorruption.NONE, "training");
    float[] drawn = decoded(ALL, InputCorruption.GAUSSIAN, "training");
    assertThat(mean(drawn)).isCloseTo(mean(truth), within(0.005));
    assertThat(deviation(drawn)).isCloseTo(deviation(truth), within(0.005));
  }

  @ParameterizedTest
  @EnumSource(value = InputCorruption.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void ofAShareEveryImageIsCorruptedAsAmongAllOrUntouched(InputCorruption corruption) {
    float[] truth = decoded(ALL, InputCorruption.NONE, "training");
    float[] all = decoded(ALL, corruption, "training");
    float[] some = decoded(CorruptedInputs.of(Inputs.of(SET, ALL), ALL, corruption,
        CorruptedInputs.chosen(COUNT, 0.3, streams(5)), "training", SET, streams(5)));
    int corrupted = 0;
    for (int image = 0; image < COUNT; image++) {
      float[] seen = image(some, image);
      boolean isCorrupted = Arrays.equals(seen, image(all, image));
      assertThat(isCorrupted || Arrays.equals(seen, image(truth, image))).as("image %s", image).isTrue();
      corrupted += isCorrupted ? 1 : 0;
    }
    assertThat(corrupted / (double) COUNT).isCloseTo(0.3, within(0.05));
  }

  @Property(tries = 30, seed = "1")
  void aLargerShareOfInputsHoldsTheSmaller(
      @ForAll @DoubleRange(max = 1) double p, @ForAll @DoubleRange(max = 1) double q, @ForAll long seed) {
    IntPredicate few = CorruptedInputs.chosen(COUNT, Math.min(p, q), streams(seed));
    IntPredicate many = CorruptedInputs.chosen(COUNT, Math.max(p, q), streams(seed));
    assertThat(IntStream.range(0, COUNT).filter(few)).allMatch(many::test);
  }

  @Test
  void theSharesZeroAndOneAreNoneAndAll() {
    assertThat(IntStream.range(0, COUNT).filter(CorruptedInputs.chosen(COUNT, 0, streams(1)))).isEmpty();
    assertThat(IntStream.range(0, COUNT).filter(CorruptedInputs.chosen(COUNT, 1, streams(1)))).hasSize(COUNT);
  }

  private static float[] image(float[] values, int image) {
    return Arrays.copyOfRange(values, image * SET.size(), (image + 1) * SET.size());
  }

  private static double mean(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(k -> values[k]).average().orElseThrow();
  }

  private static double deviation(float[] values) {
    double mean = mean(values);
    return Math.sqrt(IntStream.range(0,
        values.length).mapToDouble(k -> (values[k] - mean) * (values[k] - mean)).average().orElseThrow());
  }

  private static float[] decoded(int[] rows, InputCorruption corruption, String name) {
    return decoded(CorruptedInputs.of(Inputs.of(SET, rows), rows, corruption, image -> true, name, SET, streams(5)));
  }

  private static float[] decoded(Inputs inputs) {
    float[] values = new float[inputs.count() * SET.size()];
    for (int e = 0; e < inputs.count(); e++) {
      inputs.decode(e, values, e * SET.size());
    }
    return values;
  }

  private static double changed(double p, LabelNoise noise) {
    return CorruptedLabels.of(SET, 10, ALL, p, noise, streams(2)).changed();
  }

  private static byte[] labels(int[] rows, double p, LabelNoise noise, long seed) {
    return CorruptedLabels.of(SET, 10, rows, p, noise, streams(seed)).labels();
  }

  private static RandomStreams streams(long seed) {
    return (name, index) -> RandomSource.XO_SHI_RO_256_PP.create(seed * 31 + name.hashCode() * 7919L + index);
  }

  private static Examples set() {
    var draws = RandomSource.XO_SHI_RO_256_PP.create(1L);
    byte[] pixels = new byte[COUNT * 30];
    draws.nextBytes(pixels);
    byte[] labels = new byte[COUNT];
    for (int i = 0; i < COUNT; i++) {
      labels[i] = (byte) draws.nextInt(10);
    }
    return new Examples(pixels, labels);
  }
}
