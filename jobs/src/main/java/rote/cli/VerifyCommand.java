package rote.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.Place;
import rote.jobs.start.SparkAccess;
import rote.jobs.verify.VerifyJob;
import rote.jobs.verify.VerifyRequest;
import rote.store.Output;

/** {@code rote verify}: checks an output, and trains some of its trials again. */
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
    description = "Checks the files of an output against each other, the gradients, and trials trained again bit for bit.")
final class VerifyCommand implements Callable<Integer> {
  @ParentCommand private Main rote;

  @Parameters(paramLabel = "OUT", description = "The output of a run, such as notebooks-out/true-vs-random.")
  private String out;

  @ArgGroup private Sample sample = new Sample();
  @Mixin private DataOption data;
  @Mixin private SparkOptions spark;

  private static final class Sample {
    @Option(names = "--sample", paramLabel = "N",
        description = "How many trials are trained again; by default 10, and 0 checks the files alone.")
    private int size = 10;

    @Option(names = "--all", description = "Trains all trials again.")
    private boolean all;
  }

  @Override
  public Integer call() throws IOException {
    if (sample.size < 0) {
      throw new InputException("--sample must be 0 or more, was " + sample.size);
    }
    Call call = rote.current();
    SparkAccess access = call.spark(spark.settings());
    FileSystems systems = access.fileSystems();
    VerifyRequest request = new VerifyRequest(call.remember(Output.at(out, systems)), sample.all ? Integer.MAX_VALUE : sample.size,
        name -> data.folders(name, call.err()).stream().map(folder -> new DataFolder(folder, systems)).toList(),
        data::tableFolders, access);
    List<String> findings = new VerifyJob(request, call.out(), call.err()).run();
    findings.forEach(finding -> call.out().println("wrong: " + finding));
    call.out().println(findings.isEmpty() ? "verified: nothing is wrong with " + Place.of(out) : findings.size() + " findings");
    return findings.isEmpty() ? Main.COMPLETE : Main.ERROR;
  }
}
