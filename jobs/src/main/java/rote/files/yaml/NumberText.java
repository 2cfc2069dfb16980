package rote.files.yaml;

import java.math.BigDecimal;

/** Writes a number as a person does: {@code 0.0003}, {@code 1000000}, {@code 1.5e-7}, {@code 1e38}. */
public final class NumberText {
  private static final int PLAIN_FROM = -5; // powers of ten
  private static final int PLAIN_TO = 6;

  private NumberText() {}

  /** Returns the shortest text that is read as the same float32; infinities and NaN as Java writes them. */
  public static String of(float value) {
    return Float.isFinite(value) ? of(new BigDecimal(Float.toString(value))) : String.valueOf(value);
  }

  /** Returns all digits of the number, without trailing zeros. */
  public static String of(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    int power = bare.precision() - bare.scale() - 1; // of the first digit
    if (bare.signum() == 0 || power >= PLAIN_FROM && power <= PLAIN_TO) {
      return bare.toPlainString();
    }
    return new BigDecimal(bare.unscaledValue(), bare.precision() - 1).toPlainString() + "e" + power;
  }
}
