package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Program;

/** A run goes on quietly after the machine has slept longer than Spark's time-outs, as a closed laptop does. */
@Timeout(180)
@Tag("machines")
class SleepIT {
  private static final int ASLEEP = 12; // seconds

  @TempDir Path folder;

  @Test
  void theRunContinuesWhenTheMachineWakesUp() throws Exception {
    Path file = Files.writeString(folder.resolve("long.yaml"), """
        {name: long, data: {training-examples: 4000}, trial: {hidden: [256], epochs: 60}, seeds: 24}
        """);
    Path log = folder.resolve("log");
    Process run = Program.in(folder).builder("run", file.toString(), "--out", "out", "--conf", "spark.network.timeout=6s",
            "--conf", "spark.executor.heartbeatInterval=2s", "--conf", "spark.network.timeoutInterval=2s")
        .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      while (run.isAlive() && !Files.readString(log).contains("to train")) {
        Thread.sleep(100);
      }
      TimeUnit.SECONDS.sleep(4); // until trials are under way
      assertThat(run.isAlive()).as("still training when it is stopped").isTrue();
      signal("STOP", run);
      TimeUnit.SECONDS.sleep(ASLEEP);
      signal("CONT", run);
      assertThat(run.waitFor()).as(Files.readString(log)).isZero();
    } finally {
      run.destroyForcibly();
    }
    assertThat(Files.readString(log)).contains("24 trials on pen-digits").contains("all completed")
        .doesNotContain("\tat ", " ERROR ", "HeartbeatReceiver");
  }

  private static void signal(String name, Process process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor()).isZero();
  }
}
