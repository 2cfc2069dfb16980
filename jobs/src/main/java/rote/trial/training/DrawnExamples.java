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
 * The training examples that a trial draws, their labels as it is told, and the share that it trains on.
 *
 * <p>The data seed draws examples and labels, the trial's seed the share. So trials of one data seed train on different
 * shares of the same examples with the same labels.
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

  public static DrawnExamples of(Trial trial, Dataset data) {
    Seeds seeds = Seeds.ofData(trial);
    int[] rows = Arrays.copyOf(order(trial, data), trial.drawnOf(data.training().count()));
    CorruptedLabels labels = CorruptedLabels.of(data.training(), data.classes(), rows, trial.get(Setting.LABEL_CORRUPTION),
        trial.get(Setting.LABEL_NOISE), seeds);
    return new DrawnExamples(rows, labels, share(trial, rows.length, trial.trainedOf(data.training().count())));
  }

  /** A permutation of the training set: the first examples are drawn, the last are held out. */
  static int[] order(Trial trial, Dataset data) {
    return Seeds.ofData(trial).permutation(data.training().count(), "subset", 0);
  }

  private static int[] share(Trial trial, int drawn, int trained) {
    if (trained == drawn) {
      return IntStream.range(0, drawn).toArray();
    }
    int[] share = Arrays.copyOf(Seeds.ofTrial(trial).permutation(drawn, "share", 0), trained);
    Arrays.sort(share);
    return share;
  }

  /** Numbers of examples of the training set. */
  public int[] rows() {
    return rows;
  }

  public CorruptedLabels labels() {
    return labels;
  }

  /** Places among the rows, ascending. */
  public int[] share() {
    return share;
  }

  public int[] trainedRows() {
    return Arrays.stream(share).map(place -> rows[place]).toArray();
  }

  public DrawnExamples inOrderOfRows() {
    int[] places = IntStream.range(0, rows.length).boxed().sorted(Comparator.comparingInt(place -> rows[place]))
        .mapToInt(place -> place).toArray();
    boolean[] trained = new boolean[rows.length];
    Arrays.stream(share).forEach(place -> trained[place] = true);
    return new DrawnExamples(Arrays.stream(places).map(place -> rows[place]).toArray(), labels.at(places),
        IntStream.range(0, rows.length).filter(e -> trained[places[e]]).toArray());
  }
}
