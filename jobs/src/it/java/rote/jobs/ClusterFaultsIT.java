package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.ClusterRun;
import rote.harness.FinishedOutput;
import rote.harness.JarRun;
import rote.harness.SmallImages;
import rote.harness.SparkCluster;

/** Sweeps on a standalone cluster while one of its processes is killed or stopped. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("clusters")
class ClusterFaultsIT {
  private static final int TRIALS = 60;
  private static final String YAML = """
      name: faults
      data: {dataset: idx}
      trial: {epochs: 200, learning-rate: 0.5}
      grid: {label-corruption: [0, 0.5, 1], hidden: [[4], [5], [6], [7]]}
      seeds: 5
      """;

  @TempDir static Path folder;
  private SparkCluster cluster;
  private FinishedOutput undisturbed;

  @BeforeAll
  @Timeout(300) // that of the class is for tests alone
  void startClusterAndTrainUndisturbed() throws Exception {
    SmallImages.write(folder, 1_000);
    Process alone = jar().start("undisturbed", JarRun.VECTORS, "--master", "local[1]", "--data", folder.toString());
    cluster = SparkCluster.start(folder.resolve("cluster"));
    assertThat(alone.waitFor()).as(jar().log("undisturbed")).isZero();
    undisturbed = new FinishedOutput(folder.resolve("undisturbed"));
    undisturbed.check(TRIALS);
  }

  @BeforeEach
  @Timeout(300)
  void mendCluster() throws Exception {
    cluster.mend();
  }

  @AfterAll
  void stopCluster() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void anExecutorIsKilled() throws Exception {
    ClusterRun run = run("executor");
    Process driver = startAndAwaitMiddle(run);
    cluster.executors(SparkCluster.SECOND).get(0).destroyForcibly();
    endsWell(run, driver);
    assertThat(run.log()).contains("Lost executor");
  }

  @Test
  void aWorkerIsKilled() throws Exception {
    ClusterRun run = run("worker");
    Process driver = startAndAwaitMiddle(run);
    cluster.worker(SparkCluster.SECOND).destroyForcibly();
    endsWell(run, driver);
    assertThat(run.log()).contains("Lost executor");
  }

  @Test
  void theMasterIsKilled() throws Exception {
    ClusterRun run = run("master");
    Process driver = startAndAwaitMiddle(run);
    cluster.master().destroyForcibly();
    endsWell(run, driver);
  }

  @Test
  void theDriverIsKilledAndTheSameCommandContinues() throws Exception {
    ClusterRun run = run("driver");
    startAndAwaitMiddle(run).destroyForcibly().waitFor();
    assertThat(run.output().isMarked()).isFalse();
    endsWell(run, run.start(List.of()));
    assertThat(run.log()).containsPattern("60 trials planned, [1-9][0-9]* recorded, [1-9][0-9]* to train");
  }

  @Test
  void anExecutorIsStopped() throws Exception {
    ClusterRun run = run("stopped");
    Process driver = startAndAwaitMiddle(run);
    SparkCluster.signal("STOP", cluster.executors(SparkCluster.SECOND).get(0));
    endsWell(run, driver);
    assertThat(run.log()).contains("Lost executor");
  }

  @Test
  void aStragglerIsOvertakenBySpeculation() throws Exception {
    ClusterRun run = run("straggler");
    Process driver = run.start(List.of("--conf", "spark.speculation=true", "--conf", "spark.speculation.quantile=0.3",
        "--conf", "spark.network.timeout=100s")); // slow, not dead
    awaitMiddle(run, driver);
    ProcessHandle slow = cluster.executors(SparkCluster.SECOND).get(0);
    while (run.recorded() < TRIALS / 3) {
      SparkCluster.signal("STOP", slow);
      TimeUnit.MILLISECONDS.sleep(300);
      SparkCluster.signal("CONT", slow);
      TimeUnit.MILLISECONDS.sleep(100);
    }
    SparkCluster.signal("STOP", slow); // in the middle of a trial, which another must end
    endsWell(run, driver);
    assertThat(run.log()).doesNotContain("Lost executor");
    assertThat(run.output().records()).as("second attempts").anyMatch(record -> record.attempt() == 1);
  }

  private Process startAndAwaitMiddle(ClusterRun run) throws Exception {
    Process driver = run.start(List.of());
    awaitMiddle(run, driver);
    return driver;
  }

  /** Waits until some trials are recorded, some are not, and the executor on the second address trains one. */
  private void awaitMiddle(ClusterRun run, Process driver) throws Exception {
    cluster.awaitTraining(SparkCluster.SECOND, driver);
    run.awaitMiddle(driver, TRIALS);
  }

  private void endsWell(ClusterRun run, Process driver) throws Exception {
    run.awaitExit(driver, 0);
    run.output().check(undisturbed);
  }

  private ClusterRun run(String out) {
    return new ClusterRun(cluster, jar(), out);
  }

  private static JarRun jar() {
    return new JarRun(folder, YAML);
  }
}
