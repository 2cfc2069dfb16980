package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.RemoteRun;
import rote.store.Output;

/** The shipped jar with all files on s3a://, on an endpoint of this machine; needs the profile s3. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("s3")
class S3IT {
  private static final String SECRET = "told-to-nobody";

  @TempDir static Path folder;
  private Process endpoint;
  private RemoteRun jar;
  private Map<String, List<Object>> bits;

  @BeforeAll
  @Timeout(600) // that of the class is for tests alone
  void startEndpoint() throws Exception {
    int port = freePort();
    Path properties = Files.writeString(folder.resolve("s3proxy.properties"), """
        s3proxy.endpoint=http://127.0.0.1:%d
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=student
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.identity=none
        jclouds.credential=none
        jclouds.filesystem.basedir=%s
        """.formatted(port, SECRET, Files.createDirectories(folder.resolve("buckets"))));
    Files.createDirectory(folder.resolve("buckets/lab"));
    endpoint = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-jar",
        Path.of("target/dependency/s3proxy.jar").toString(), "--properties", properties.toString())
        .redirectErrorStream(true).redirectOutput(folder.resolve("s3proxy.log").toFile()).start();
    awaitPort(port);
    jar = new RemoteRun("s3a://lab/sweeps", Map.of(
        "spark.hadoop.fs.s3a.endpoint", "http://127.0.0.1:" + port,
        "spark.hadoop.fs.s3a.endpoint.region", "us-east-1",
        "spark.hadoop.fs.s3a.path.style.access", "true",
        "spark.hadoop.fs.s3a.access.key", "student",
        "spark.hadoop.fs.s3a.secret.key", SECRET), "student", folder);
    jar.writeInput();
    bits = jar.undisturbed();
    assertThat(bits).hasSize(RemoteRun.TRIALS);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitPort(int port) throws Exception {
    while (true) {
      assertThat(endpoint.waitFor(100, TimeUnit.MILLISECONDS)).as(Files.readString(folder.resolve("s3proxy.log"))).isFalse();
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (java.net.ConnectException e) {
        continue;
      }
    }
  }

  @AfterAll
  void stopEndpoint() throws Exception {
    if (endpoint != null) {
      endpoint.destroyForcibly().waitFor();
    }
  }

  @Test
  void aKilledRunContinuesToTheSameBits() throws Exception {
    jar.killAndGoOn("killed", bits);
    assertThat(jar.log("killed")).doesNotContain(SECRET);
    for (String name : List.of(Output.MANIFEST, Output.REPORT)) {
      assertThat(jar.output("killed").readText(name)).as(name).doesNotContain(SECRET);
    }
  }
}
