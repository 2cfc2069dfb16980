package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rote.harness.Fixtures.assertRecords;
import static rote.harness.Fixtures.completed;
import static rote.harness.Fixtures.diverged;
import static rote.harness.Fixtures.failed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.experiment.MetricName;
import rote.files.InputException;
import rote.harness.Fixtures;
import rote.network.Cost;
import rote.trial.Setting;
import rote.trial.SettingPart;
import rote.trial.TrialRecord;

/** The tables as we read them, and as DuckDB does. */
class TablesTest {
  private static final List<TrialRecord> RECORDS = List.of(completed("t9"), diverged("t5"), failed("t7"));

  @TempDir
  Path folder;

  private Tables tables;

  @BeforeEach
  void write() throws IOException {
    tables = new Tables(Output.at(folder.toString()));
    tables.write(RECORDS);
  }

  @Test
  void givesBackTheRecordsInOrder() throws IOException {
    assertRecords(tables.read()).isEqualTo(RECORDS);
  }

  @Test
  void areTwoFilesWithTheSameBytesFromTheSameRecords() throws IOException {
    byte[] trials = Files.readAllBytes(folder.resolve(Output.TRIALS));
    tables.write(RECORDS);
    assertThat(Fixtures.files(folder)).containsExactly(Output.CURVES, Output.TRIALS);
    assertThat(Files.readAllBytes(folder.resolve(Output.TRIALS))).isEqualTo(trials);
  }

  @Test
  void replaceEarlierTables() throws IOException {
    tables.write(List.of(completed("t1")));
    assertRecords(tables.read()).containsExactly(completed("t1"));
    tables.write(List.of());
    assertThat(tables.read()).isEmpty();
  }

  @Test
  void sayWhereThereAreNone() {
    Output empty = Output.at(folder.resolve("none").toString());
    assertThatThrownBy(new Tables(empty)::read).isInstanceOf(InputException.class)
        .hasMessageContaining("has no tables");
  }

  @Test
  void refuseCurvesOfAnotherMoment() throws IOException {
    byte[] trials = Files.readAllBytes(folder.resolve(Output.TRIALS));
    tables.write(List.of(failed("t7")));
    Files.write(folder.resolve(Output.TRIALS), trials);
    assertThatThrownBy(tables::read).isInstanceOf(IOException.class)
        .hasMessageContainingAll(Output.TRIALS, Output.CURVES);
  }

  @Test
  void refuseProbesOfAnotherMoment() throws IOException {
    tables.write(List.of(Fixtures.probed(completed("t9"), 0.5f)));
    Files.delete(folder.resolve(Output.PROBES));
    assertThatThrownBy(tables::read).isInstanceOf(IOException.class)
        .hasMessageContainingAll(Output.TRIALS, Output.PROBES);
  }

  @Test
  void haveATableOfProbesWhereOneWasComputed() throws Exception {
    List<TrialRecord> records = List.of(Fixtures.probed(completed("t9"), 0.25f), diverged("t5"));
    tables.write(records);
    assertRecords(tables.read()).isEqualTo(records);
    assertThat(query("select column_name || ' ' || column_type from (describe from '" + folder.resolve(Output.PROBES)
        + "')")).containsExactly("trial_id VARCHAR", "probe VARCHAR", "item VARCHAR", "shape INTEGER[]", "shape_text VARCHAR", "numbers FLOAT[]",
            "bits BLOB");
    assertThat(query("select concat_ws(' ', trial_id, probe, item, shape, len(numbers), numbers[1]) from '"
        + folder.resolve(Output.PROBES) + "'")).containsExactly(
        "t9 hidden-weights unit-0 [2, 3] 6 0.1", "t9 critical-sample-ratio ratio [] 1 0.25");
    tables.write(RECORDS);
    assertThat(folder.resolve(Output.PROBES)).doesNotExist();
  }

  @Test
  void nameADamagedTable() throws IOException {
    Path trials = folder.resolve(Output.TRIALS);
    Files.write(trials, Arrays.copyOf(Files.readAllBytes(trials), 100));
    assertThatThrownBy(tables::read).isInstanceOf(IOException.class).hasMessageContaining(trials.toString());
  }

  @Test
  void showDuckDbOneTypedColumnForEverySetting() throws Exception {
    List<String> columns = query("select column_name || ' ' || column_type from (describe from trials)");
    assertThat(columns).contains("trial_id VARCHAR", "hidden INTEGER[]", "learning_rate DOUBLE",
        "learning_rate_decay DOUBLE", "training_examples INTEGER", "activation VARCHAR", "label_corruption DOUBLE",
        "seed BIGINT", "status VARCHAR", "epochs_run INTEGER", "final_validation_accuracy DOUBLE",
        "best_test_cost DOUBLE", "fit_epoch INTEGER", "changed_labels DOUBLE", "attempt INTEGER", "config VARCHAR");
    List<String> names = columns.stream().map(column -> column.split(" ")[0]).toList();
    assertThat(names).containsAll(Setting.all().stream().flatMap(setting -> setting.parts().stream()).map(SettingPart::column).toList()).doesNotHaveDuplicates();
  }

