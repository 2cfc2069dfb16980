package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.Fixtures.completed;
import static rote.harness.Fixtures.diverged;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.analysis.metrics.Metric;
import rote.experiment.MetricName;
import rote.store.Output;
import rote.store.Tables;
import rote.trial.TrialRecord;

/** A metric and the column of its name in the trials table, which another program reads. */
class MetricColumnsTest {
  private static final int SHARED = 17; // metrics that are columns too

  @Test
  void aColumnHasTheValuesOfItsMetric(@TempDir Path folder) throws Exception {
    List<TrialRecord> records = List.of(completed("t1"), diverged("t2"));
    new Tables(Output.at(folder.toString())).write(records);
    int compared = 0;
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      String table = "'" + folder.resolve(Output.TRIALS) + "'";
      List<String> columns = texts(duck, "select column_name from (describe select * from " + table + ")");
      for (MetricName name : MetricName.values()) {
        if (columns.contains(name.column())) {
          compared++;
          assertThat(texts(duck, "select cast(" + name.column() + " as double) from " + table + " order by trial_id"))
              .as(name.column()).isEqualTo(records.stream().map(record -> text(Metric.of(name).reader().of(record.result()))).toList());
        }
      }
    }
    assertThat(compared).isEqualTo(SHARED);
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "null";
  }

  private static List<String> texts(Connection duck, String query) throws Exception {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = duck.createStatement().executeQuery(query)) {
      while (rows.next()) {
        Object value = rows.getObject(1);
        found.add(String.valueOf(value));
      }
    }
    return found;
  }
}
