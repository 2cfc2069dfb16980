package rote.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class TargetsTest {
  @Test
  void withoutSmoothingTheyAreOneAndZero() {
    assertThat(Targets.oneHot(3).of(1)).containsExactly(0, 1, 0);
    assertThat(Targets.oneHot(3).areOneHot()).isTrue();
    assertThat(Targets.of(3, 0).areOneHot()).isTrue();
    assertThat(Targets.of(3, 0.1f).areOneHot()).isFalse();
  }

  @Test
  void anExampleOfNoClassShouldHaveEvenOutputs() {
    Targets targets = Targets.of(4, 0.5f).withNoClass();
    assertThat(targets.of(4)).containsExactly(0.25f, 0.25f, 0.25f, 0.25f);
    assertThat(targets.of(2)).isEqualTo(Targets.of(4, 0.5f).of(2));
    assertThat(Targets.oneHot(4).withNoClass().areOneHot()).isFalse();
  }

  @Test
  void smoothingSpreadsItsShareOverAllOutputs() {
    assertThat(Targets.of(4, 0.5f).of(2)).containsExactly(0.125f, 0.125f, 0.625f, 0.125f);
    for (int outputs : new int[] {1, 2, 10, 256}) {
      float[] target = Targets.of(outputs, 0.1f).of(outputs - 1);
      double sum = 0;
      for (float each : target) {
        sum += each;
      }
      assertThat(sum).isCloseTo(1, offset(1e-6));
      assertThat((double) target[outputs - 1]).isCloseTo(0.9 + 0.1 / outputs, offset(1e-7));
    }
  }
}
