package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanczosTest {
  @Test
  void findsTheExtremesOfASmallMatrix() {
    UnaryOperator<double[]> matrix = vector -> new double[] {2 * vector[0] + vector[1], vector[0] - vector[1]};
    Lanczos found = Lanczos.of(matrix, new double[] {1, 2}, 50);
    assertThat(found.smallest()).isCloseTo((1 - Math.sqrt(13)) / 2, offset(1e-9));
    assertThat(found.largest()).isCloseTo((1 + Math.sqrt(13)) / 2, offset(1e-9));
    assertThat(found.steps()).as("two directions").isEqualTo(2);
    assertThat(found.lowest()[0] / found.lowest()[1]).as("2 x + y = smallest x").isCloseTo(1 / (found.smallest() - 2), offset(1e-6));
  }

  @Test
  void findsTheExtremesOfALargeMatrixInFewSteps() {
    double[] eigenvalues = IntStream.range(0, 5_000).mapToDouble(k -> Math.sin(k)).toArray();
    eigenvalues[17] = -3;
    eigenvalues[4_000] = 40;
    double[] start = new double[5_000];
    Arrays.fill(start, 1);
    Lanczos found = Lanczos.of(diagonal(eigenvalues), start, 50);
    assertThat(found.smallest()).isCloseTo(-3, offset(1e-9));
    assertThat(found.largest()).isCloseTo(40, offset(1e-9));
    assertThat(found.steps()).isEqualTo(50);
    assertThat(Math.abs(found.lowest()[17]) / Lanczos.norm(found.lowest())).as("the direction of -3").isCloseTo(1, offset(1e-5));
  }

  @Test
  void approachesThemFromWithin() {
    double[] eigenvalues = IntStream.range(0, 300).mapToDouble(k -> k).toArray();
    double[] start = new double[300];
    Arrays.fill(start, 1);
    Lanczos few = Lanczos.of(diagonal(eigenvalues), start, 5);
    Lanczos more = Lanczos.of(diagonal(eigenvalues), start, 40);
    assertThat(few.smallest()).isGreaterThan(more.smallest() + 1);
    assertThat(few.largest()).isLessThan(more.largest() - 1);
    assertThat(more.smallest()).isBetween(0.0, 1.0);
    assertThat(more.largest()).isBetween(298.0, 299.0);
  }

  @Test
  void aMatrixOfZerosAndOneOfOneEigenvalueNeedOneStep() {
    assertThat(Lanczos.of(vector -> new double[3], new double[] {1, 2, 3}, 50)).satisfies(none -> {
      assertThat(none.smallest()).isZero();
      assertThat(none.largest()).isZero();
      assertThat(none.steps()).isEqualTo(1);
    });
    Lanczos same = Lanczos.of(diagonal(-4, -4, -4), new double[] {1, 2, 3}, 50);
    assertThat(same.smallest()).isCloseTo(-4, offset(1e-9));
    assertThat(same.largest()).isCloseTo(-4, offset(1e-9));
    assertThat(same.steps()).isEqualTo(1);
  }

  private static UnaryOperator<double[]> diagonal(double... eigenvalues) {
    return vector -> IntStream.range(0, vector.length).mapToDouble(k -> eigenvalues[k] * vector[k]).toArray();
  }
}
