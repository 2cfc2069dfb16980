package rote.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import rote.store.Output;
import rote.store.Segments;

/** Runs an experiment by spark-submit on a cluster, with its data beside the experiment file. */
public record ClusterRun(SparkCluster cluster, JarRun jar, String out) {
  /** One trial per task, so that a sweep of tiny trials can be interrupted. */
  private static final List<String> A_TRIAL_A_TASK = List.of("--conf", "spark.rote.secondsPerTask=0");

  public Process start(List<String> sparkOptions, String... arguments) throws IOException {
    List<String> options = new ArrayList<>(A_TRIAL_A_TASK);
    options.addAll(sparkOptions);
    List<String> all = new ArrayList<>(jar.runCommand(out));
    all.addAll(List.of("--data", jar.folder().toUri().toString().replace("file:/", "file:///")));
    all.addAll(List.of(arguments));
    return cluster.submit(jar.logFile(out), options, all);
  }

  /** Waits until some trials are recorded and demands that others are not. */
  public void awaitMiddle(Process run, int trials) throws Exception {
    while (recorded() < trials / 10) {
      assertThat(run.waitFor(20, TimeUnit.MILLISECONDS)).as("ended early: " + log()).isFalse();
    }
    assertThat(recorded()).as("recorded in the middle").isLessThan(trials);
  }

  public int recorded() throws IOException {
    return Segments.readAll(Output.at(output().folder().toString())).size();
  }

  public void awaitExit(Process run, int code) throws Exception {
    assertThat(run.waitFor()).as(log()).isEqualTo(code);
  }

  public FinishedOutput output() {
    return new FinishedOutput(jar.folder().resolve(out));
  }

  public String log() throws IOException {
    return jar.log(out);
  }
}
