package rote.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rote.jobs.ReportJob;

/** {@code rote report}: makes the report anew from the tables. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Makes the report anew from the tables.")
final class ReportCommand implements Callable<Integer> {
  @Mixin private OutputOptions options;

  @Override
  public Integer call() throws IOException {
    System.out.println("report: " + new ReportJob(options.output()).write());
    return Main.COMPLETE;
  }
}
