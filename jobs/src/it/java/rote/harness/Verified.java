package rote.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.jobs.start.SparkStart;
import rote.jobs.verify.VerifyJob;
import rote.jobs.verify.VerifyRequest;
import rote.store.Output;

/** Runs {@code rote verify}, which must find nothing after any run, whatever happened to it. */
public final class Verified {
  private static final int AGAIN = 2; // the most trials

  private Verified() {}

  /**
   * Demands a clean output, and trains some of its trials again.
   *
   * @param data the location of its data set; empty if it is built in, or a table of the working directory
   * @param settings Spark's settings on the command line, for access to both
   */
  public static void demand(String out, String data, Map<String, String> settings) throws IOException {
    Map<String, String> spark = new HashMap<>(settings);
    spark.put("spark.master", "local[1]");
    SparkStart start = new SparkStart(spark);
    FileSystems systems = start.fileSystems();
    List<DataFolder> folders = data.isEmpty() ? List.of() : List.of(new DataFolder(data, systems));
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(lines, true, StandardCharsets.UTF_8);
    assertThat(new VerifyJob(new VerifyRequest(Output.at(out, systems), AGAIN, name -> folders, file -> List.of(data), start), to, to).run()).isEmpty();
    assertThat(lines.toString(StandardCharsets.UTF_8)).containsPattern("trained again: [1-9]");
  }
}
