package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.Fixtures.assertRecords;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.BlockMissingException;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.hdfs.protocol.HdfsConstants;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.files.FileSystems;
import rote.harness.RemoteRun;
import rote.store.Output;
import rote.trial.TrialRecord;

/** The shipped jar with all files on HDFS, run by an ordinary user: killed, and stopped by quotas and permissions. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("clusters")
class HdfsIT {
  private static final int BLOCK = 1 << 20; // bytes; what a file being written reserves of a quota

  @TempDir static Path folder;
  private MiniDFSCluster cluster;
  private DistributedFileSystem hdfs; // as the superuser
  private RemoteRun jar;
  private Map<String, List<Object>> bits;

  @BeforeAll
  @Timeout(600) // that of the class is for tests alone
  void startHdfs() throws Exception {
    Configurator.setLevel("org.apache.hadoop", Level.ERROR); // a name node in a test has much to warn of
    Configuration conf = new Configuration();
    conf.set("hdfs.minidfs.basedir", folder.resolve("hdfs").toString());
    conf.setInt("dfs.replication", 1);
    cluster = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    hdfs = cluster.getFileSystem();
    jar = new RemoteRun(hdfs.getUri() + "/lab",
        Map.of("spark.hadoop.dfs.replication", "1", "spark.hadoop.dfs.blocksize", String.valueOf(BLOCK)), "student", folder);
    jar.writeInput();
    hdfs.setOwner(path(""), "student", "students");
    bits = jar.undisturbed();
    assertThat(bits).hasSize(RemoteRun.TRIALS);
  }

  @AfterAll
  void stopHdfs() {
    if (cluster != null) {
      cluster.shutdown();
    }
  }

  @Test
  void aKilledRunContinuesToTheSameBits() throws Exception {
    jar.killAndGoOn("killed", bits);
  }

  @Test
  void twoDriversOnOneOutputBothEndWell() throws Exception {
    Process one = jar.start("shared", "one");
    Process two = jar.start("shared", "two");
    jar.awaitEnd(one, 0, "one");
    jar.awaitEnd(two, 0, "two");
    jar.assertComplete("shared", bits);
  }

  @Test
  void anExhaustedQuotaIsOneClearLineAndTheRunContinuesOnceItIsRaised() throws Exception {
    Process hindered = jar.start("quota");
    jar.awaitSegment("quota", hindered);
    hdfs.setQuota(path("quota"), HdfsConstants.QUOTA_DONT_SET, BLOCK / 2);
    List<TrialRecord> kept = endsWith(hindered, "quota", "QuotaExceededException");
    hdfs.setQuota(path("quota"), HdfsConstants.QUOTA_DONT_SET, 100 * BLOCK);
    goesOn("quota", kept);
  }

  @Test
  void aRevokedPermissionIsOneClearLineAndTheRunContinuesOnceItIsGranted() throws Exception {
    Process hindered = jar.start("revoked");
    jar.awaitSegment("revoked", hindered);
    hdfs.setPermission(path("revoked/segments"), new FsPermission("555"));
    List<TrialRecord> kept = endsWith(hindered, "revoked", "AccessControlException");
    hdfs.setPermission(path("revoked/segments"), new FsPermission("755"));
    goesOn("revoked", kept);
  }

  @Test
  void aPageThatIsRenewedIsAlwaysWhole() throws Exception {
    Output output = Output.at(jar.root() + "/live", new FileSystems(hdfs::getConf));
    List<String> lines = new ArrayList<>();
    ResultFiles results = LivePageTest.begun(output, lines);
    LivePageTest.renew(results, 0);
    AtomicBoolean renewing = new AtomicBoolean(true);
    FutureTask<Set<String>> reader = new FutureTask<>(() -> read("live/" + Output.REPORT, renewing));
    new Thread(reader, "reader").start();
    for (int done = 1; done <= 40; done++) {
      LivePageTest.renew(results, done);
    }
    renewing.set(false);
    assertThat(reader.get()).hasSizeGreaterThan(3).allSatisfy(page ->
        assertThat(page).startsWith("<!DOCTYPE html>").contains("Still training.").endsWith("-->\n"));
    assertThat(output.isComplete()).isFalse();
    LivePageTest.end(results);
    assertThat(read("live/" + Output.REPORT)).doesNotContain("Still training.");
    assertThat(lines).as("edited pages").isEmpty();
  }

  /** Returns all that is read of a file that is replaced meanwhile. A reader may fail then, but never reads half of it. */
  private Set<String> read(String name, AtomicBoolean goesOn) throws IOException {
    Set<String> read = new HashSet<>();
    while (goesOn.get()) {
      try {
        read.add(read(name));
      } catch (BlockMissingException e) {
        // its blocks are those of a file that is gone
      }
    }
    return read;
  }

  private String read(String name) throws IOException {
    try (FSDataInputStream in = hdfs.open(path(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Ends soon, in one line that names file and reason, and keeps what was recorded. */
  private List<TrialRecord> endsWith(Process run, String out, String reason) throws Exception {
    jar.awaitEnd(run, 1, out);
    assertThat(jar.log(out).lines().filter(line -> line.startsWith("rote: "))).singleElement().asString()
        .startsWith("rote: results could not be written: cannot write " + jar.root() + "/" + out + "/segments/")
        .contains(reason);
    assertThat(jar.log(out)).doesNotContain("\tat ");
    assertThat(jar.output(out).isComplete()).isFalse();
    List<TrialRecord> kept = jar.recorded(out);
    assertThat(kept.size()).as("recorded").isBetween(1, RemoteRun.TRIALS - 1);
    return kept;
  }

  private void goesOn(String out, List<TrialRecord> kept) throws Exception {
    jar.awaitEnd(jar.start(out), 0, out);
    jar.assertComplete(out, bits);
    assertRecords(jar.recorded(out)).containsAll(kept); // times and hosts too: none was trained again
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(jar.root() + "/" + name);
  }
}
