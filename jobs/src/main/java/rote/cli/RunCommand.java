package rote.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import rote.analysis.Analysis;
import rote.jobs.RunOptions;
import rote.jobs.SweepJob;
import rote.jobs.SweepRequest;
import rote.jobs.progress.JsonEvents;
import rote.jobs.progress.LineDisplay;
import rote.jobs.progress.QuietDisplay;
import rote.jobs.progress.RunDisplay;
import rote.jobs.progress.TerminalDisplay;
import rote.report.terminal.TextSummary;
import rote.store.Manifest;
import rote.store.Output;
import rote.trial.Status;

/** {@code rote run}: trains what is not recorded yet, and reports. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
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

  private Analysis analysis; // null until the run has come to its end

  @ArgGroup private Show show = new Show();

  /** Options that show less of the run than everything, or show it otherwise; at most one of them. */
  static final class Show {
    @Option(names = "--quiet", description = "Prints nothing but the summary and what goes wrong.")
    private boolean quiet;

    @Option(names = "--json", description = "Prints what happens as JSON, one event per line, and no summary.")
    private boolean json;
  }

  @Override
  public Integer call() throws IOException {
    Call call = rote.current();
    RunDisplay display = display(call);
    if (display instanceof JsonEvents events) {
      call.atEnd(code -> ended(events, call, code));
    }
    SweepRequest request = experiment.request(call, spark.settings(),
        new RunOptions(retryFailed, failFast, overwrite, maxTime));
    analysis = new SweepJob(request, display).run();
    if (!show.json) {
      call.out().println(TextSummary.of(analysis));
      call.out().println("report: " + request.output().path(Output.REPORT));
    }
    boolean failed = analysis.records().stream().anyMatch(record -> record.result().status() == Status.FAILED);
    if (!failed && maxTime != null && !request.output().isComplete()) {
      call.complain("rote: ended by --max-time; finished trials are kept, and the same command continues from there\n");
      return Main.INTERRUPTED;
    }
    return failed ? Main.FAILED_TRIALS : Main.COMPLETE;
  }

  private RunDisplay display(Call call) {
    return show.json ? new JsonEvents(call.out(), call.err()) : show.quiet ? new QuietDisplay(call.err())
        : call.isTerminal() ? onTerminal(call) : new LineDisplay(call.err());
  }

  private static RunDisplay onTerminal(Call call) {
    TerminalDisplay display = new TerminalDisplay(call.err(), Terminal::columns);
    Terminal.onResize(display::resized);
    return display;
  }

  /** Tells how the run ended: with the counts of its trials, if it came to its end, else only where its results are. */
  private void ended(JsonEvents events, Call call, int code) {
    String output = call.output() == null ? null : call.output().location();
    if (analysis == null) {
      events.ended(code, "output", output);
    } else {
      Manifest.Counts counts = Manifest.Counts.of(analysis.groups().planned(), analysis.records(), 0);
      events.ended(code, "output", output, "report", call.output().path(Output.REPORT), "planned", counts.planned(),
          "completed", counts.completed(), "diverged", counts.diverged(), "failed", counts.failed());
    }
  }
}
