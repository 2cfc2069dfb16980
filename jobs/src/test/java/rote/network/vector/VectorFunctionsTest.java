package rote.network.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rote.data.Examples;
import rote.data.Inputs;
import rote.network.Activation;
import rote.network.Functions;
import rote.network.Matrix;
import rote.network.ReferenceKernels;

/** Vectors compute the same bits as the scalar functions. */
class VectorFunctionsTest {
  private static final int STEP = 60_013; // a prime: of every binade a hundred numbers and more

  /** Floats of all sizes and signs, infinities and NaN among them. */
  private static float[] numbers() {
    float[] numbers = new float[(int) (0x1_0000_0000L / STEP / 16 * 16)];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = Float.intBitsToFloat((int) (k * (long) STEP));
    }
    float[] special = {0f, -0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, 87f, -87f, 0.625f, -0.625f};
    System.arraycopy(special, 0, numbers, 1, special.length);
    return numbers;
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void activations(Activation activation) {
    float[] vector = numbers();
    float[] scalar = numbers();
    VectorFunctions.activate(activation, vector, 0, vector.length);
    activation.apply(scalar, 0, scalar.length);
    assertSameBits(vector, scalar);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void slopes(Activation activation) {
    float[] activations = numbers();
    float[] vector = new float[activations.length];
    float[] scalar = new float[activations.length];
    for (int k = 0; k < scalar.length; k++) {
      vector[k] = (k % 1000 - 500) / 7f;
      scalar[k] = activation.times(vector[k], activations[k]);
    }
    VectorFunctions.times(activation, vector, activations, 0, vector.length);
    assertSameBits(vector, scalar);
  }

  @Test
  void exponentials() {
    float[] vector = numbers();
    float[] scalar = numbers();
    VectorFunctions.exp(vector, 0, vector.length);
    for (int k = 0; k < scalar.length; k++) {
      scalar[k] = Functions.exp(scalar[k]);
    }
    assertSameBits(vector, scalar);
  }

  /** Rows of any length: usual ones, whose totals depend on the order, and some of ties, infinities and NaN. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 16, 17, 100})
  void softmaxes(int columns) {
    int rows = 200;
    float[][] odd = {
      {Float.NaN, 1f}, {1f, 2f, Float.NaN}, {Float.NEGATIVE_INFINITY}, {Float.POSITIVE_INFINITY}, {1f, Float.POSITIVE_INFINITY},
      {0f, -0f}, {-0f, 0f}, {Float.intBitsToFloat(0xffc00000), 1f}, {1f, Float.intBitsToFloat(0xffc00000)}, // and NaN below 0
      {91f, -130f, 91f}, {2e30f, 1e-30f}, {1f, Float.NEGATIVE_INFINITY, 2f}};
    Matrix vector = new Matrix(rows, columns);
    Matrix scalar = new Matrix(rows, columns);
    Arrays.fill(vector.values(), Float.NaN); // padding must not be used
    var draws = RandomSource.XO_SHI_RO_256_PP.create(1);
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < columns; j++) {
        float value = r < odd.length ? odd[r][j % odd[r].length] : 8 * draws.nextFloat() - 4;
        vector.set(r, j, value);
        scalar.set(r, j, value);
      }
    }
    float[] last = row(scalar, rows - 1);
    new VectorKernels().softmax(vector, rows - 1);
    new ReferenceKernels().softmax(scalar, rows - 1);
    for (int r = 0; r < rows - 1; r++) {
      assertSameBits(row(vector, r), row(scalar, r));
      int padding = VectorRows.wholeVectors(columns) - columns;
      assertSameBits(Arrays.copyOfRange(vector.values(), vector.at(r) + columns, vector.at(r) + columns + padding),
          new float[padding]);
    }
    assertSameBits(row(vector, rows - 1), last);
  }

  private static float[] row(Matrix matrix, int r) {
    return Arrays.copyOfRange(matrix.values(), matrix.at(r), matrix.at(r) + matrix.columns());
  }

  @Test
  void bytes() {
    byte[] pixels = new byte[256 + 64];
    for (int b = 0; b < 256; b++) {
      pixels[b] = (byte) b;
    }
    float[] vector = new float[256];
    if (VectorKernels.bits() < 256) {
      assertThat(VectorFunctions.hasByteVectors()).as("there are no vectors of so few bytes").isFalse();
      return;
    }
    VectorFunctions.decode(pixels, 0, 256, vector, 0);
    float[] scalar = new float[320];
    Inputs.of(new Examples(pixels, new byte[1]), new int[] {0}).decode(0, scalar, 0);
    assertSameBits(vector, Arrays.copyOf(scalar, 256));
  }

  /** NaN is NaN, whatever its bits. */
  private static void assertSameBits(float[] vector, float[] scalar) {
    for (int k = 0; k < scalar.length; k++) {
      if (Float.floatToIntBits(vector[k]) != Float.floatToIntBits(scalar[k])) {
        throw new AssertionError("number " + k + ": " + vector[k] + " where " + scalar[k] + " is right");
      }
    }
  }
}
