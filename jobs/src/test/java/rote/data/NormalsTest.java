package rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class NormalsTest {
  @Test
  void hasTheMeanVarianceAndKurtosisOfTheNormalDistribution() {
    Normals normals = new Normals(RandomSource.XO_SHI_RO_256_PP.create(1L));
    int n = 200_000;
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    for (int i = 0; i < n; i++) {
      double x = normals.next();
      sum += x;
      squares += x * x;
      fourths += x * x * x * x;
    }
    assertThat(sum / n).isCloseTo(0, within(0.01));
    assertThat(squares / n).isCloseTo(1, within(0.02));
    assertThat(fourths / n).isCloseTo(3, within(0.1));
  }

  /** Frozen: initial weights follow from these bits. */
  @Test
  void bitsArePinned() {
    Normals normals = new Normals(RandomSource.XO_SHI_RO_256_PP.create(new long[] {1, 2, 3, 4}));
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      bits.append(Double.toHexString(normals.next())).append(' ');
    }
    assertThat(bits.toString().trim()).isEqualTo("0x1.6ace7a9f4dfbp-6 0x1.957d5e1a85e48p1 0x1.2526206438b9ep0");
  }
}
