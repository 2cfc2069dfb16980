package rote.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import rote.jobs.ReportJob;

/** {@code rote report}: makes the report anew from the tables. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Makes the report anew from the tables.")
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "OUT", description = "The output of a run, such as notebooks-out/true-vs-random.")
  private String out;

  @Override
  public Integer call() throws IOException {
    System.out.println("report: " + new ReportJob(out).write());
    return Main.COMPLETE;
  }
}
