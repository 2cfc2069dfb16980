package rote.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StandardisationTest {
  private static final float MISSING = Float.NaN;

  @Test
  void whatItWasFittedOnHasMeanZeroAndDeviationOne() {
    assertThat(standardised(inputs(2, 1, 10, /**/ 3, 30), inputs(2, 1, 10, /**/ 3, 30))).containsExactly(-1, -1, 1, 1);
  }

  @Test
  void othersAreScaledByTheSameNumbers() {
    assertThat(standardised(inputs(1, 1, 3), inputs(1, 2, 5, -1))).containsExactly(0, 3, -3);
  }

  @Test
  void aMissingValueBecomesTheMeanAndDoesNotCount() {
    assertThat(standardised(inputs(1, 1, MISSING, 3), inputs(1, MISSING, 3))).containsExactly(0, 1);
    assertThat(decoded(Standardisation.fitted(inputs(1, 1, MISSING, 5)).filled(inputs(1, MISSING, 7)))).containsExactly(3, 7);
  }

  @Test
  void aConstantFeatureIsZeroEvenWhereOthersDiffer() {
    assertThat(standardised(inputs(1, 0.1f, 0.1f, 0.1f), inputs(1, 0.1f, 7))).containsExactly(0, 0);
    assertThat(standardised(inputs(1, MISSING, MISSING), inputs(1, MISSING, 7))).containsExactly(0, 0);
  }

  @Property(tries = 200)
  void scaleAndOffsetMakeNoDifferenceToWhatComesOut(
      @ForAll @Size(min = 3, max = 20) List<@FloatRange(min = -1, max = 1) Float> drawn) {
    float[] values = new float[drawn.size()];
    IntStream.range(0, values.length).forEach(e -> values[e] = drawn.get(e));
    float[] moved = new float[values.length];
    for (int e = 0; e < moved.length; e++) {
      moved[e] = 8 * values[e] + 64;
    }
    float[] expected = standardised(inputs(1, values), inputs(1, values));
    double spread = Standardisation.fitted(inputs(1, values)).deviation(0);
    if (spread > 0.05) { // where rounding of what is moved does not count
      assertThat(standardised(inputs(1, moved), inputs(1, moved))).usingComparatorWithPrecision(1e-3f).containsExactly(expected);
    }
  }

  @Test
  void bytesCanBeStandardisedToo() {
    Inputs bytes = Inputs.of(new Examples(new byte[] {0, 51}, new byte[2]), new int[] {0, 1});
    assertThat(decoded(Standardisation.fitted(bytes).of(bytes))).containsExactly(-1, 1);
  }

  private static float[] standardised(Inputs on, Inputs inputs) {
    return decoded(Standardisation.fitted(on).of(inputs));
  }

  private static float[] decoded(Inputs inputs) {
    float[] all = new float[inputs.count() * inputs.width()];
    IntStream.range(0, inputs.count()).forEach(e -> inputs.decode(e, all, e * inputs.width()));
    return all;
  }

  private static Inputs inputs(int width, float... values) {
    return Inputs.ofFloats(values, width, IntStream.range(0, values.length / width).toArray());
  }
}
