package rote.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import rote.analysis.ClaimPower;
import rote.analysis.Verdicts;
import rote.jobs.Plan;
import rote.jobs.RunOptions;
import rote.jobs.SweepRequest;

/** {@code rote plan}: says what a run would do, and trains nothing. */
@Command(name = "plan", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
    description = "Says which trials are planned, recorded and to do, and what they will cost; trains nothing.")
final class PlanCommand implements Callable<Integer> {
  @ParentCommand private Main rote;
  @Mixin private ExperimentOptions experiment;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    Call call = rote.current();
    SweepRequest request = experiment.request(call, spark.settings(), RunOptions.PLAIN);
    Plan plan = request.plan();
    int cores = Runtime.getRuntime().availableProcessors();
    call.out().printf(Locale.ROOT,
        "%s%nat most %.3g floating-point operations, %.2g core-hours, %.2g minutes on %d cores with vectors of 512 bits%n",
        plan.summary(), plan.flop(), plan.seconds() / 3600, plan.seconds() / 60 / cores, cores);
    plan.keptBytes().ifPresent(call.out()::println);
    List<String> power = ClaimPower.lines(request.experiment());
    if (!power.isEmpty()) {
      call.out().println("\nThe chance that a claim is decided if the truth is 1.5 standard deviations from its bound, in each group:");
      power.forEach(call.out()::println);
    }
    Verdicts.unanswerable(request.experiment()).ifPresent(call.err()::println);
    ClaimPower.undecidable(request.experiment()).forEach(call.err()::println);
    request.absentData().ifPresent(call.err()::println);
    return Main.COMPLETE;
  }
}
