package rote.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import rote.analysis.Analysis;
import rote.jobs.LeftOutTrials;
import rote.jobs.ReportJob;
import rote.report.terminal.TextSummary;

/** {@code rote show}: prints the summary of a run. */
@Command(name = "show", mixinStandardHelpOptions = true, versionProvider = VersionText.class, description = "Prints the summary of a run, finished or not.")
final class ShowCommand implements Callable<Integer> {
  @ParentCommand private Main rote;
  @Mixin private OutputOptions options;

  @Override
  public Integer call() throws IOException {
    Call call = rote.current();
    ReportJob job = new ReportJob(options.output(call));
    call.out().println(TextSummary.of(Analysis.of(job.experiment(), job.records())));
    if (job.notShown() > 0) {
      call.out().println(LeftOutTrials.line(job.notShown()));
    }
    if (job.trainedSingly() > 0) {
      call.out().println(job.trainedSingly() + " groups of trials failed and were trained singly; the log of their run says why");
    }
    return Main.COMPLETE;
  }
}
