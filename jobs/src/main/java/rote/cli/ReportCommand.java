package rote.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rote.jobs.ReportJob;

/** {@code rote report}: makes tables and report again from the records. */
@Command(name = "report", mixinStandardHelpOptions = true, description =
    "Makes tables and report again from what is recorded, finished or not.")
final class ReportCommand implements Callable<Integer> {
  @Mixin private OutputOptions options;

  @Override
  public Integer call() throws IOException {
    System.out.println("report: " + new ReportJob(options.output()).write(System.err::println));
    return Main.COMPLETE;
  }
}
