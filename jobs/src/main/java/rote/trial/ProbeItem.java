package rote.trial;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import rote.files.yaml.YamlName;

/** A number, a row of numbers, an image, each in float32, or a row of bits that a probe found in one trained network. */
public final class ProbeItem implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Probe probe;
  private final String name;
  private final List<Integer> shape;
  private final float[] values;
  private final byte[] bits; // eight a byte, the first the highest; null where values are numbers

  /**
   * Takes the values over.
   *
   * @param name unique within the probe
   * @param shape how many values there are in every direction, outermost first; empty for a single number
   */
  public ProbeItem(Probe probe, String name, List<Integer> shape, float[] values) {
    this(probe, name, shape, values, null);
  }

  /**
   * Takes bits over.
   *
   * @param bits eight a byte, the first of them the highest; null for numbers
   */
  public ProbeItem(Probe probe, String name, List<Integer> shape, float[] values, byte[] bits) {
    int size = shape.stream().reduce(1, (a, b) -> a * b);
    if (bits == null ? size != values.length : values.length > 0 || (size + 7) / 8 != bits.length) {
      throw new IllegalArgumentException(name + " has " + (bits == null ? values.length + " values" : bits.length
          + " bytes of bits and " + values.length + " values") + ", its shape " + shape);
    }
    this.probe = probe;
    this.name = name;
    this.shape = List.copyOf(shape);
    this.values = values;
    this.bits = bits;
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

  public Probe probe() {
    return probe;
  }

  public String name() {
    return name;
  }

  /** Such as [28, 28] for an image; empty for a single number. */
  public List<Integer> shape() {
    return shape;
  }

  /** The numbers, shared with whoever asks; none where there are bits. */
  public float[] values() {
    return values;
  }

  /** Eight bits a byte, the first of them the highest, shared with whoever asks; null where there are numbers. */
  public byte[] bits() {
    return bits;
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
