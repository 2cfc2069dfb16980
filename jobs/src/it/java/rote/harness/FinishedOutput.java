package rote.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import rote.store.Output;
import rote.store.Tables;
import rote.trial.TrialRecord;

/** Checks the output of a run that has ended, whatever happened to it before. Its data is beside it. */
public record FinishedOutput(Path folder) {
  /**
   * Demands every planned trial exactly once in segments and tables, the mark of a complete output, and no finding of verify.
   */
  public void check(int trials) throws IOException, SQLException {
    assertThat(isMarked()).isTrue();
    assertThat(rows("segments/*.parquet")).as("records in segments").isEqualTo(trials);
    assertThat(rows("trials/trials.parquet")).as("rows of the table").isEqualTo(trials);
    assertThat(records()).extracting(TrialRecord::trialId).hasSize(trials).doesNotHaveDuplicates();
    Verified.demand(folder.toString(), folder.getParent().toString(), Map.of());
  }

  /** Also demands the same bits as in another output. */
  public void check(FinishedOutput undisturbed) throws IOException, SQLException {
    check(undisturbed.records().size());
    assertThat(bits()).isEqualTo(undisturbed.bits());
  }

  /** Returns whether the output is marked complete. */
  public boolean isMarked() {
    return Files.exists(folder.resolve("_SUCCESS"));
  }

  public List<TrialRecord> records() throws IOException {
    return new Tables(Output.at(folder.toString())).read();
  }

  private Map<String, List<Object>> bits() throws IOException {
    return Bits.of(records());
  }

  private int rows(String files) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet count = duck.createStatement().executeQuery("select count(*) from '" + folder.resolve(files) + "'")) {
      count.next();
      return count.getInt(1);
    }
  }
}
