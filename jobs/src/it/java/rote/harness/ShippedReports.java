package rote.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.jobs.SweepJob;
import rote.jobs.SweepRequest;

/**
 * Real outputs of four shipped experiments that together show everything on a page: several axes, two of them numeric, a trial
 * that diverged, a search and its choice, probes.
 *
 * <p>Each is trained at a small size once per JVM, and stays in {@code target/reports-1}, or another number where tests run in
 * several JVMs, to be looked at.
 */
public final class ShippedReports {
  public static final List<String> NAMES = List.of("capacity", "weight-decay", "find-96", "digit-recogniser");

  private static final Path FOLDER = Path.of(System.getProperty("shipped.reports", "target/reports-1"));
  private static final Map<String, List<String>> CHANGES = Map.of(
      "capacity", List.of("grid={hidden: [[4], [16], [64]], label-corruption: [0, 1], data.training-examples: [100, 300]}",
          "trial.epochs=30", "seeds=3"),
      "weight-decay", List.of("grid={label-corruption: [0, 0.5, 1], weight-decay: [0, 0.01, 1000]}", // 1000: it diverges
          "data.training-examples=200", "trial.hidden=[32]", "trial.epochs=12", "seeds=3"),
      "find-96", List.of("data={training-examples: 300, validation-examples: 200}", "trial.epochs=8", "sample.trials=12",
          "then.seeds=4"),
      "digit-recogniser", List.of("grid={label-corruption: [0]}", "data.training-examples=500", "trial.epochs=10", "seeds=3"));
  private static final Map<String, Path> OUTPUTS = new LinkedHashMap<>();

  private ShippedReports() {}

  /** Returns the folder with the tables and the report. */
  public static synchronized Path output(String name) throws IOException {
    if (!OUTPUTS.containsKey(name)) {
      run(name);
      OUTPUTS.put(name, FOLDER.resolve(name));
    }
    return OUTPUTS.get(name);
  }

  public static Path report(String name) throws IOException {
    return output(name).resolve("report.html");
  }

  private static void run(String name) throws IOException {
    String file = Path.of("..", "experiments", name + ".yaml").toString();
    Map<String, Object> tree = ExperimentFile.read(file, CHANGES.get(name), new FileSystems()).tree();
    SweepRequest request = Requests.of(file, tree, List.of(), FOLDER.resolve(name).toString(),
        Map.of("spark.master", "local[2]"), false, true);
    new SweepJob(request, new PrintStream(new ByteArrayOutputStream())).run();
  }
}
