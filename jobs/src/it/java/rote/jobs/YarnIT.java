package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.FinalApplicationStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.RemoteRun;
import rote.harness.YarnCluster;
import rote.store.Output;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** spark-submit on YARN with all files on HDFS: both deploy modes, exit codes, killed containers. Needs the profile yarn. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("yarn")
class YarnIT {
  private static final String ONE_FAILS = """
      name: one-fails
      data: {dataset: idx}
      trial: {epochs: 1}
      grid: {hidden: [[4], [60000, 60000]]}
      seeds: 1
      """;
  private static final List<String> CLIENT = List.of("--deploy-mode", "client");
  private static final List<String> CLUSTER = List.of("--deploy-mode", "cluster");

  @TempDir static Path folder;
  private YarnCluster cluster;
  private RemoteRun run;
  private Map<String, List<Object>> bits;

  @BeforeAll
  @Timeout(300) // that of the class is for tests alone
  void startYarnAndTrainUndisturbed() throws Exception {
    cluster = YarnCluster.start(folder.resolve("hadoop"));
    run = new RemoteRun(cluster.fileSystem() + "/lab", Map.of("spark.hadoop.dfs.replication", "1"), System.getProperty("user.name"),
        folder);
    run.writeInput();
    run.write("one-fails.yaml", ONE_FAILS.getBytes(StandardCharsets.UTF_8));
    run.write("bad.yaml", "name: bad\nseedz: 1\n".getBytes(StandardCharsets.UTF_8));
    bits = run.undisturbed();
  }

  @AfterAll
  void stopYarn() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void inClientModeTheDriverIsHereAndItsExitCodeIsThatOfTheRun() throws Exception {
    run.awaitEnd(start("client", CLIENT), 0, "client");
    run.assertComplete("client", bits);
    run.awaitEnd(start("client-fails", CLIENT, "one-fails.yaml"), 3, "client-fails");
  }

  @Test
  void inClusterModeARunSucceedsAndSoDoesOneWithNothingLeftToTrain() throws Exception {
    run.awaitEnd(start("cluster", CLUSTER), 0, "cluster");
    succeeded("cluster", 1);
    assertThat(run.output("cluster").readText(Output.MANIFEST)).contains("\"kernels\" : \"vector\"");
    run.awaitEnd(start("cluster", CLUSTER), 0, "cluster");
    succeeded("cluster", 1);
    assertThat(cluster.log("cluster")).contains("24 trials planned, 24 recorded, nothing to train");
  }

  @Test
  void trialsOfAKilledExecutorAreTrainedElsewhere() throws Exception {
    Process driver = start("executor", CLIENT);
    run.awaitSegment("executor", driver);
    cluster.containers(YarnCluster.EXECUTOR).get(0).destroyForcibly();
    run.awaitEnd(driver, 0, "executor");
    assertThat(run.log("executor")).contains("Lost executor");
    succeeded("executor", 1);
  }

  @Test
  void inClusterModeAKilledApplicationMasterIsStartedAgainAndTheRunContinues() throws Exception {
    Process submit = start("master", CLUSTER);
    run.awaitSegment("master", submit);
    cluster.containers(YarnCluster.CLUSTERS_MASTER).get(0).destroyForcibly();
    run.awaitEnd(submit, 0, "master");
    succeeded("master", 2);
    assertThat(cluster.log("master")).containsPattern("24 trials planned, [1-9][0-9]* recorded, [1-9][0-9]* to train");
  }

  @Test
  void inClientModeTheRunOutlivesItsApplicationMaster() throws Exception {
    Process driver = start("launcher", CLIENT);
    run.awaitSegment("launcher", driver);
    cluster.containers(YarnCluster.CLIENTS_MASTER).get(0).destroyForcibly();
    run.awaitEnd(driver, 0, "launcher");
    succeeded("launcher", 2);
  }

  @Test
  void inClusterModeAKilledApplicationKeepsWhatHasFinishedAndTheSameCommandContinues() throws Exception {
    Process submit = start("killed", CLUSTER);
    run.awaitSegment("killed", submit);
    cluster.kill("killed");
    run.awaitEnd(submit, 1, "killed");
    assertThat(cluster.ended("killed").getFinalApplicationStatus()).isEqualTo(FinalApplicationStatus.KILLED);
    assertThat(run.output("killed").isComplete()).isFalse();
    run.awaitEnd(start("killed", CLUSTER), 0, "killed");
    succeeded("killed", 1);
    assertThat(cluster.log("killed")).containsPattern("24 trials planned, [1-9][0-9]* recorded, [1-9][0-9]* to train");
  }

  @Test
  void inClusterModeFailedTrialsFailTheApplicationAfterAllIsRecorded() throws Exception {
    run.awaitEnd(start("fails", CLUSTER, "one-fails.yaml"), 1, "fails");
    failed("fails", 3);
    assertThat(run.output("fails").isComplete()).isTrue();
    assertThat(run.recorded("fails")).extracting(TrialRecord::result).extracting(result -> result.status())
        .containsExactlyInAnyOrder(Status.COMPLETED, Status.FAILED);
  }

  @Test
  void inClusterModeBadInputIsALineInWhatYarnReports() throws Exception {
    run.awaitEnd(start("bad", CLUSTER, "bad.yaml"), 1, "bad");
    failed("bad", 2);
    assertThat(cluster.ended("bad").getDiagnostics()).containsPattern("(?m)^rote: .*seedz");
  }

  /** Demands what YARN and the output say of a run that ended well after so many application masters. */
  private void succeeded(String out, int attempts) throws Exception {
    assertThat(cluster.ended(out).getFinalApplicationStatus()).isEqualTo(FinalApplicationStatus.SUCCEEDED);
    assertThat(cluster.attempts(out)).as("application masters").isEqualTo(attempts);
    run.assertComplete(out, bits);
  }

  /** Demands that YARN has tried twice, and names the exit code of the second driver. */
  private void failed(String out, int code) throws Exception {
    ApplicationReport report = cluster.ended(out);
    assertThat(report.getFinalApplicationStatus()).isEqualTo(FinalApplicationStatus.FAILED);
    assertThat(report.getDiagnostics()).contains("exited with  exitCode: " + code);
    assertThat(cluster.attempts(out)).isEqualTo(2);
  }

  private Process start(String out, List<String> sparkOptions) throws Exception {
    return start(out, sparkOptions, "remote.yaml");
  }

  private Process start(String out, List<String> sparkOptions, String file) throws Exception {
    return cluster.submit(folder.resolve(out), sparkOptions, run.runCommand(file, out));
  }
}
