package rote.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rote.jobs.verify.VerifyJob;
import rote.jobs.verify.VerifyRequest;

/** {@code rote verify}, as it has to end after every run, whatever happened to the run: with nothing found. */
public final class Verified {
  private static final int AGAIN = 2; // trials at most

  private Verified() {}

  /**
   * Demands a clean output, some trials of which are trained again.
   *
   * @param data where its data set lies; empty where it is built in
   * @param settings how both are reached: Spark's settings of the command line
   */
  public static void demand(String out, String data, Map<String, String> settings) throws IOException {
    Map<String, String> spark = new HashMap<>(settings);
    spark.put("spark.master", "local[1]");
    List<String> folders = data.isEmpty() ? List.of() : List.of(data);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(lines, true, StandardCharsets.UTF_8);
    assertThat(new VerifyJob(new VerifyRequest(out, AGAIN, name -> folders, spark), to, to).run()).isEmpty();
    assertThat(lines.toString(StandardCharsets.UTF_8)).containsPattern("trained again: [1-9]");
  }
}
