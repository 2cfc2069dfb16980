package rote.network.vector;

import java.util.Arrays;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import rote.network.Activation;
import rote.network.Functions;
import rote.network.Kernels;

/** {@link Functions} and the activations on arrays, by whole vectors: the same operations, so the same bits. */
final class VectorFunctions {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int SIGN = 0x80000000;
  private static final VectorSpecies<Integer> INTS = VectorKernels.INTS;
  private static final VectorSpecies<Byte> BYTES =
      hasByteVectors() ? VectorSpecies.of(byte.class, VectorShape.forBitSize(LANES * Byte.SIZE)) : null;
  private static final float SHARE = 1 / 255f;
  private static final float SHARE_REST = (float) (1 / 255.0 - SHARE);
  private static final int WHOLE = 0x4b000000; // 2^23: a byte in its lowest bits is added to it

  private VectorFunctions() {}

  /** Replaces {@code z[from..from+count-1]}, and the rest of the last vector, by their activations. */
  static void activate(Activation activation, float[] z, int from, int count) {
    switch (activation) {
      case SIGMOID -> sigmoid(z, from, count);
      case TANH -> tanh(z, from, count);
      case RELU -> relu(z, from, count);
    }
  }

  static void exp(float[] z, int from, int count) {
    for (int k = from; k < from + count; k += LANES) {
      exp(FloatVector.fromArray(SPECIES, z, k)).intoArray(z, k);
    }
  }

  /**
   * Computes {@link Kernels#softmax} of some rows, and sets the rest of their last vectors to zero.
   *
   * <p>The passes are short, so that several rows are computed at once. They are one method of more than 325 bytecodes, which C2
   * does not inline (FreqInlineSize): inlined, some runs took half as long again.
   */
  static void softmax(float[] z, int from, int rows, int stride, int columns) {
    int last = (columns - 1) / LANES * LANES; // where the last vector of a row begins
    int[] inLast = new int[LANES];
    Arrays.fill(inLast, 0, columns - last, -1);
    IntVector keep = IntVector.fromArray(INTS, inLast, 0);
    IntVector lowest = keep.not().and(SIGN);
    for (int r = 0; r < rows; r++) {
      int at = from + r * stride;
      int top = ordered(FloatVector.fromArray(SPECIES, z, at + last)).and(keep).or(lowest).reduceLanes(VectorOperators.MAX);
      for (int k = at; k < at + last; k += LANES) {
        top = Math.max(top, ordered(FloatVector.fromArray(SPECIES, z, k)).reduceLanes(VectorOperators.MAX));
      }
      float largest = Float.intBitsToFloat(ordered(top));
      for (int k = at; k <= at + last; k += LANES) {
        FloatVector.fromArray(SPECIES, z, k).sub(largest).intoArray(z, k);
      }
    }
    for (int k = from; k <= from + last; k += LANES) {
      for (int r = 0; r < rows; r++) {
        exp(FloatVector.fromArray(SPECIES, z, k + r * stride)).intoArray(z, k + r * stride);
      }
    }
    for (int r = 0; r < rows; r++) {
      int at = from + r * stride;
      float total = 0;
      for (int k = at; k < at + columns; k++) {
        total += z[k];
      }
      divide(z, at, last, inLast, total);
    }
  }

  /** Maps floats to integers of the same order, whose maximum needs no check for NaN; applied again, maps them back. */
  private static IntVector ordered(FloatVector x) {
    IntVector bits = x.reinterpretAsInts();
    return bits.lanewise(VectorOperators.ASHR, 31).and(Integer.MAX_VALUE).lanewise(VectorOperators.XOR, bits);
  }

  private static int ordered(int bits) {
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  /** Divides a row, and sets the rest of its last vector to zero. */
  private static void divide(float[] z, int at, int last, int[] inLast, float by) {
    for (int k = at; k < at + last; k += LANES) {
      FloatVector.fromArray(SPECIES, z, k).div(by).intoArray(z, k);
    }
    IntVector keep = IntVector.fromArray(INTS, inLast, 0);
    FloatVector.fromArray(SPECIES, z, at + last).div(by).reinterpretAsInts().and(keep).reinterpretAsFloats()
        .intoArray(z, at + last);
  }

  private static void sigmoid(float[] z, int from, int count) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    for (int k = from; k < from + count; k += LANES) {
      one.div(exp(FloatVector.fromArray(SPECIES, z, k).neg()).add(1f)).intoArray(z, k);
    }
  }

