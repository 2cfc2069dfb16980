package rote.trial;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import rote.network.Measure;

/** The measurements of one trial, one row per epoch from epoch 0; of a trial on permuted labels the last row alone. */
public record Curve(List<EpochRow> rows) implements Serializable {
  /** The training accuracy at which a training set counts as fitted. */
  public static final double FITTED = 0.99;

  public Curve {
    rows = List.copyOf(rows);
    for (int e = 0; e < rows.size() && rows.size() > 1; e++) {
      if (rows.get(e).epoch() != e) {
        throw new IllegalArgumentException("row " + e + " holds epoch " + rows.get(e).epoch());
      }
    }
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Whether it has all epochs, and not the last alone. */
  public boolean isWhole() {
    return isEmpty() || rows.get(0).epoch() == 0;
  }

  /** The number of epochs trained; 0 if it is empty. */
  public int epochs() {
    return isEmpty() ? 0 : last().epoch();
  }

  public EpochRow last() {
    return rows.get(rows.size() - 1);
  }

  public double lowest(Function<EpochRow, Measure> set, ToDoubleFunction<Measure> of) {
    return rows.stream().map(set).mapToDouble(of).min().orElseThrow();
  }

  public double highest(Function<EpochRow, Measure> set, ToDoubleFunction<Measure> of) {
    return rows.stream().map(set).mapToDouble(of).max().orElseThrow();
  }

  /** The first epoch with a training accuracy of at least {@link #FITTED}; none where only the end is known. */
  public OptionalInt fitEpoch() {
    return !isWhole() ? OptionalInt.empty() : rows.stream().filter(row -> row.training().accuracy() >= FITTED).mapToInt(EpochRow::epoch).findFirst();
  }
}
