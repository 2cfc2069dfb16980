package rote.trial;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import rote.files.yaml.YamlName;

/**
 * A number, a row of numbers, an image, each in float32, or a row of bits that a probe found in one trained network.
 *
 * @param name unique within the probe
 * @param shape how many values there are in every direction, outermost first, such as [28, 28] for an image; empty for a single
 *     number
 * @param values the numbers, shared with whoever asks; none where there are bits
 * @param bits eight a byte, the first of them the highest, shared with whoever asks; null where there are numbers
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

  /** A row of bits. */
  public static ProbeItem bits(Probe probe, String name, boolean[] row) {
    byte[] bits = new byte[(row.length + 7) / 8];
    for (int k = 0; k < row.length; k++) {
      bits[k / 8] |= row[k] ? 0x80 >> k % 8 : 0;
    }
    return new ProbeItem(probe, name, List.of(row.length), new float[0], bits);
  }

  public static ProbeItem number(Probe probe, String name, double value) {
    return new ProbeItem(probe, name, List.of(), new float[] {(float) value});
  }

  public static ProbeItem row(Probe probe, String name, float[] values) {
    return new ProbeItem(probe, name, List.of(values.length), values);
  }

  /** One of the bits. */
  public boolean bit(int k) {
    return (bits[k / 8] & 0x80 >> k % 8) != 0;
  }

  /** By the bits of the values. */
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
