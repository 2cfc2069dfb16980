package rote.trial;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import rote.network.Measure;

/** The rows of one trial, epoch 0 first, without a gap. */
public record Curve(List<EpochRow> rows) implements Serializable {
  /** The training accuracy from which on a training set counts as fitted. */
  public static final double FITTED = 0.99;

  public Curve {
    rows = List.copyOf(rows);
    for (int e = 0; e < rows.size(); e++) {
      if (rows.get(e).epoch() != e) {
        throw new IllegalArgumentException("row " + e + " holds epoch " + rows.get(e).epoch());
      }
    }
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The last row. */
  public EpochRow last() {
    return rows.get(rows.size() - 1);
  }

  /** The lowest value over the epochs. */
  public double lowest(Function<EpochRow, Measure> set, ToDoubleFunction<Measure> of) {
    return rows.stream().map(set).mapToDouble(of).min().orElseThrow();
  }

  /** The highest value over the epochs. */
  public double highest(Function<EpochRow, Measure> set, ToDoubleFunction<Measure> of) {
    return rows.stream().map(set).mapToDouble(of).max().orElseThrow();
  }

  /** The first epoch whose training accuracy reaches {@link #FITTED}; empty if none does. */
  public OptionalInt fitEpoch() {
    return rows.stream().filter(row -> row.training().accuracy() >= FITTED).mapToInt(EpochRow::epoch).findFirst();
  }
}
