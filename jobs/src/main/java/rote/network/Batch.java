package rote.network;

import rote.data.Inputs;

/**
 * A run of examples in a given order: what one forward pass takes.
 *
 * <p>Example e of the batch is example {@code order[from + e]} of the inputs; the array is shared, and the batch moves
 * along it.
 */
public final class Batch {
  private final Inputs inputs;
  private final int[] order;
  private int from;
  private int count;

  /** An empty batch at the beginning of the order. */
  public Batch(Inputs inputs, int[] order) {
    this.inputs = inputs;
    this.order = order;
  }

  /** Moves on to the next {@code max} examples, or what is left; false if none are. */
  public boolean next(int max) {
    from += count;
    count = Math.min(max, order.length - from);
    return count > 0;
  }

  /** Where in the order the batch begins. */
  public int position() {
    return from;
  }

  public int count() {
    return count;
  }

  public Inputs inputs() {
    return inputs;
  }

  /** Where an example of the batch stands among the inputs. */
  public int example(int e) {
    return order[from + e];
  }
}