  /** What is no metric was set, or says how often Spark tried. */
  @Test
  void everyNumberThatWasMeasuredIsAMetric() throws Exception {
    List<String> numbers = query("select column_name from (describe from trials) where column_type in"
        + " ('INTEGER', 'BIGINT', 'DOUBLE')");
    List<String> set = Setting.all().stream().flatMap(setting -> setting.parts().stream()).map(SettingPart::column).toList();
    assertThat(numbers.stream().filter(column -> !set.contains(column))).hasSizeGreaterThan(15)
        .allMatch(column -> MetricName.named(column).isPresent() || List.of("seed", "attempt").contains(column));
  }

  @Test
  void showDuckDbTheCurvesColumns() throws Exception {
    assertThat(query("select column_name || ' ' || column_type from (describe from curves)")).containsExactly(
        "trial_id VARCHAR", "epoch INTEGER", "training_cost DOUBLE", "training_accuracy DOUBLE",
        "validation_cost DOUBLE", "validation_accuracy DOUBLE", "test_cost DOUBLE", "test_accuracy DOUBLE",
        "seconds DOUBLE");
  }

  @Test
  void showDuckDbOneRowPerTrialInOrder() throws Exception {
    assertThat(query("select trial_id from trials")).containsExactly("t9", "t5", "t7");
    assertThat(query("select trial_id || ' ' || epoch from curves"))
        .containsExactly("t9 0", "t9 1", "t9 2", "t9 3", "t5 0", "t5 1");
  }

  @Test
  void showDuckDbSettingsAsTheFileSpellsThem() throws Exception {
    tables.write(List.of(Fixtures.record("t1", Fixtures.trial(5).with(Setting.COST, Cost.CROSS_ENTROPY),
        RECORDS.get(0).result().status(), Fixtures.curve(1, false), null), diverged("t2")));
    assertThat(query("select concat_ws(' ', cost, learning_rate, learning_rate_decay, label_corruption, "
        + "hidden, seed, config->>'$.cost', input_corruption) from trials where trial_id = 't1'"))
        .containsExactly("cross-entropy 0.1 0.95 0.3 [16, 8] 5 cross-entropy none");
    assertThat(query("select len(hidden) from trials")).containsExactly("2", "0");
    assertThat(query("select config->>'$.learning-rate' from trials limit 1"))
        .containsExactly("{\"decay\":0.95,\"start\":0.1}");
  }

  @Test
  void showDuckDbNullWhereNothingWasMeasured() throws Exception {
    String nulls = "select concat_ws(' ', trial_id, final_test_cost is null, best_training_accuracy is null, "
        + "final_validation_cost is null, best_validation_accuracy is null, fit_epoch is null, error is null, "
        + "training_examples is null, stop_at_training_accuracy is null, epochs_run) from trials";
    assertThat(query(nulls)).containsExactly(
        "t9 false false true true false true true true 3",
        "t5 false false false false false true true true 1",
        "t7 true true true true true false false false 0");
    assertThat(query("select distinct trial_id from curves where validation_cost is null")).containsExactly("t9");
  }

  @Test
  void agreeWithEachOtherInDuckDb() throws Exception {
    assertThat(query("select count(*) from trials join curves using (trial_id)")).containsExactly("6");
    assertThat(query("select t.trial_id from trials t join curves c using (trial_id) group by all "
        + "having max(epoch) != any_value(epochs_run) or count(*) != max(epoch) + 1 "
        + "or min(c.test_cost) != any_value(best_test_cost) or max(c.test_accuracy) != any_value(best_test_accuracy) "
        + "or arg_max(c.test_cost, epoch) != any_value(final_test_cost)")).isEmpty();
  }

  @Test
  void giveDuckDbTheBits() throws Exception {
    double cost = RECORDS.get(0).result().curve().last().training().cost();
    assertThat(query("select final_training_cost from trials limit 1")).containsExactly(String.valueOf(cost));
  }

  @Test
  void leaveSegmentsThatDuckDbReadsToo() throws Exception {
    new Segments(Output.at(folder.toString()), Fixtures.OWNER).append(RECORDS);
    assertThat(query("select len(curve) from '" + folder + "/segments/*.parquet'")).containsExactly("4", "2", "0");
  }

  /** The first column of the answer as text. */
  private List<String> query(String sql) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = duck.createStatement()) {
      statement.execute("create view trials as from '" + folder.resolve(Output.TRIALS) + "'");
      statement.execute("create view curves as from '" + folder.resolve(Output.CURVES) + "'");
      List<String> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
      return rows;
    }
  }
}
