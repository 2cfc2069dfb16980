package rote.network;

import java.io.Serializable;
import rote.data.View;

/**
 * A network's cost and accuracy on a set of examples.
 *
 * @param cost the mean over examples, summed in order in double precision
 * @param accuracy the share of examples whose largest output is that of their class, 0 to 1; ties go to the first
 */
public record Measure(double cost, double accuracy) implements Serializable {
  public static Measure of(Kernels kernels, Network network, View view) {
    return measured(kernels, network, view).result();
  }

  /** Returns which examples are classified correctly, [count]. */
  public static boolean[] right(Kernels kernels, Network network, View view) {
    byte[] answers = answers(kernels, network, view);
    boolean[] right = new boolean[answers.length];
    for (int e = 0; e < right.length; e++) {
      right[e] = (answers[e] & 0xff) == view.label(e);
    }
    return right;
  }

  /** Returns the class that the network answers to each example, [count]; the byte has no sign. */
  public static byte[] answers(Kernels kernels, Network network, View view) {
    return measured(kernels, network, view).answers();
  }

  private static Measuring measured(Kernels kernels, Network network, View view) {
    Measuring measuring = new Measuring(kernels, network, view);
    measuring.batches().forEach(measuring::add);
    return measuring;
  }
}
