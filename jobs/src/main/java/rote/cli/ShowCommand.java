package rote.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import rote.jobs.ReportJob;
import rote.report.TextSummary;

/** {@code rote show}: prints the summary of a run. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Prints the summary of a run.")
final class ShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "OUT", description = "The output of a run, such as notebooks-out/true-vs-random.")
  private String out;

  @Override
  public Integer call() throws IOException {
    ReportJob job = new ReportJob(out);
    System.out.println(TextSummary.of(job.experiment(), job.records()));
    return Main.COMPLETE;
  }
}
