package rote.cli;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rote.data.Catalog;
import rote.data.Dataset;
import rote.data.InputException;
import rote.experiment.BenchWorkload;
import rote.experiment.TrainingSpeed;
import rote.network.FmaPeak;
import rote.network.KernelChoice;

/** {@code rote bench}: measures how fast this machine trains. */
@Command(name = "bench", mixinStandardHelpOptions = true,
    description = "Measures training on one core of this machine: examples a second, and the share of the core's peak.")
final class BenchCommand implements Callable<Integer> {
  private static final int PEAK_ROUNDS = 10_000_000;
  private static final LongSupplier CPU = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;

  @Parameters(paramLabel = "WORKLOAD", arity = "0..*", description = "Such as W1; by default all.")
  private List<String> names = List.of();

  @Option(names = "--seconds", paramLabel = "S", description = "How long each figure is measured; by default ${DEFAULT-VALUE}.")
  private double seconds = 2;

  @Option(names = "--data", paramLabel = "URI", description = "The folder of MNIST; without it, or $ROTE_DATA, pen-digits.")
  private String data;

  @Option(names = "--json", description = "Prints a line of JSON a workload.")
  private boolean json;

  @Override
  public Integer call() {
    KernelChoice choice = KernelChoice.ofThisJvm();
    Dataset images = images();
    double peak = peak(choice);
    if (!json) {
      System.out.printf(Locale.ROOT, "%s, %s, one core%s%n%n", images.name(), choice,
          choice.isVector() ? String.format(Locale.ROOT, ", peak %.1f GFLOP/s (fused multiply-add)", peak * 1e-9) : "");
      System.out.println("workload  network              examples/s    GFLOP/s  share of peak  whole trials, examples/s");
    }
    for (BenchWorkload workload : chosen()) {
      print(workload, images, TrainingSpeed.of(workload, images, choice.kernels(), CPU, seconds), peak);
    }
    return Main.COMPLETE;
  }

  private void print(BenchWorkload workload, Dataset images, TrainingSpeed speed, double peak) {
    System.out.printf(Locale.ROOT, "%-9s %12.0f %10.1f %13.0f%% %25.0f%n",
        speed.workload(), speed.examplesPerSecond(), speed.flopPerSecond() * 1e-9,
        100 * speed.flopPerSecond() / peak, speed.wholeTrial());
  }

  private List<BenchWorkload> chosen() {
    return BenchWorkload.ALL.stream().filter(w -> names.isEmpty() || names.contains(w.name())).toList();
  }

  private Dataset images() {
    String shared = System.getenv("ROTE_DATA");
    String folder = data != null ? data : shared == null ? null : shared + "/mnist";
    return folder == null ? Catalog.load("pen-digits", List.of()) : Catalog.load("mnist", List.of(folder));
  }

  private static double peak(KernelChoice choice) {
    double best = 0;
    for (int round = 0; choice.isVector() && round < 12; round++) {
      long start = CPU.getAsLong();
      FmaPeak.run(PEAK_ROUNDS);
      best = Math.max(best, FmaPeak.flop(PEAK_ROUNDS) / (CPU.getAsLong() - start) * 1e9);
    }
    return best;
  }
}
