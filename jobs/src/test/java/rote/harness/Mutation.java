package rote.harness;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A change at one position of a file.
 *
 * @param at the position, from the end if negative, modulo the length of the file
 * @param length how many bytes change
 * @param value bits to flip, a byte to insert, or which extreme to set
 */
public record Mutation(Kind kind, int at, int length, int value) {
  private static final int[] EXTREMES = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE - 8,
    1 << 30, 0xffffff, 0xffff};

  /** Kinds of damage. */
  public enum Kind { FLIP, SET_EXTREME, TRUNCATE, INSERT, DELETE, REPEAT }

  /** One to three changes, of headers and ends more often than of the middle. */
  public static Arbitrary<List<Mutation>> some() {
    Arbitrary<Integer> at = Arbitraries.oneOf(Arbitraries.integers().between(0, 31),
        Arbitraries.integers().between(-64, -1), Arbitraries.integers().between(0, 1 << 20));
    Arbitrary<Integer> length =
        Arbitraries.oneOf(Arbitraries.integers().between(1, 8), Arbitraries.integers().between(9, 300));
    return Combinators.combine(Arbitraries.of(Kind.class), at, length, Arbitraries.integers().between(1, 255))
        .as(Mutation::new).list().ofMinSize(1).ofMaxSize(3);
  }

  public static byte[] all(List<Mutation> mutations, byte[] file) {
    byte[] changed = file;
    for (Mutation mutation : mutations) {
      changed = changed.length == 0 ? changed : mutation.of(changed);
    }
    return changed;
  }

  private byte[] of(byte[] file) {
    int from = Math.floorMod(at, file.length);
    int to = Math.min(file.length, from + length);
    byte[] part = Arrays.copyOfRange(file, from, to);
    return switch (kind) {
      case FLIP -> replaced(file, from, from + 1, new byte[] {(byte) (file[from] ^ value)});
      case SET_EXTREME -> replaced(file, from, Math.min(file.length, from + 4), extreme());
      case TRUNCATE -> Arrays.copyOf(file, from);
      case INSERT -> replaced(file, from, from, filled());
      case DELETE -> replaced(file, from, to, new byte[0]);
      case REPEAT -> replaced(file, from, from, part);
    };
  }

  private byte[] extreme() {
    ByteOrder order = length % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return ByteBuffer.allocate(4).order(order).putInt(EXTREMES[value % EXTREMES.length]).array();
  }

  private byte[] filled() {
    byte[] filled = new byte[length];
    Arrays.fill(filled, (byte) value);
    return filled;
  }

  private static byte[] replaced(byte[] file, int from, int to, byte[] by) {
    return ByteBuffer.allocate(from + by.length + file.length - to)
        .put(file, 0, from).put(by).put(file, to, file.length - to).array();
  }
}
