package rote.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import rote.files.parquet.Column;
import rote.network.Measure;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Setting;
import rote.trial.SettingPart;
import rote.trial.TrialRecord;

/** The columns of the trials table: names, settings, results. */
public final class TrialColumns {
  private static final Map<String, Function<EpochRow, Measure>> SETS = sets();

  private TrialColumns() {}

  @FunctionalInterface
  private interface Summary {
    double of(Curve curve, Function<EpochRow, Measure> set);
  }

  private static Map<String, Function<EpochRow, Measure>> sets() {
    Map<String, Function<EpochRow, Measure>> sets = new LinkedHashMap<>();
    sets.put("training", EpochRow::training);
    sets.put("validation", EpochRow::validation);
    sets.put("test", EpochRow::test);
    return sets;
  }

  /** All columns, with {@code config} as it is in a format. */
  public static List<Column<TrialRecord>> of(int format) {
    List<Column<TrialRecord>> columns = new ArrayList<>(RecordColumns.NAMES);
    Setting.all().forEach(setting -> setting.parts().forEach(part -> columns.add(part(part))));
    columns.add(Column.whole("seed", record -> record.trial().seed()));
    columns.add(RecordColumns.STATUS);
    columns.add(Column.integer("epochs_run", record -> record.result().curve().epochs()));
    columns.addAll(summaries("final", false, last(Measure::cost), last(Measure::accuracy)));
    columns.addAll(summaries("best", true,
        (curve, set) -> curve.lowest(set, Measure::cost), (curve, set) -> curve.highest(set, Measure::accuracy)));
    columns.add(fitEpoch());
    columns.add(Column.integer("probe_items", record -> record.result().probes().size()));
    columns.addAll(RecordColumns.RUN);
    columns.add(RecordColumns.config(format));
    return List.copyOf(columns);
  }

  private static Summary last(ToDoubleFunction<Measure> value) {
    return (curve, set) -> value.applyAsDouble(set.apply(curve.last()));
  }

  private static List<Column<TrialRecord>> summaries(String name, boolean ofAll, Summary cost, Summary accuracy) {
    List<Column<TrialRecord>> columns = new ArrayList<>();
    SETS.forEach((set, of) -> {
      columns.add(summary(name + "_" + set + "_cost", of, ofAll, cost));
      columns.add(summary(name + "_" + set + "_accuracy", of, ofAll, accuracy));
    });
    return columns;
  }

  /** Null where nothing was measured, or not on this set. @param ofAll whether it is one of all epochs, also null where only the end was */
  private static Column<TrialRecord> summary(String name, Function<EpochRow, Measure> set, boolean ofAll,
      Summary summary) {
    return Column.<TrialRecord>real(name, record -> {
      Curve curve = record.result().curve();
      return curve.isEmpty() || ofAll && !curve.isWhole() || set.apply(curve.last()) == null ? null : summary.of(curve, set);
    }).orNull();
  }

  private static Column<TrialRecord> fitEpoch() {
    return Column.<TrialRecord>integer("fit_epoch", record -> {
      OptionalInt epoch = record.result().curve().fitEpoch();
      return epoch.isPresent() ? (Integer) epoch.getAsInt() : null;
    }).orNull();
  }

  private static <T> Column<TrialRecord> part(SettingPart<T> part) {
    Function<TrialRecord, Object> value = record -> part.of(record.trial());
    Column<TrialRecord> column = switch (part.type()) {
      case INTEGER -> Column.integer(part.column(), value.andThen(Integer.class::cast));
      case REAL, RATE -> Column.real(part.column(), value.andThen(Double.class::cast));
      case FLAG -> Column.flag(part.column(), value.andThen(Boolean.class::cast));
      case CHOICE -> Column.text(part.column(), value.andThen(String.class::cast));
      case SIZES -> Column.integers(part.column(), value.andThen(list -> (List<?>) list));
    };
    return part.setting().initial() == null ? column.orNull() : column;
  }
}
