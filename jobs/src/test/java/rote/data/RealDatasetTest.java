package rote.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.trial.Seeds;

class RealDatasetTest {
  private static final Names NAMES = new Names(List.of("a", "b"), List.of("no", "yes"));

  @Test
  void theDigestNamesTheNumbersAndNotWhatTheyAreCalled() {
    String digest = set(NAMES, 1, 2, /**/ 3, 4).digest();
    assertThat(set(new Names(List.of("c", "d"), List.of("x", "y")), 1, 2, /**/ 3, 4).digest()).isEqualTo(digest);
    assertThat(set(NAMES, 1, 2, /**/ 3, 5).digest()).isNotEqualTo(digest);
    assertThat(set(NAMES, 0f, Float.NaN).digest()).isEqualTo(set(NAMES, -0f, Float.intBitsToFloat(0x7fc00001)).digest());
  }

  @Test
  void realFeaturesAreNotTheBytesOfTheSameNumbers() {
    Examples bytes = new Examples(new byte[] {1, 2}, new byte[1]);
    assertThat(new Dataset("bytes", Shape.ofFeatures(2), 2, bytes, Examples.none()).digest())
        .isNotEqualTo(set(NAMES, 1, 2).digest());
  }

  /** The first line of the digest, by any tool that writes IDX files of 32-bit floats. */
  @Test
  void featuresAreDigestedAsAnIdxFileOfFloats() throws Exception {
    byte[] file = {0, 0, 0x0d, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0x3f, (byte) 0x80, 0, 0, 0x40, 0, 0, 0};
    assertThat(set(NAMES, 1, 2).digests().get(0)).isEqualTo(rote.files.Sha256.hex(rote.files.Sha256.digest().digest(file)));
  }

  @Test
  void everyClassHasItsShareOfTheTestSet() {
    for (long seed = 1; seed <= 20; seed++) {
      Dataset drawn = classes(60, 30, 10).withTest(20, new Seeds(seed));
      assertThat(counts(drawn.test())).containsExactly(12, 6, 2);
      assertThat(counts(drawn.training())).containsExactly(48, 24, 8);
    }
  }

  @Test
  void remaindersGoToTheClassesThatMissMost() {
    assertThat(counts(classes(5, 4, 3).withTest(4, new Seeds(1)).test())).containsExactly(2, 1, 1);
  }

  @Test
  void noExampleIsInBothSetsAndNoneIsLost() {
    Dataset drawn = classes(50, 30, 11).withTest(17, new Seeds(3));
    float[] both = new float[91];
    System.arraycopy(drawn.training().values(), 0, both, 0, 74);
    System.arraycopy(drawn.test().values(), 0, both, 74, 17);
    Arrays.sort(both);
    assertThat(both).containsExactly(classes(50, 30, 11).training().values());
  }

  @Test
  void aLargerTestSetHoldsASmallerOneAndSeedsDiffer() {
    Dataset data = classes(60, 30, 10);
    float[] few = data.withTest(10, new Seeds(1)).test().values();
    float[] many = data.withTest(20, new Seeds(1)).test().values();
    assertThat(many).contains(few);
    assertThat(data.withTest(20, new Seeds(2)).test().values()).isNotEqualTo(many);
  }

  private static Dataset set(Names names, float... values) {
    return Dataset.ofTable("any", Shape.ofFeatures(2), names, Examples.ofValues(values, new byte[values.length / 2]),
        Examples.none());
  }

  /** One feature, the example's number. */
  private static Dataset classes(int... sizes) {
    float[] values = new float[Arrays.stream(sizes).sum()];
    byte[] labels = new byte[values.length];
    for (int e = 0, c = 0, left = sizes[0]; e < values.length; e++, left--) {
      while (left == 0) {
        left = sizes[++c];
      }
      values[e] = e;
      labels[e] = (byte) c;
    }
    return Dataset.ofTable("any", Shape.ofFeatures(1), new Names(List.of("n"), List.of("a", "b", "c")),
        Examples.ofValues(values, labels), Examples.none());
  }

  private static int[] counts(Examples examples) {
    return IntStream.range(0, 3).map(c -> (int) IntStream.range(0, examples.count())
        .filter(e -> examples.labels()[e] == c).count()).toArray();
  }
}
