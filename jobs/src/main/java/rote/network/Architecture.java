package rote.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The form of a network: the widths of its layers, its activation function and its cost.
 *
 * @param widths from inputs to outputs
 */
public record Architecture(List<Integer> widths, Activation activation, Cost cost) {
  public Architecture {
    widths = List.copyOf(widths);
    if (widths.size() < 2) {
      throw new IllegalArgumentException("a network needs inputs and outputs, had " + widths);
    }
  }

  public static Architecture of(int inputs, List<Integer> hidden, int classes, Activation activation, Cost cost) {
    List<Integer> widths = new ArrayList<>(hidden);
    widths.add(0, inputs);
    widths.add(classes);
    return new Architecture(widths, activation, cost);
  }

  /** Returns the number of layers of weights, one less than the number of widths. */
  public int depth() {
    return widths.size() - 1;
  }

  public int inputs() {
    return widths.get(0);
  }

  public int outputs() {
    return widths.get(depth());
  }

  /** Returns the number of weights and biases, which is 13,002 for 784-16-16-10. */
  public long parameters() {
    long count = 0;
    for (int l = 0; l < depth(); l++) {
      count += (widths.get(l) + 1L) * widths.get(l + 1);
    }
    return count;
  }

  @Override
  public String toString() {
    return String.join("-", widths.stream().map(String::valueOf).toList());
  }
}
