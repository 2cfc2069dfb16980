package rote.trial;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import rote.files.yaml.YamlName;

/**
 * One result of a probe: a number, a row of numbers or an image, in float32, or a row of bits.
 *
 * @param name unique within the probe
 * @param shape the sizes, outermost first, such as [28, 28] for an image; empty for a single number
 * @param values the numbers, not copied; empty if there are bits
 * @param bits eight per byte, highest bit first, not copied; null if there are numbers
 */
public record ProbeItem(Probe probe, String name, List<Integer> shape, float[] values, byte[] bits) implements Serializable {
  public ProbeItem {
    shape = List.copyOf(shape);
    int size = shape.stream().reduce(1, (a, b) -> a * b);
    if (bits == null ? size != values.length : values.length > 0 || (size + 7) / 8 != bits.length) {
      throw new IllegalArgumentException(name + " has " + (bits == null ? values.length + " values" : bits.length
          + " bytes of bits and " + values.length + " values") + ", its shape " + shape);
    }
  }

  public ProbeItem(Probe probe, String name, List<Integer> shape, float[] values) {
    this(probe, name, shape, values, null);
  }

  public static ProbeItem bits(Probe probe, String name, boolean[] row) {
    return bits(probe, name, List.of(row.length), row);
  }

  /** @param all row by row */
  public static ProbeItem bits(Probe probe, String name, List<Integer> shape, boolean[] all) {
    byte[] bits = new byte[(all.length + 7) / 8];
    for (int k = 0; k < all.length; k++) {
      bits[k / 8] |= all[k] ? 0x80 >> k % 8 : 0;
    }
    return new ProbeItem(probe, name, shape, new float[0], bits);
  }

  /**
   * Keeps classes in binary: one row of bits per binary digit, the highest digit first, so that ten classes need half a byte each.
   *
   * @param row classes from 0, below the count
   */
  public static ProbeItem classes(Probe probe, String name, byte[] row, int count) {
    int digits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(count - 1));
    boolean[] bits = new boolean[digits * row.length];
    for (int k = 0; k < bits.length; k++) {
      bits[k] = (row[k % row.length] >> digits - 1 - k / row.length & 1) == 1;
    }
    return bits(probe, name, List.of(digits, row.length), bits);
  }

  public static ProbeItem number(Probe probe, String name, double value) {
    return new ProbeItem(probe, name, List.of(), new float[] {(float) value});
  }

  public static ProbeItem row(Probe probe, String name, float[] values) {
    return new ProbeItem(probe, name, List.of(values.length), values);
  }

  public boolean bit(int k) {
    return (bits[k / 8] & 0x80 >> k % 8) != 0;
  }

  /** Returns one of several {@linkplain #classes classes}. */
  public int classAt(int k) {
    int at = 0;
    for (int digit = 0; digit < shape.get(0); digit++) {
      at = 2 * at + (bit(digit * shape.get(1) + k) ? 1 : 0);
    }
    return at;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProbeItem item && item.probe == probe && item.name.equals(name)
        && item.shape.equals(shape) && Arrays.equals(item.values, values) && Arrays.equals(item.bits, bits);
  }

  @Override
  public int hashCode() {
    return (name.hashCode() * 31 + Arrays.hashCode(values)) * 31 + Arrays.hashCode(bits);
  }

  @Override
  public String toString() {
    return YamlName.of(probe) + " " + name + " " + (bits == null ? Arrays.toString(values) : HexFormat.of().formatHex(bits));
  }
}