  private static void relu(float[] z, int from, int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int k = from; k < from + count; k += LANES) {
      zero.max(FloatVector.fromArray(SPECIES, z, k)).intoArray(z, k);
    }
  }

  private static void tanh(float[] z, int from, int count) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector two = FloatVector.broadcast(SPECIES, 2f);
    for (int k = from; k < from + count; k += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, z, k);
      FloatVector size = x.abs();
      IntVector far = one.sub(two.div(exp(size.add(size)).add(1f))).reinterpretAsInts();
      IntVector sign = x.reinterpretAsInts().and(SIGN);
      FloatVector square = x.mul(x);
      FloatVector p = FloatVector.broadcast(SPECIES, Functions.TANH_9);
      p = p.fma(square, FloatVector.broadcast(SPECIES, Functions.TANH_7));
      p = p.fma(square, FloatVector.broadcast(SPECIES, Functions.TANH_5));
      p = p.fma(square, FloatVector.broadcast(SPECIES, Functions.TANH_3));
      p = p.fma(square, FloatVector.broadcast(SPECIES, Functions.TANH_1));
      FloatVector near = p.mul(square).fma(x, x);
      near.blend(far.or(sign).reinterpretAsFloats(), size.compare(VectorOperators.GT, Functions.TANH_NEAR))
          .intoArray(z, k);
    }
  }

  private static FloatVector exp(FloatVector x) {
    // Faster than min and max; NaN stays.
    FloatVector clamped = x.blend(Functions.MAX_EXPONENT, x.compare(VectorOperators.GT, Functions.MAX_EXPONENT))
        .blend(-Functions.MAX_EXPONENT, x.compare(VectorOperators.LT, -Functions.MAX_EXPONENT));
    FloatVector shifted = clamped.fma(
        FloatVector.broadcast(SPECIES, Functions.LOG2_E), FloatVector.broadcast(SPECIES, Functions.ROUNDER));
    FloatVector n = shifted.sub(Functions.ROUNDER);
    FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -Functions.LN2_LOW),
        n.fma(FloatVector.broadcast(SPECIES, -Functions.LN2_HIGH), clamped));
    FloatVector p = FloatVector.broadcast(SPECIES, Functions.EXP_6);
    p = p.fma(r, FloatVector.broadcast(SPECIES, Functions.EXP_5));
    p = p.fma(r, FloatVector.broadcast(SPECIES, Functions.EXP_4));
    p = p.fma(r, FloatVector.broadcast(SPECIES, Functions.EXP_3));
    p = p.fma(r, FloatVector.broadcast(SPECIES, Functions.EXP_2));
    IntVector power = p.mul(r).fma(r, r).add(1f).reinterpretAsInts();
    FloatVector scaled = power.add(shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats();
    return scaled.add(clamped.sub(clamped)); // + 0, or NaN
  }

  /** Computes {@code deltas[k] *= f'(a[k])}, as {@link Activation#times} does, from k = {@code from} on. */
  static void times(Activation activation, float[] deltas, float[] a, int from, int count) {
    switch (activation) {
      case SIGMOID -> timesSigmoid(deltas, a, from, count);
      case TANH -> timesTanh(deltas, a, from, count);
      case RELU -> timesRelu(deltas, a, from, count);
    }
  }

  private static void timesSigmoid(float[] deltas, float[] a, int from, int count) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    for (int k = from; k < from + count; k += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, a, k);
      FloatVector.fromArray(SPECIES, deltas, k).mul(x.mul(one.sub(x))).intoArray(deltas, k);
    }
  }

  private static void timesTanh(float[] deltas, float[] a, int from, int count) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    for (int k = from; k < from + count; k += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, a, k);
      FloatVector.fromArray(SPECIES, deltas, k).mul(x.neg().fma(x, one)).intoArray(deltas, k);
    }
  }

  private static void timesRelu(float[] deltas, float[] a, int from, int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int k = from; k < from + count; k += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, a, k);
      zero.blend(FloatVector.fromArray(SPECIES, deltas, k), x.compare(VectorOperators.GT, 0f)).intoArray(deltas, k);
    }
  }

  /** Returns b / 255 for the byte in each number's lowest eight bits, as {@link rote.data.Inputs} computes it. */
  static FloatVector byteValues(IntVector bytes) {
    FloatVector b = bytes.and(0xff).or(WHOLE).reinterpretAsFloats().sub((float) (1 << 23));
    return b.fma(FloatVector.broadcast(SPECIES, SHARE), b.mul(SHARE_REST));
  }

  /** Returns whether there are vectors with as many bytes as floats: the shortest have 64 bits. */
  static boolean hasByteVectors() {
    return LANES * Byte.SIZE >= 64;
  }

  /** Converts bytes to their values by whole vectors; both arrays must reach to the end of the last vector. */
  static void decode(byte[] pixels, int from, int count, float[] to, int at) {
    for (int k = 0; k < count; k += LANES) {
      IntVector bytes = (IntVector) ByteVector.fromArray(BYTES, pixels, from + k).convertShape(VectorOperators.B2I, INTS, 0);
      byteValues(bytes).intoArray(to, at + k);
    }
  }
}
