package rote.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rote.data.Inputs;

/**
 * Some examples in an order: example e is example {@code order[from + e]} of the inputs. It never changes, so kernels may keep
 * what they have made of one for as long as they see the same {@link #id}.
 */
public final class MiniBatch {
  private final Inputs inputs;
  private final Optional<PixelRows> rows;
  private final int[] order;
  private final int from;
  private final int count;
  private final Object id = new Object();

  private MiniBatch(Inputs inputs, Optional<PixelRows> rows, int[] order, int from, int count) {
    this.inputs = inputs;
    this.rows = rows;
    this.order = order;
    this.from = from;
    this.count = count;
  }

  /**
   * Cuts an order of examples into mini-batches; the last may have fewer examples.
   *
   * @param order which of the inputs; not to be changed while the mini-batches are in use
   */
  public static List<MiniBatch> split(Inputs inputs, int[] order, int size) {
    Optional<PixelRows> rows = PixelRows.of(inputs);
    List<MiniBatch> batches = new ArrayList<>(order.length / size + 1);
    for (int from = 0; from < order.length; from += size) {
      batches.add(new MiniBatch(inputs, rows, order, from, Math.min(size, order.length - from)));
    }
    return batches;
  }

  /** Cuts all inputs, in their own order. */
  public static List<MiniBatch> split(Inputs inputs, int size) {
    return split(inputs, IntStream.range(0, inputs.count()).toArray(), size);
  }

  /** Returns the examples from this one, at most {@code max}. */
  public MiniBatch part(int first, int max) {
    return first == 0 && count <= max ? this : new MiniBatch(inputs, rows, order, from + first, Math.min(max, count - first));
  }

  /** Returns an object of its own, which keeps nothing else in memory. */
  public Object id() {
    return id;
  }

  public int count() {
    return count;
  }

  public Inputs inputs() {
    return inputs;
  }

  /** Returns the nonzero pixels of all images of the inputs; empty for floats, or if few are zero. */
  public Optional<PixelRows> rows() {
    return rows;
  }

  /** Returns which of the inputs an example of the mini-batch is. */
  public int example(int e) {
    return order[from + e];
  }
}
