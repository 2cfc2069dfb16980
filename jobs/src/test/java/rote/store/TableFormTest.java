package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.Fixtures.completed;
import static rote.harness.Fixtures.diverged;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rote.files.parquet.ParquetRows;
import rote.harness.Fixtures;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** The columns of the tables, by format: none that another tool trips over, and old ones can be read. */
class TableFormTest {
  /** Reserved in SQL:2016, PostgreSQL, MySQL or SQLite, as far as one might name a column so. */
  private static final Set<String> RESERVED = Set.of("all", "and", "any", "array", "as", "asc", "between", "both", "by", "case",
      "cast", "check", "collate", "column", "condition", "constraint", "create", "cross", "current_date", "default", "delete",
      "desc", "distinct", "drop", "else", "end", "except", "exists", "false", "fetch", "filter", "for", "foreign", "from",
      "full", "grant", "group", "groups", "having", "in", "index", "inner", "insert", "intersect", "interval", "into", "is",
      "join", "key", "keys", "lateral", "leading", "left", "like", "limit", "match", "natural", "not", "null", "of", "offset",
      "on", "only", "or", "order", "outer", "over", "partition", "primary", "range", "rank", "references", "release", "right",
      "row", "rows", "select", "set", "some", "table", "then", "to", "trailing", "trigger", "true", "union", "unique", "update",
      "user", "using", "value", "values", "when", "where", "window", "with");

  private static final MemorisedExample EXAMPLE =
      new MemorisedExample("all seeds", 7, 3, 5, 10, 9, 4, 1, 0.65, List.of(1, 2), new byte[] {1, 2});

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Output output = Output.at(folder.toString());
    new Tables(output).write(List.of(Fixtures.probed(completed("t1"), 0.5f), diverged("t2"), Fixtures.record("t3",
        Fixtures.trial(3).with(Setting.HIDDEN, List.of(7)).with(Setting.CROP_TO, List.of(20, 24)), Status.COMPLETED,
        Fixtures.curve(1, false), null)));
    new MemorisedExamples(output).write(List.of(EXAMPLE));
  }

  @Test
  void noColumnHasTheNameOfAKeyword() throws SQLException {
    List<String> columns = new ArrayList<>();
    for (String table : List.of(Output.TRIALS, Output.CURVES, Output.PROBES, Output.MEMORISED)) {
      columns.addAll(query("select column_name from (describe from '" + folder.resolve(table) + "')"));
    }
    assertThat(columns).hasSizeGreaterThan(60).doesNotContainAnyElementsOf(RESERVED)
        .doesNotContainAnyElementsOf(query("select keyword_name from duckdb_keywords() where keyword_category = 'reserved'"));
    for (String column : columns) {
      assertThat(query("with t as (select 1 as " + column + ") select " + column + " from t group by " + column)).hasSize(1);
    }
  }

  @Test
  void everyListOfWholeNumbersHasATextBesideIt() throws SQLException {
    for (String table : List.of(Output.TRIALS, Output.CURVES, Output.PROBES, Output.MEMORISED)) {
      List<String> columns = query("select column_name from (describe from '" + folder.resolve(table) + "')");
      for (String list : query("select column_name from (describe from '" + folder.resolve(table)
          + "') where column_type = 'INTEGER[]'")) {
        assertThat(columns.get(columns.indexOf(list) + 1)).isEqualTo(list + "_text");
      }
    }
    assertThat(query("select concat_ws(' ', hidden_text, crop_to_text, scale_to_text) from '" + folder.resolve(Output.TRIALS)
        + "'")).containsExactly("16-8 none none", "none none none", "7 20-24 none");
    assertThat(query("select group_label || ' ' || shape_text from '" + folder.resolve(Output.MEMORISED) + "'"))
        .containsExactly("all seeds 1-2");
  }

  @Test
  void theFirstFormatHasItsOwnColumns() {
    List<String> first = new Tables.Rows(1).trial(completed("t1")).columns();
    List<String> second = new Tables.Rows(2).trial(completed("t1")).columns();
    assertThat(first).contains("hidden", "crop_to").noneMatch(name -> name.endsWith("_text"));
    assertThat(second).containsAll(first).contains("hidden_text").hasSize(first.size() + 3);
    assertThat(new Tables.Rows(1).probe("t1", Fixtures.probed(completed("t1"), 1).result().probes().get(0)).columns())
        .containsExactly("trial_id", "probe", "item", "shape", "values", "bits");
  }


  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anEarlierFormatHasTheColumnsOfItsTables(int format) throws IOException {
    Tables.Rows rows = new Tables.Rows(format);
    Output output = Output.at("src/test/resources/outputs/format-" + format);
    TrialRecord record = Segments.readAll(output).get(0);
    assertThat(columns(output, Output.TRIALS)).isEqualTo(rows.trial(record).columns());
    assertThat(columns(output, Output.CURVES)).isEqualTo(rows.epoch("t", record.result().curve().last()).columns());
    assertThat(columns(output, Output.PROBES))
        .isEqualTo(rows.probe("t", Fixtures.probed(record, 1).result().probes().get(0)).columns());
  }

  @Test
  void settingsThatAFormatLacksAreNotInItsConfigEither() {
    String second = new Tables.Rows(2).trial(completed("t1")).text("config");
    assertThat(new Tables.Rows(3).trial(completed("t1")).text("config")).contains("\"weights-seed\":null", "\"shift\":0");
    assertThat(second).contains("\"data-seed\":null", "\"seed\":1")
        .doesNotContain("weights-seed", "order-seed", "shift", "input-corruption-share");
  }

  private static List<String> columns(Output output, String table) throws IOException {
    List<String> columns = new ArrayList<>();
    ParquetRows.read(output.folder(), table, row -> {
      if (columns.isEmpty()) {
        columns.addAll(row.columns());
      }
    });
    return columns;
  }
  @Test
  void probesOfTheFirstFormatCanBeRead() {
    Fixtures.probed(completed("t1"), 0.5f).result().probes().forEach(item ->
        assertThat(List.of(1, 2)).allSatisfy(format ->
            assertThat(ProbeColumns.item(new Tables.Rows(format).probe("t1", item))).isEqualTo(item)));
  }

  private static List<String> query(String sql) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:"); ResultSet result =
        duck.createStatement().executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }
}
