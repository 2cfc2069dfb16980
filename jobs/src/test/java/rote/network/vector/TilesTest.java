package rote.network.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rote.network.Matrix;

/** Every unrolled kernel computes what a loop over single numbers does, and writes nothing else. */
class TilesTest {
  private static final int LANES = VectorKernels.SPECIES.length();
  private static final int MAX_TERMS = 40;
  private static final Pattern NAME = Pattern.compile("([a-z]+)(\\d+)x(\\d+)");
  private static final float[] SPECIAL = {0f, -0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, Float.MIN_VALUE};

  /** A kernel, named as the generator names it: form, rows x vectors. */
  private record Tile(Method method, String form, int rows, int vectors) {
    static Tile of(Method method) {
      Matcher name = NAME.matcher(method.getName());
      assertThat(name.matches()).as(method.getName()).isTrue();
      return new Tile(method, name.group(1), Integer.parseInt(name.group(2)), Integer.parseInt(name.group(3)));
    }

    int columns() {
      return vectors * LANES;
    }

    void run(Object... arguments) throws ReflectiveOperationException {
      method.setAccessible(true);
      method.invoke(null, arguments);
    }

    @Override
    public String toString() {
      return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
  }

  private static Stream<Tile> of(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Arrays.stream(method.getParameterTypes()).filter(float[].class::equals).count() > 2
            && method.getReturnType() == void.class && Modifier.isPrivate(method.getModifiers()))
        .map(Tile::of);
  }

  static Stream<Tile> denseTiles() {
    return of(DenseTiles.class);
  }

  static Stream<Tile> rowTiles() {
    return of(RowTiles.class);
  }

  static Stream<Tile> blockTiles() {
    return of(BlockTiles.class);
  }

