package rote.network;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class FunctionsTest {
  private static final double ULP = 0x1p-23;

  @Property(tries = 20_000, seed = "1")
  void expIsWithinTwoUnitsInTheLastPlace(@ForAll @FloatRange(min = -87, max = 87) float x) {
    double exact = StrictMath.exp(x);
    assertThat(Math.abs(Functions.exp(x) - exact)).isLessThanOrEqualTo(exact * ULP);
  }

  @Property(tries = 20_000, seed = "1")
  void sigmoidIsWithinFourUnitsInTheLastPlace(@ForAll @FloatRange(min = -87, max = 87) float x) {
    double exact = 1 / (1 + StrictMath.exp(-x));
    assertThat(Math.abs(Functions.sigmoid(x) - exact)).isLessThanOrEqualTo(2 * exact * ULP);
  }

  @Property(tries = 20_000, seed = "1")
  void tanhIsWithinFourUnitsInTheLastPlace(@ForAll @FloatRange(min = -20, max = 20) float x) {
    double exact = StrictMath.tanh(x);
    assertThat(Math.abs(Functions.tanh(x) - exact)).isLessThanOrEqualTo(2 * Math.abs(exact) * ULP);
  }

  /** One float in 1,009 of the whole range, both signs. */
  @Test
  void theBoundsHoldOverTheWholeRange() {
    for (int bits = 0; bits < Float.floatToIntBits(87f); bits += 1_009) {
      float size = Float.intBitsToFloat(bits);
      for (float x : new float[] {size, -size}) {
        double exp = StrictMath.exp(x);
        double sigmoid = 1 / (1 + StrictMath.exp(-x));
        double tanh = StrictMath.tanh(x);
        if (!(Math.abs(Functions.exp(x) - exp) <= exp * ULP
            && Math.abs(Functions.sigmoid(x) - sigmoid) <= 2 * sigmoid * ULP
            && Math.abs(Functions.tanh(x) - tanh) <= 2 * Math.abs(tanh) * ULP)) {
          throw new AssertionError("beyond the bounds at " + x);
        }
      }
    }
  }

  @Test
  void everyBinadeNearTheJoinsIsCovered() {
    for (float x = 0.6f; x < 0.65f; x = Math.nextUp(x)) {
      double exact = StrictMath.tanh(x);
      assertThat(Math.abs(Functions.tanh(x) - exact)).isLessThanOrEqualTo(2 * exact * ULP);
    }
  }

  @Test
  void extremesAreClampedAndNotANumberStays() {
    assertThat(Functions.exp(Float.POSITIVE_INFINITY)).isEqualTo(Functions.exp(87));
    assertThat(Functions.exp(Float.NEGATIVE_INFINITY)).isEqualTo(Functions.exp(-87)).isPositive();
    assertThat(Functions.sigmoid(-1000)).isGreaterThanOrEqualTo(Float.MIN_NORMAL);
    assertThat(Functions.tanh(Float.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Functions.tanh(-1000)).isEqualTo(-1);
    assertThat(Functions.exp(0)).isEqualTo(1);
    assertThat(Functions.sigmoid(0)).isEqualTo(0.5f);
    assertThat(Functions.exp(Float.NaN)).isNaN();
    assertThat(Functions.sigmoid(Float.NaN)).isNaN();
    assertThat(Functions.tanh(Float.NaN)).isNaN();
  }

  /** Frozen: these bits are part of every golden curve. */
  @Test
  void bitsArePinned() {
    int hash = 1;
    for (float x = -90; x < 90; x += 0.37f) {
      hash = 31 * hash + Float.floatToRawIntBits(Functions.exp(x));
      hash = 31 * hash + Float.floatToRawIntBits(Functions.tanh(x / 20));
    }
    assertThat(Integer.toHexString(hash)).isEqualTo("224f04e");
  }
}
