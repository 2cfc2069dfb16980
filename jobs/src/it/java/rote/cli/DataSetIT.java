package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.IdxFixtures;

/** Tables and manifest of a data set whose labels have gaps and exceed 127. */
class DataSetIT {
  private static final int[] LABELS = {3, 130, 200};

  @TempDir Path folder;

  @Test
  void tablesNameTheLabelsOfTheFiles() throws IOException, SQLException {
    IdxFixtures.write(folder.resolve("data"), LABELS, LABELS);
    Path file = Files.writeString(folder.resolve("e.yaml"), """
        name: labels
        data: {dataset: idx, data-seed: 1, training-share: 0.7}
        trial: {epochs: 1, hidden: [4], label-corruption: 1}
        seeds: 4
        probes: [example-correctness]
        """);
    String out = folder.resolve("out").toString();
    String data = folder.resolve("data").toString();
    assertThat(Main.run("run", file.toString(), "--data", data, "--out", out, "--master", "local[2]")).isZero();
    assertThat(column(out, "label")).containsExactly(3, 130, 200);
    assertThat(column(out, "told_label")).containsExactly(3, 130, 200);
    assertThat(Files.readString(Path.of(out, "manifest.json")).replaceAll("\\s", ""))
        .contains("\"classes\":3,\"labels\":[3,130,200]");
    assertThat(Main.run("verify", out, "--data", data, "--master", "local[2]")).isZero();
  }

  private static List<Integer> column(String out, String name) throws SQLException {
    List<Integer> values = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows = duck.createStatement().executeQuery("select distinct " + name + " from '" + out
            + "/memorisation/memorisation.parquet' order by 1")) {
      while (rows.next()) {
        values.add(rows.getInt(1));
      }
    }
    return values;
  }
}
