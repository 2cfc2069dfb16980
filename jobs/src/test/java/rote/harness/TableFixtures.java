package rote.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Writes tables by the libraries that people use: pandas and DuckDB. */
public final class TableFixtures {
  private static final int SECONDS = 120;

  private TableFixtures() {}

  /** Writes a Parquet file. @param query whose rows are written */
  public static Path parquet(Path file, String query) {
    return duckDb(file, query, "format parquet");
  }

  /** @param options of DuckDB's COPY */
  public static Path duckDb(Path file, String query, String options) {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      duck.createStatement().execute("copy (" + query + ") to '" + file + "' (" + options + ")");
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a script with pandas and NumPy in a folder; its failure is an error. */
  public static void python(Path folder, String script) throws IOException, InterruptedException {
    Path log = folder.resolve("python.log");
    Process process = new ProcessBuilder("/usr/bin/python3", "-c", "import numpy, pandas\n" + script).directory(folder.toFile())
        .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("python3 with pandas failed: " + Files.readString(log, StandardCharsets.UTF_8));
    }
    Files.delete(log);
  }
}
