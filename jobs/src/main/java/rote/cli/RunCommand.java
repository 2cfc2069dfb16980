package rote.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import rote.analysis.Analysis;
import rote.jobs.RunOptions;
import rote.jobs.SweepJob;
import rote.jobs.SweepRequest;
import rote.report.terminal.TextSummary;
import rote.store.Output;
import rote.trial.Status;

/** {@code rote run}: trains what is not recorded yet, and reports. */
@Command(name = "run", mixinStandardHelpOptions = true,
    description = "Trains the trials that are not recorded yet, writes tables and report, prints the summary.")
final class RunCommand implements Callable<Integer> {
  @ParentCommand private Main rote;
  @Mixin private ExperimentOptions experiment;
  @Mixin private SparkOptions spark;

  @Option(names = "--retry-failed", description = "Trains trials again that are recorded as FAILED.")
  private boolean retryFailed;

  @Option(names = "--fail-fast", description = "Ends at the first trial that fails.")
  private boolean failFast;

  @Option(names = "--overwrite", description = "First deletes all results in the output, also those of another experiment.")
  private boolean overwrite;

  @Option(names = "--max-time", paramLabel = "TIME", converter = MaxTime.class,
      description = "Ends after this time, such as 90s, 30m or 1h30m, in an orderly way; the same command continues.")
  private Duration maxTime;

  @Override
  public Integer call() throws IOException {
    Call call = rote.current();
    SweepRequest request = experiment.request(call, spark.settings(),
        new RunOptions(retryFailed, failFast, overwrite, maxTime));
    Analysis analysis = new SweepJob(request, call.err(), call.isTerminal()).run();
    call.out().println(TextSummary.of(analysis));
    call.out().println("report: " + request.output().path(Output.REPORT));
    boolean failed = analysis.records().stream().anyMatch(record -> record.result().status() == Status.FAILED);
    return failed ? Main.FAILED_TRIALS : maxTime != null && !request.output().isComplete() ? Main.INTERRUPTED : Main.COMPLETE;
  }
}
