package rote.network;

import java.util.stream.IntStream;
import rote.data.Inputs;

/** A mini-batch, which moves along an order of examples: its example e is example {@code order[from + e]} of the inputs. */
public final class Batch {
  private final Inputs inputs;
  private final int[] order;
  private int from;
  private int count;

  public Batch(Inputs inputs, int[] order) {
    this.inputs = inputs;
    this.order = order;
  }

  static Batch all(Inputs inputs) {
    return new Batch(inputs, IntStream.range(0, inputs.count()).toArray());
  }

  /** Moves on to the next {@code max} examples or what is left; returns false if nothing is. */
  public boolean next(int max) {
    from += count;
    count = Math.min(max, order.length - from);
    return count > 0;
  }

  public int position() {
    return from;
  }

  public int count() {
    return count;
  }

  public Inputs inputs() {
    return inputs;
  }

  /** Returns which of the inputs an example of the batch is. */
  public int example(int e) {
    return order[from + e];
  }
}
