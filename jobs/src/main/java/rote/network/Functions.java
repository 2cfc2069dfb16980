package rote.network;

/**
 * The transcendental functions of training in float32, as polynomials of fused multiply-adds, so that every kernel and every
 * machine computes the same bits. NaN stays NaN.
 */
public final class Functions {
  public static final float MAX_EXPONENT = 87f; // e^87 is finite, e^-87 and 1 / (1 + e^87) are normal numbers
  public static final float LOG2_E = 0x1.715476p0f;
  public static final float LN2_HIGH = 0x1.62e4p-1f; // few bits: n * LN2_HIGH is exact
  public static final float LN2_LOW = 0x1.7f7d1cp-20f; // ln 2 - LN2_HIGH
  public static final float ROUNDER = 12582912f; // 1.5 * 2^23: adding it rounds to an integer, kept in the low bits

  // Minimax coefficients of (e^r - 1 - r) / r^2 over |r| <= ln(2) / 2, by power of r.
  public static final float EXP_2 = 0x1.fffffcp-2f;
  public static final float EXP_3 = 0x1.555492p-3f;
  public static final float EXP_4 = 0x1.5558f2p-5f;
  public static final float EXP_5 = 0x1.1239f2p-7f;
  public static final float EXP_6 = 0x1.6a2414p-10f;

  // Minimax coefficients of (tanh x - x) / x^3 over |x| <= 0.625, by power of x^2.
  public static final float TANH_NEAR = 0.625f;
  public static final float TANH_1 = -0x1.555532p-2f;
  public static final float TANH_3 = 0x1.11070ap-3f;
  public static final float TANH_5 = -0x1.b83856p-5f;
  public static final float TANH_7 = 0x1.520b32p-6f;
  public static final float TANH_9 = -0x1.75625ap-8f;

  private Functions() {}

  /**
   * Returns e^x, with x clamped to [-87, 87]; the relative error is below 1.2e-7 (two units in the last place).
   *
   * <p>x = n ln 2 + r with |r| at most ln(2) / 2; a minimax polynomial gives e^r, and n is added to the exponent.
   */
  public static float exp(float x) {
    float clamped = Math.min(MAX_EXPONENT, Math.max(-MAX_EXPONENT, x));
    float shifted = Math.fma(clamped, LOG2_E, ROUNDER);
    float n = shifted - ROUNDER;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, clamped));
    float p = EXP_6;
    p = Math.fma(p, r, EXP_5);
    p = Math.fma(p, r, EXP_4);
    p = Math.fma(p, r, EXP_3);
    p = Math.fma(p, r, EXP_2);
    float power = Math.fma(p * r, r, r) + 1f;
    return x != x ? x : Float.intBitsToFloat(Float.floatToRawIntBits(power) + (Float.floatToRawIntBits(shifted) << 23));
  }

  /** Returns 1 / (1 + e^-x); the relative error is below 2.4e-7 (four units in the last place) for x in [-87, 87]. */
  public static float sigmoid(float x) {
    return 1f / (1f + exp(-x));
  }

  /**
   * Returns the hyperbolic tangent: an odd polynomial near 0, elsewhere 1 - 2 / (e^2|x| + 1) with the sign of x;
   * the relative error is below 2.4e-7 (four units in the last place).
   */
  public static float tanh(float x) {
    float size = Math.abs(x);
    float far = Math.copySign(1f - 2f / (exp(size + size) + 1f), x);
    float square = x * x;
    float p = TANH_9;
    p = Math.fma(p, square, TANH_7);
    p = Math.fma(p, square, TANH_5);
    p = Math.fma(p, square, TANH_3);
    p = Math.fma(p, square, TANH_1);
    float near = Math.fma(p * square, x, x);
    return size > TANH_NEAR ? far : near;
  }
}
