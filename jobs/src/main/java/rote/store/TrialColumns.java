package rote.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rote.experiment.Curve;
import rote.experiment.EpochRow;
import rote.experiment.Setting;
import rote.network.Measure;

/** The columns of the trials table. */
final class TrialColumns {
  /** A value of each setting whose initial value is null, to tell its type. */
  private static final Map<Setting<?>, Object> EXAMPLES =
      Map.of(Setting.TRAINING_EXAMPLES, 1, Setting.STOP_AT_TRAINING_ACCURACY, 1f);

  private static final Map<String, Function<EpochRow, Measure>> SETS = sets();

  static final List<Column<TrialRecord>> ALL = all();

  private TrialColumns() {}

  private static Map<String, Function<EpochRow, Measure>> sets() {
    Map<String, Function<EpochRow, Measure>> sets = new LinkedHashMap<>();
    sets.put("training", EpochRow::training);
    sets.put("validation", EpochRow::validation);
    sets.put("test", EpochRow::test);
    return sets;
  }

  private static List<Column<TrialRecord>> all() {
    List<Column<TrialRecord>> columns = new ArrayList<>(RecordColumns.NAMES);
    Setting.all().forEach(setting -> columns.addAll(columns(setting)));
    columns.add(Column.whole("seed", record -> record.trial().seed()));
    columns.add(RecordColumns.STATUS);
    columns.add(Column.integer("epochs_run", record -> epochsRun(record.result().curve())));
    SETS.forEach((name, set) -> columns.add(measure("final_" + name + "_cost", set, c -> set.apply(c.last()).cost())));
    SETS.forEach((name, set) ->
        columns.add(measure("final_" + name + "_accuracy", set, c -> set.apply(c.last()).accuracy())));
    SETS.forEach((name, set) -> columns.add(measure("best_" + name + "_cost", set, c -> c.lowest(set, Measure::cost))));
    SETS.forEach((name, set) ->
        columns.add(measure("best_" + name + "_accuracy", set, c -> c.highest(set, Measure::accuracy))));
    columns.add(Column.<TrialRecord>integer("fit_epoch", record -> fitEpoch(record.result().curve())).orNull());
    columns.addAll(RecordColumns.RUN);
    return List.copyOf(columns);
  }

  /** One column, but two for the learning rate: what it starts from and its decay. */
  private static List<Column<TrialRecord>> columns(Setting<?> setting) {
    String name = setting.column();
    if (setting == Setting.LEARNING_RATE) {
      return List.of(
          Column.real(name, record -> Setting.plain(record.trial().get(Setting.LEARNING_RATE).start())),
          Column.real(name + "_decay", record -> Setting.plain(record.trial().get(Setting.LEARNING_RATE).decay())));
    }
    return List.of(column(setting, name, record -> Setting.plain(record.trial().get(setting))));
  }

  private static Column<TrialRecord> column(Setting<?> setting, String name, Function<TrialRecord, Object> value) {
    Object example = Setting.plain(EXAMPLES.getOrDefault(setting, setting.initial()));
    Column<TrialRecord> column = example instanceof Integer ? Column.integer(name, value)
        : example instanceof Double ? Column.real(name, value)
        : example instanceof List ? Column.integers(name, value)
        : Column.text(name, value);
    return setting.initial() == null ? column.orNull() : column;
  }

  /** Null where the curve is empty, or no examples were held out. */
  private static Column<TrialRecord> measure(
      String name, Function<EpochRow, Measure> set, Function<Curve, Double> value) {
    return Column.<TrialRecord>real(name, record -> {
      Curve curve = record.result().curve();
      return curve.isEmpty() || set.apply(curve.last()) == null ? null : value.apply(curve);
    }).orNull();
  }

  private static int epochsRun(Curve curve) {
    return curve.isEmpty() ? 0 : curve.last().epoch();
  }

  private static Integer fitEpoch(Curve curve) {
    return curve.fitEpoch().isPresent() ? curve.fitEpoch().getAsInt() : null;
  }
}
