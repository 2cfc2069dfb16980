package rote.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import rote.analysis.compare.Comparison;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.jobs.CompareJob;
import rote.report.terminal.ComparisonText;
import rote.store.Output;

/** {@code rote compare}: compares runs. */
@Command(name = "compare", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
    description = "Compares two or more runs: what differs in settings, data and code, and in the results.")
final class CompareCommand implements Callable<Integer> {
  @ParentCommand private Main rote;

  @Parameters(paramLabel = "OUT", arity = "1..*", description = "The outputs of two or more runs, or URIs.")
  private List<String> outputs;

  @Option(names = "--metric", paramLabel = "COLUMN", defaultValue = "test_accuracy,training_accuracy",
      description = "What is compared: numeric columns of the trials table; by default ${DEFAULT-VALUE}.")
  private String metrics;

  @Option(names = "--out", paramLabel = "FOLDER",
      description = "Where the page goes, compare-<runs>-<digest>.html, on any Hadoop file system; by default notebooks-out.")
  private String folder;

  @Option(names = "--conf", paramLabel = "KEY=VALUE",
      description = "A setting of Spark, such as spark.hadoop.fs.s3a.endpoint=URL; may be repeated.")
  private Map<String, String> conf = Map.of();

  @Override
  public Integer call() throws IOException {
    Call call = rote.current();
    FileSystems systems = call.spark(conf).fileSystems();
    Output to = call.remember(Output.at(
        folder == null ? ExperimentOptions.results().toString() : folder, systems));
    to.checkFolder();
    List<String> columns = columns();
    CompareJob job = new CompareJob(outputs.stream().map(out -> Output.at(out, systems)).toList());
    Comparison comparison = job.run(columns);
    call.out().println(ComparisonText.of(comparison));
    call.out().println("page: " + job.write(comparison, columns, to, call.err()::println));
    return Main.COMPLETE;
  }

  private List<String> columns() {
    List<String> columns = Arrays.stream(metrics.split(",", -1)).map(String::strip).distinct().toList();
    if (columns.contains("")) {
      throw new InputException("--metric: must be names of columns with a comma between, such as test_accuracy,fit_epoch,"
          + " was \"" + metrics + "\"");
    }
    return columns;
  }
}
