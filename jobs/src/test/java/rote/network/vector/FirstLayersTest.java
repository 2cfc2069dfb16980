package rote.network.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import rote.data.Examples;
import rote.data.Inputs;
import rote.data.Permutation;
import rote.network.Layer;
import rote.network.Matrix;
import rote.network.MiniBatch;
import rote.network.Step;

/** Each form of the first layer beside plain loops, on images in any order, some empty. */
class FirstLayersTest {
  private static final Step STEP = new Step(0.3f, 0.9f, 0.01f);

  /** The forms of inputs. */
  enum Form {
    DENSE, ROWS, BLOCKS;

    /** Blocks are for layers whose rows are padded to two vectors. */
    int width(int outputs) {
      return this == BLOCKS ? Math.max(17, outputs) : Math.max(1, outputs);
    }

    FirstLayer make() {
      return switch (this) {
        case DENSE -> new DenseFirstLayer(new DenseLayer());
        case ROWS -> new RowFirstLayer(new Gradient());
        case BLOCKS -> new BlockFirstLayer();
      };
    }
  }

  @Property(tries = 150, seed = "1")
  void areTripleLoops(@ForAll Form form, @ForAll @IntRange(min = 1, max = 50) int inputs,
      @ForAll @IntRange(min = 1, max = 150) int outputs, @ForAll @IntRange(min = 1, max = 90) int count, @ForAll long seed) {
    UniformRandomProvider draws = RandomSource.XO_SHI_RO_256_PP.create(seed);
    MiniBatch batch = batch(inputs, count, draws);
    FirstLayer first = form.make();
    for (int width : new int[] {form.width(outputs), form.width(outputs / 2)}) { // the same mini-batch for two layers
      Layer layer = layer(inputs, width, draws);
      Layer velocity = layer(inputs, width, draws);
      Matrix deltas = matrix(count, width, draws);
      Matrix sums = new Matrix(count, width);
      first.forward(batch, layer, Slice.of(sums));
      assertSame(sums, sums(batch, layer));
      Matrix expected = copy(layer.weights());
      addProducts(batch, deltas, expected);
      first.addProducts(batch, Slice.of(deltas), layer.weights());
      assertSame(layer.weights(), expected);
      Matrix speeds = copy(velocity.weights());
      descend(batch, deltas, expected, speeds);
      first.step(batch, Slice.of(deltas), layer, velocity, STEP);
      assertSame(velocity.weights(), speeds);
      assertSame(layer.weights(), expected);
    }
  }

  private static Matrix sums(MiniBatch batch, Layer layer) {
    Matrix sums = new Matrix(batch.count(), layer.outputs());
    for (int e = 0; e < batch.count(); e++) {
      for (int j = 0; j < layer.outputs(); j++) {
        float sum = layer.biases().get(0, j);
        for (int k = 0; k < layer.inputs(); k++) {
          sum = Math.fma(pixel(batch, e, k), layer.weights().get(k, j), sum);
        }
        sums.set(e, j, sum);
      }
    }
    return sums;
  }

  private static void addProducts(MiniBatch batch, Matrix deltas, Matrix to) {
    for (int k = 0; k < to.rows(); k++) {
      for (int j = 0; j < to.columns(); j++) {
        float sum = to.get(k, j);
        for (int e = 0; e < batch.count(); e++) {
          sum = Math.fma(pixel(batch, e, k), deltas.get(e, j), sum);
        }
        to.set(k, j, sum);
      }
    }
  }

  private static void descend(MiniBatch batch, Matrix deltas, Matrix weights, Matrix speeds) {
    Matrix gradient = new Matrix(weights.rows(), weights.columns());
    addProducts(batch, deltas, gradient);
    float share = 1f / batch.count();
    for (int k = 0; k < weights.rows(); k++) {
      for (int j = 0; j < weights.columns(); j++) {
        float slope = Math.fma(STEP.decay(), weights.get(k, j), gradient.get(k, j) * share);
        speeds.set(k, j, Math.fma(STEP.momentum(), speeds.get(k, j), slope));
        weights.set(k, j, Math.fma(-STEP.rate(), speeds.get(k, j), weights.get(k, j)));
      }
    }
  }

  private static float pixel(MiniBatch batch, int e, int k) {
    float[] pixels = new float[batch.inputs().width()];
    batch.inputs().decode(batch.example(e), pixels, 0);
    return pixels[k];
  }

  /** Images of which four fifths are zero and every sixth is empty; the second of two parts of an order. */
  private static MiniBatch batch(int inputs, int count, UniformRandomProvider draws) {
    int images = 2 * count;
    byte[] bytes = new byte[images * inputs];
    for (int k = 0; k < bytes.length; k++) {
      bytes[k] = (byte) (draws.nextInt(5) > 0 || k / inputs % 6 == 0 ? 0 : 1 + draws.nextInt(255));
    }
    bytes = Math.floorDiv(nonzero(bytes) * 10, bytes.length) >= 3 ? new byte[bytes.length] : bytes; // such are not listed
    int[] rows = IntStream.range(0, images).map(e -> draws.nextInt(images)).toArray(); // in any order, some twice
    Inputs all = Inputs.of(new Examples(bytes, new byte[images]), rows);
    return MiniBatch.split(all, Permutation.of(images, draws), images).get(0).part(count, count);
  }

  private static int nonzero(byte[] bytes) {
    return (int) IntStream.range(0, bytes.length).filter(k -> bytes[k] != 0).count();
  }

  private static Layer layer(int inputs, int outputs, UniformRandomProvider draws) {
    Layer layer = new Layer(inputs, outputs);
    fill(layer.weights(), draws);
    fill(layer.biases(), draws);
    return layer;
  }

  private static Matrix matrix(int rows, int columns, UniformRandomProvider draws) {
    Matrix matrix = new Matrix(rows, columns);
    fill(matrix, draws);
    return matrix;
  }

  private static void fill(Matrix matrix, UniformRandomProvider draws) {
    for (int r = 0; r < matrix.rows(); r++) {
      for (int c = 0; c < matrix.columns(); c++) {
        matrix.set(r, c, draws.nextFloat() - 0.5f);
      }
    }
  }

  private static Matrix copy(Matrix matrix) {
    Matrix copy = new Matrix(matrix.rows(), matrix.columns());
    System.arraycopy(matrix.values(), 0, copy.values(), 0, copy.values().length);
    return copy;
  }

  private static void assertSame(Matrix actual, Matrix expected) {
    for (int r = 0; r < expected.rows(); r++) {
      for (int c = 0; c < expected.columns(); c++) {
        assertThat(actual.get(r, c)).as("row %s, column %s", r, c).isEqualTo(expected.get(r, c));
      }
    }
  }
}
