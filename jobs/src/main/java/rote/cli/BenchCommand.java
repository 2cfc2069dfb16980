package rote.cli;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import rote.data.Dataset;
import rote.data.catalog.Catalog;
import rote.files.DataFolder;
import rote.files.InputException;
import rote.network.vector.FmaPeak;
import rote.network.vector.KernelChoice;
import rote.trial.training.BenchWorkload;
import rote.trial.training.TrainingSpeed;

/** {@code rote bench}: measures how fast this machine trains. */
@Command(name = "bench", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
    description = "Measures training on one core of this machine: examples per second, and the share of the core's peak; on MNIST where it is found.")
final class BenchCommand implements Callable<Integer> {
  private static final int PEAK_ROUNDS = 12; // the first ones run before compilation
  private static final int STEPS = 10_000_000;
  private static final LongSupplier CPU = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;

  @ParentCommand private Main rote;

  @Parameters(paramLabel = "WORKLOAD", arity = "0..*", description = "Such as W1; by default all.")
  private List<String> names = List.of();

  @Option(names = "--seconds", paramLabel = "S", description = "How long each figure is measured; by default ${DEFAULT-VALUE}.")
  private double seconds = 2;

  @Mixin private DataOption data;

  @Option(names = "--json", description = "Prints one line of JSON per workload.")
  private boolean json;

  @Override
  public Integer call() {
    if (!(seconds > 0)) {
      throw new InputException("--seconds must be > 0, was " + seconds);
    }
    List<BenchWorkload> chosen = chosen();
    KernelChoice choice = KernelChoice.ofThisJvm();
    Dataset images = images();
    double peak = choice.isVector() ? peak() : Double.NaN;
    if (!json) {
      rote.current().out().printf(Locale.ROOT, "%s, %s, one core%s%n%n%s%n", images.name(), choice,
          choice.isVector() ? String.format(Locale.ROOT, ", peak %.0f GFLOP/s (fused multiply-add)", peak * 1e-9) : "",
          "workload  network               examples/s  GFLOP/s  of peak  whole trials   lock-step");
    }
    for (BenchWorkload workload : chosen) {
      TrainingSpeed speed = TrainingSpeed.of(workload.trial(), workload.data(images), choice.kernels(), CPU, seconds);
      if (json) {
        printJson(workload.name(), "rote", speed.alone(), choice);
        printJson(workload.name(), "rote-whole-trials", speed.wholeTrials(), choice);
        printJson(workload.name(), "rote-lock-step", speed.lockStep(), choice);
      } else {
        print(workload, speed, peak);
      }
    }
    if (!json) {
      rote.current().out().println("\nGFLOP/s counts 6 operations per weight and example, including skipped zero pixels.");
    }
    return Main.COMPLETE;
  }

  private void print(BenchWorkload workload, TrainingSpeed speed, double peak) {
    rote.current().out().printf(Locale.ROOT, "%-9s %-20s %11.0f %8.1f %8s %13.0f %11s%n", workload.name(), speed.form(),
        speed.alone(), speed.flop() * 1e-9, figure("%.0f%%", 100 * speed.flop() / peak), speed.wholeTrials(),
        figure("%.0f", speed.lockStep()));
  }

  private static String figure(String form, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, form, value);
  }

  private void printJson(String workload, String contender, double speed, KernelChoice choice) {
    if (!Double.isNaN(speed)) {
      rote.current().out().printf(Locale.ROOT,
          "{\"workload\": \"%s\", \"contender\": \"%s\", \"examples_per_second\": %.1f, \"version\": \"%s\"}%n",
          workload, contender, speed, choice);
    }
  }

  private List<BenchWorkload> chosen() {
    List<String> known = BenchWorkload.ALL.stream().map(BenchWorkload::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new InputException("bench: unknown workload \"" + name + "\"; known: " + String.join(", ", known));
      }
    }
    return BenchWorkload.ALL.stream().filter(workload -> names.isEmpty() || names.contains(workload.name())).toList();
  }

  /** Returns MNIST where it is named or found, else the built-in digits. */
  private Dataset images() {
    List<DataFolder> folders = data.folders("mnist", rote.current().err()).stream()
        .map(folder -> new DataFolder(folder, rote.current().spark(Map.of()).fileSystems())).toList();
    return data.isNamed() || Catalog.isIn("mnist", folders)
        ? Catalog.load("mnist", folders) : Catalog.load("pen-digits", List.of());
  }

  /** Measures how many floating-point operations per second this core's multipliers can do. */
  private static double peak() {
    double best = 0;
    for (int round = 0; round < PEAK_ROUNDS; round++) {
      long start = CPU.getAsLong();
      FmaPeak.run(STEPS);
      best = Math.max(best, FmaPeak.flop(STEPS) / (CPU.getAsLong() - start) * 1e9);
    }
    return best;
  }
}