  @Test
  void allOfThemAreTested() {
    assertThat(denseTiles()).hasSize(12);
    assertThat(rowTiles()).hasSize(11);
    assertThat(blockTiles()).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("denseTiles")
  void aDenseTileIsATripleLoop(Tile tile) throws ReflectiveOperationException {
    Random random = new Random(1);
    for (int terms = 0; terms <= MAX_TERMS; terms++) {
      boolean isCopied = tile.form.equals("copied");
      int step = VectorProduct.STEP;
      int row = isCopied || tile.form.equals("columns") ? 1 : terms + random.nextInt(4);
      int column = isCopied ? step : tile.form.equals("rows") ? 1 : tile.form.equals("columns") ? tile.rows + random.nextInt(4)
          : random.nextBoolean() ? 1 : row * tile.rows;
      int at = random.nextInt(5);
      int bAt = isCopied ? Matrix.START : random.nextInt(5);
      int bRow = isCopied ? step : tile.columns() + random.nextInt(20);
      int sRow = random.nextBoolean() ? 0 : tile.columns() + random.nextInt(20);
      boolean isInPlace = sRow > 0 && random.nextBoolean(); // starts from what is there
      int cRow = isInPlace ? sRow : tile.columns() + random.nextInt(20);
      float[] a = numbers(random, at + tile.rows * row + terms * column + 1);
      float[] b = numbers(random, bAt + terms * bRow + tile.columns());
      float[] s = numbers(random, tile.rows * sRow + tile.columns() + 3);
      float[] c = isInPlace ? s : numbers(random, tile.rows * cRow + tile.columns() + 3);
      int cAt = c == s ? 3 : 2;
      float[] expected = c.clone();
      for (int r = 0; r < tile.rows; r++) {
        for (int j = 0; j < tile.columns(); j++) {
          float sum = s[3 + r * sRow + j];
          for (int k = 0; k < terms; k++) {
            sum = Math.fma(a[at + r * row + k * column], b[bAt + k * bRow + j], sum);
          }
          expected[cAt + r * cRow + j] = sum;
        }
      }
      switch (tile.form) {
        case "rows" -> tile.run(a, at, row, terms, b, bAt, bRow, s, 3, sRow, c, cAt, cRow);
        case "columns" -> tile.run(a, at, column, terms, b, bAt, bRow, s, 3, sRow, c, cAt, cRow);
        case "copied" -> tile.run(a, at, terms, b, s, 3, sRow, c, cAt, cRow);
        default -> tile.run(a, at, row, column, terms, b, bAt, bRow, s, 3, sRow, c, cAt, cRow);
      }
      assertSameBits(c, expected);
    }
  }

  @ParameterizedTest
  @MethodSource("rowTiles")
  void aTileOfRowsAddsPixelByPixel(Tile tile) throws ReflectiveOperationException {
    Random random = new Random(2);
    for (int terms = 0; terms <= MAX_TERMS; terms++) {
      int begin = random.nextInt(3);
      int stride = tile.columns() + random.nextInt(20);
      int column = random.nextInt(3);
      int[] places = IntStream.range(0, tile.rows * PaddedRows.SLOT + MAX_TERMS).map(k -> random.nextInt(50) * stride).toArray();
      float[] values = numbers(random, places.length);
      float[] w = numbers(random, 51 * stride);
      float[] other = numbers(random, column + tile.columns()); // biases or deltas
      if (tile.form.equals("scatter")) {
        float[] expected = w.clone();
        for (int k = begin; k < begin + terms; k++) {
          for (int j = 0; j < tile.columns(); j++) {
            int to = places[k] + column + j;
            expected[to] = Math.fma(values[k], other[j], expected[to]);
          }
        }
        tile.run(places, values, begin, terms, other, 0, w, column);
        assertSameBits(w, expected);
        continue;
      }
      int[] to = IntStream.range(0, tile.rows).map(r -> (tile.rows - r) * stride).toArray();
      float[] z = numbers(random, (tile.rows + 2) * stride);
      float[] expected = z.clone();
      for (int r = 0; r < tile.rows; r++) {
        for (int j = 0; j < tile.columns(); j++) {
          float sum = other[column + j];
          for (int k = begin + r * PaddedRows.SLOT; k < begin + r * PaddedRows.SLOT + terms; k++) {
            sum = Math.fma(values[k], w[places[k] + column + j], sum);
          }
          expected[to[r] + j] = sum;
        }
      }
      tile.run(Stream.concat(Stream.of(places, values, begin, terms, w, other, column, z), Arrays.stream(to).boxed()).toArray());
      assertSameBits(z, expected);
    }
  }

  @ParameterizedTest
  @MethodSource("blockTiles")
  void aTileOfBlocksAddsItsPixelsInOrder(Tile tile) throws ReflectiveOperationException {
    Random random = new Random(3);
    int plane = BlockColumns.PLANE;
    for (int terms = 0; terms <= MAX_TERMS; terms++) {
      int begin = random.nextInt(3);
      int stride = tile.columns() + random.nextInt(20);
      int column = random.nextInt(3);
      int[] rows = shuffled(random, begin + terms); // each example at most once
      int[] places = Arrays.stream(rows).map(row -> row * stride).toArray();
      float[] values = numbers(random, tile.rows * plane);
      float[] examples = numbers(random, (begin + terms + 1) * stride); // sums or deltas
      int[] pixel = IntStream.range(0, tile.rows).map(r -> r * stride + 1).toArray();
      float[] s = numbers(random, (tile.rows + 1) * stride);
      float[] c = numbers(random, (tile.rows + 1) * stride);
      boolean isForward = tile.form.equals("forward");
      float[] expected = (isForward ? examples : c).clone();
      for (int r = 0; r < tile.rows; r++) {
        for (int j = 0; j < tile.columns(); j++) {
          int at = pixel[r] + j;
          float sum = s[at];
          for (int k = begin; k < begin + terms; k++) {
            float value = values[k + r * plane];
            int example = places[k] + column + j;
            sum = Math.fma(value, examples[example], sum);
            if (isForward) {
              expected[example] = Math.fma(value, s[at], expected[example]);
            }
          }
          if (!isForward) {
            expected[at] = sum;
          }
        }
      }
      if (isForward) {
        tile.run(Stream.of(Stream.of(places, values, begin, terms, s), Arrays.stream(pixel).boxed(), Stream.of(examples, column))
            .flatMap(arguments -> arguments).toArray());
        assertSameBits(examples, expected);
      } else {
        tile.run(places, values, begin, terms, examples, column, s, 1, stride, c, 1, stride);
        assertSameBits(c, expected);
      }
    }
  }

  private static int[] shuffled(Random random, int n) {
    int[] order = IntStream.range(0, n).toArray();
    for (int k = n - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int last = order[k];
      order[k] = order[other];
      order[other] = last;
    }
    return order;
  }

  /** One number in thirty is special. */
  private static float[] numbers(Random random, int n) {
    float[] numbers = new float[n];
    int odds = random.nextInt(3) == 0 ? 30 : Integer.MAX_VALUE; // most sums stay finite, so that their order shows
    for (int k = 0; k < n; k++) {
      numbers[k] = random.nextInt(odds) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : (float) random.nextGaussian();
    }
    return numbers;
  }

  /** All that is not a number is one. */
  private static void assertSameBits(float[] actual, float[] expected) {
    for (int k = 0; k < expected.length; k++) {
      assertThat(Float.floatToIntBits(actual[k])).as("number %s", k).isEqualTo(Float.floatToIntBits(expected[k]));
    }
  }
}
