package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.Fixtures.assertRecords;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.ClusterRun;
import rote.harness.FaultAgent;
import rote.harness.FinishedOutput;
import rote.harness.JarRun;
import rote.harness.SmallImages;
import rote.harness.SparkCluster;
import rote.harness.Verified;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** spark-submit on a standalone cluster: exit codes, failed trials, both deploy modes. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("clusters")
class ClusterRunIT {
  /** 90 trials that train, 3 that diverge, 6 that are too large, and the one that {@link FaultAgent} makes fail. */
  private static final String HUNDRED = """
      name: hundred
      data: {dataset: idx}
      trial: {epochs: 3, activation: relu, learning-rate: 0.1}
      grid:
        - {label-corruption: [0, 0.5, 1], mini-batch: [2, 5, 10, 20, 40], hidden: [[4], [5], [6], [8], [9], [10]]}
        - {learning-rate: [1.0e+36, 2.0e+36, 3.0e+36]}
        - {hidden: [[60000, 60000]], mini-batch: [2, 5, 10, 20, 30, 40]}
        - {hidden: [[7]]}
      seeds: 1
      """;
  private static final String SIXTY = """
      name: sixty
      data: {dataset: idx}
      trial: {epochs: 4000, learning-rate: 0.5}
      grid: {label-corruption: [0, 0.5, 1], hidden: [[4], [5], [6], [7]]}
      seeds: 5
      """;

  @TempDir static Path folder;
  private SparkCluster cluster;

  @BeforeAll
  @Timeout(300) // that of the class is for tests alone
  void startCluster() throws Exception {
    SmallImages.write(folder, 40);
    cluster = SparkCluster.start(folder.resolve("cluster"));
  }

  @AfterAll
  void stopCluster() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void trialsThatFailAreRowsAndRetryTouchesNothingElse() throws Exception {
    ClusterRun run = new ClusterRun(cluster, new JarRun(folder, HUNDRED), "hundred");
    run.awaitExit(run.start(List.of("--conf", "spark.executor.extraJavaOptions=" + FaultAgent.option(folder))), 3);
    run.output().check(100);
    assertThat(counts(run)).isEqualTo(Map.of(Status.COMPLETED, 90, Status.DIVERGED, 3, Status.FAILED, 7));
    for (TrialRecord failed : withStatus(run, Status.FAILED)) {
      String reason = failed.result().error().contains(FaultAgent.MESSAGE) ? FaultAgent.MESSAGE
          : "a network 36-60000-60000-3 needs \\d+ MiB for training, and trials have \\d+ MiB";
      assertThat(run.log())
          .containsPattern("trial " + failed.trialId() + " FAILED: java.lang.IllegalStateException: " + reason);
    }
    List<TrialRecord> others = withStatus(run, Status.COMPLETED, Status.DIVERGED);

    run.awaitExit(run.start(List.of(), "--retry-failed"), 3);
    assertThat(run.log()).contains("100 trials planned, 93 recorded, 7 to train");
    assertThat(counts(run)).isEqualTo(Map.of(Status.COMPLETED, 91, Status.DIVERGED, 3, Status.FAILED, 6));
    assertRecords(run.output().records()).containsAll(others); // times and hosts too: they were not trained again
    Verified.demand(run.output().folder().toString(), folder.toString(), Map.of());

    run.awaitExit(run.start(List.of(), "--retry-failed", "--fail-fast"), 3);
    assertThat(run.log()).contains("6 to train", "ended at the first trial that FAILED; the same command continues");
    assertRecords(run.output().records()).hasSize(100).containsAll(others);
    Verified.demand(run.output().folder().toString(), folder.toString(), Map.of());
  }

  @Test
  void sigintInClientModeKeepsFinishedTrialsAndClusterModeContinuesEvenAfterItsDriverDies() throws Exception {
    ClusterRun run = new ClusterRun(cluster, new JarRun(folder, SIXTY), "sixty");
    Process client = run.start(List.of());
    run.awaitMiddle(client, 60);
    SparkCluster.signal("INT", client.toHandle());
    run.awaitExit(client, 4);
    assertThat(run.log()).contains("the same command continues");
    int recorded = run.recorded();
    assertThat(recorded).isBetween(1, 59);

    run.awaitExit(run.start(List.of("--deploy-mode", "cluster", "--supervise",
        "--driver-java-options", "--add-modules=jdk.incubator.vector")), 0);
    while (run.recorded() < recorded + 10) {
      TimeUnit.MILLISECONDS.sleep(50); // the time limit of the test is the failure
    }
    ProcessHandle driver = cluster.driver();
    assertThat(run.recorded()).isLessThan(60);
    driver.destroyForcibly();
    while (!run.output().isMarked()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    run.output().check(60);
    assertThat(run.output().folder().resolve("manifest.json")).content().contains("\"kernels\" : \"vector\"");
  }

  @Test
  void badInputEndsWithTwoAndOneLine() throws Exception {
    ClusterRun run = new ClusterRun(cluster, new JarRun(folder, "name: bad\nseedz: 1\n"), "bad");
    run.awaitExit(run.start(List.of()), 2);
    assertThat(run.log()).contains("rote: ").contains("seedz").doesNotContain("\tat ");
  }

  @Test
  void withoutSparkSubmitExecutorsGetTheJarFromTheDriver() throws Exception {
    JarRun jar = new JarRun(folder, "name: laptop\ndata: {dataset: idx}\ntrial: {epochs: 1}\nseeds: 2\n");
    Process run = jar.start("laptop", JarRun.VECTORS, "--data", folder.toString(), "--master", cluster.url(),
        "--conf", "spark.cores.max=1", "--conf", "spark.executor.memory=512m", "--conf", "spark.driver.host=127.0.0.1");
    assertThat(run.waitFor()).as(jar.log("laptop")).isZero();
    new FinishedOutput(folder.resolve("laptop")).check(2);
  }

  private static Map<Status, Integer> counts(ClusterRun run) throws Exception {
    return run.output().records().stream().collect(
        Collectors.groupingBy(record -> record.result().status(), Collectors.summingInt(record -> 1)));
  }

  private static List<TrialRecord> withStatus(ClusterRun run, Status... statuses) throws Exception {
    return run.output().records().stream().filter(record -> List.of(statuses).contains(record.result().status())).toList();
  }
}
