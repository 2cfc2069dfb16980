package rote.data;

import org.apache.commons.rng.UniformRandomProvider;

/** Draws permutations by the shuffle of Fisher and Yates, which is written out here so that no library can change it. */
public final class Permutation {
  private Permutation() {}

  /** Returns the numbers 0..n-1 in a uniformly random order. */
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
