package rote.trial.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import rote.data.CorruptedLabels;
import rote.data.Dataset;
import rote.trial.Seeds;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * The training examples that an experiment draws, the labels that are told of them, and the share of them on which one trial
 * trains.
 *
 * <p>Examples and labels follow from the data seed, the share from the trial's own: so trials of one data seed train on
 * different shares of the same examples with the same labels.
 */
public final class DrawnExamples {
  private final int[] rows;
  private final CorruptedLabels labels;
  private final int[] share;

  private DrawnExamples(int[] rows, CorruptedLabels labels, int[] share) {
    this.rows = rows;
    this.labels = labels;
    this.share = share;
  }

  /** The first examples of one permutation of the training set, in that order. */
  public static DrawnExamples of(Trial trial, Dataset data) {
    Seeds seeds = seeds(trial);
    int[] rows = Arrays.copyOf(order(trial, data), trial.drawnOf(data.training().count()));
    CorruptedLabels labels = CorruptedLabels.of(data.training(), data.classes(), rows, trial.get(Setting.LABEL_CORRUPTION),
        trial.get(Setting.LABEL_NOISE), seeds);
    return new DrawnExamples(rows, labels, share(trial, rows.length, trial.trainedOf(data.training().count())));
  }

  /** The permutation of the training set whose first examples are drawn, and whose last are held out. */
  static int[] order(Trial trial, Dataset data) {
    return seeds(trial).permutation(data.training().count(), "subset", 0);
  }

  /** The streams from which all is drawn that the data seed decides. */
  static Seeds seeds(Trial trial) {
    Integer seed = trial.get(Setting.DATA_SEED);
    return new Seeds(seed == null ? trial.seed() : seed);
  }

  private static int[] share(Trial trial, int drawn, int trained) {
    if (trained == drawn) {
      return IntStream.range(0, drawn).toArray();
    }
    int[] share = Arrays.copyOf(new Seeds(trial.seed()).permutation(drawn, "share", 0), trained);
    Arrays.sort(share);
    return share;
  }

  /** Which examples of the training set. */
  public int[] rows() {
    return rows;
  }

  /** Those of each row. */
  public CorruptedLabels labels() {
    return labels;
  }

  /** Places among the rows, ascending: all of them unless a share is asked for. */
  public int[] share() {
    return share;
  }

  /** The rows on which the trial trains. */
  public int[] trainedRows() {
    return Arrays.stream(share).map(place -> rows[place]).toArray();
  }

  /** The same examples in the order of the data set. */
  public DrawnExamples inOrderOfRows() {
    int[] places = IntStream.range(0, rows.length).boxed().sorted(Comparator.comparingInt(place -> rows[place]))
        .mapToInt(place -> place).toArray();
    boolean[] trained = new boolean[rows.length];
    Arrays.stream(share).forEach(place -> trained[place] = true);
    return new DrawnExamples(Arrays.stream(places).map(place -> rows[place]).toArray(), labels.at(places),
        IntStream.range(0, rows.length).filter(e -> trained[places[e]]).toArray());
  }
}
