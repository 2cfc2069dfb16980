package rote.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import rote.jobs.ReportJob;

/** {@code rote report}: makes tables and report again from the records. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = VersionText.class, description =
    "Makes tables and report again from what is recorded, finished or not.")
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private Main rote;
  @Mixin private OutputOptions options;

  @Override
  public Integer call() throws IOException {
    Call call = rote.current();
    call.out().println("report: " + new ReportJob(options.output(call)).write(call.err()::println));
    return Main.COMPLETE;
  }
}
