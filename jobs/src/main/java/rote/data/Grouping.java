package rote.data;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import rote.files.Sha256;

/** Which examples belong together, such as those of one subject: on the same side of every split, and exchanged together. */
public final class Grouping implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] of; // [examples], the group of each, from 0
  private final int count;

  /** @param of the group of each example; the numbers from 0 all occur */
  public Grouping(int[] of) {
    this.of = of;
    this.count = Arrays.stream(of).max().orElse(-1) + 1;
  }

  /**
   * What labels a data set's groups have.
   *
   * @param count how many groups
   * @param ofOneLabel how many of them have one label
   */
  public record Facts(int count, int ofOneLabel) implements Serializable {

    /** Whether each group has a single label. Then a permutation exchanges the labels of whole groups. */
    public boolean areWhole() {
      return ofOneLabel == count;
    }

    /** Whether labels can be permuted: between groups if each has a single label, within groups if each has several. */
    public boolean areExchangeable() {
      return ofOneLabel == count || ofOneLabel == 0;
    }
  }

  public Facts facts(byte[] labels) {
    int[] first = firstLabels(labels);
    boolean[] varies = new boolean[count];
    IntStream.range(0, of.length).forEach(e -> varies[of[e]] |= labels[e] != first[of[e]]);
    return new Facts(count, (int) IntStream.range(0, count).filter(group -> !varies[group]).count());
  }

  /** Returns the label of each group's first example. */
  int[] firstLabels(byte[] labels) {
    int[] first = new int[count];
    for (int e = of.length - 1; e >= 0; e--) {
      first[of[e]] = labels[e];
    }
    return first;
  }

  public int count() {
    return count;
  }

  public int of(int example) {
    return of[example];
  }

  /** Returns how many examples each group has. */
  public int[] sizes() {
    int[] sizes = new int[count];
    Arrays.stream(of).forEach(group -> sizes[group]++);
    return sizes;
  }

  /** Returns the examples of each group, ascending. */
  int[][] members() {
    int[][] members = Arrays.stream(sizes()).mapToObj(int[]::new).toArray(int[][]::new);
    int[] next = new int[count];
    IntStream.range(0, of.length).forEach(e -> members[of[e]][next[of[e]]++] = e);
    return members;
  }

  /** Returns the SHA-256 of the groups' numbers, big endian. */
  String digest() {
    ByteBuffer bytes = ByteBuffer.allocate(of.length * Integer.BYTES);
    Arrays.stream(of).forEach(bytes::putInt);
    return Sha256.hex(Sha256.digest().digest(bytes.array()));
  }
}
