package rote.experiment;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** A number, a row of numbers or an image that a probe found in one trained network, in float32. */
public final class ProbeItem implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Probe probe;
  private final String name;
  private final List<Integer> shape;
  private final float[] values;

  /**
   * Takes the values over.
   *
   * @param name unique within the probe
   * @param shape how many values there are in every direction, outermost first; empty for a single number
   */
  public ProbeItem(Probe probe, String name, List<Integer> shape, float[] values) {
    int size = shape.stream().reduce(1, (a, b) -> a * b);
    if (size != values.length) {
      throw new IllegalArgumentException(name + " has " + values.length + " values, its shape " + shape);
    }
    this.probe = probe;
    this.name = name;
    this.shape = List.copyOf(shape);
    this.values = values;
  }

  static ProbeItem number(Probe probe, String name, double value) {
    return new ProbeItem(probe, name, List.of(), new float[] {(float) value});
  }

  static ProbeItem row(Probe probe, String name, float[] values) {
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

  /** The numbers, shared with whoever asks. */
  public float[] values() {
    return values;
  }

  /** By the bits of the values. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ProbeItem item && item.probe == probe && item.name.equals(name)
        && item.shape.equals(shape) && Arrays.equals(item.values, values);
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return YamlName.of(probe) + " " + name + " " + Arrays.toString(values);
  }
}
