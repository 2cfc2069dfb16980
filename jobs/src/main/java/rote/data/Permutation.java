package rote.data;

import org.apache.commons.rng.UniformRandomProvider;

/** A random order of things, by the shuffle of Fisher and Yates; written out, so that no library changes it. */
public final class Permutation {
  private Permutation() {}

  /** The numbers 0..n-1 in an order drawn from a generator, every order as likely as any other. */
  public static int[] of(int n, UniformRandomProvider draws) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n; i > 1; i--) {
      int other = draws.nextInt(i);
      int kept = order[i - 1];
      order[i - 1] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
