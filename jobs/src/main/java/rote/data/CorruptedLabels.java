package rote.data;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** The labels that a trial trains on: the true ones, some of them replaced. */
public final class CorruptedLabels {
  private final byte[] labels; // [rows]
  private final byte[] truth; // [rows]

  private CorruptedLabels(byte[] labels, byte[] truth) {
    this.labels = labels;
    this.truth = truth;
  }

  /**
   * Replaces each label with some probability.
   *
   * <p>A number u and a replacement are drawn for every example of the set in order, whatever the rows and the probability.
   * Label i is replaced if u_i is below the probability. So a higher probability replaces a superset of labels, and an example
   * has the same label in every subset. Only the permutation depends on the rows, among which it moves labels.
   *
   * @param rows which examples of the set, in which order
   */
  public static CorruptedLabels of(
      Examples set, int classes, int[] rows, double probability, LabelNoise noise, RandomStreams streams) {
    byte[] replaced = noise == LabelNoise.PERMUTATION ? set.labels() : replacements(set, classes, noise, streams);
    boolean[] chosen = chosen(set.count(), probability, streams);
    byte[] truth = picked(set.labels(), rows);
    byte[] labels = truth.clone();
    for (int e = 0; e < rows.length; e++) {
      labels[e] = chosen[rows[e]] ? replaced[rows[e]] : truth[e];
    }
    if (noise == LabelNoise.PERMUTATION) {
      shuffle(labels, rows, chosen, streams.stream("labels/permutation", 0));
    }
    return new CorruptedLabels(labels, truth);
  }

  private static boolean[] chosen(int count, double probability, RandomStreams streams) {
    UniformRandomProvider draws = streams.stream("labels", 0);
    boolean[] chosen = new boolean[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = draws.nextDouble() < probability;
    }
    return chosen;
  }

  private static byte[] replacements(Examples set, int classes, LabelNoise noise, RandomStreams streams) {
    if (classes == 1) {
      return set.labels();
    }
    UniformRandomProvider draws = streams.stream("labels/replacements", 0);
    byte[] labels = new byte[set.count()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (noise == LabelNoise.REDRAW
          ? draws.nextInt(classes)
          : ((set.labels()[i] & 0xff) + 1 + draws.nextInt(classes - 1)) % classes);
    }
    return labels;
  }

  private static void shuffle(byte[] labels, int[] rows, boolean[] chosen, UniformRandomProvider draws) {
    int[] places = IntStream.range(0, rows.length).filter(e -> chosen[rows[e]]).toArray();
    int[] order = Permutation.of(places.length, draws);
    byte[] before = labels.clone();
    for (int i = 0; i < places.length; i++) {
      labels[places[i]] = before[places[order[i]]];
    }
  }

  private static byte[] picked(byte[] from, int[] places) {
    byte[] picked = new byte[places.length];
    for (int e = 0; e < places.length; e++) {
      picked[e] = from[places[e]];
    }
    return picked;
  }

  public CorruptedLabels at(int[] places) {
    return new CorruptedLabels(picked(labels, places), picked(truth, places));
  }

  public byte[] labels() {
    return labels;
  }

  public boolean isChanged(int row) {
    return labels[row] != truth[row];
  }

  /** Returns the share of rows whose label is not the true one, which is about 0.9 p if ten classes are redrawn. */
  public double changed() {
    return (double) IntStream.range(0, labels.length).filter(this::isChanged).count() / labels.length;
  }
}
