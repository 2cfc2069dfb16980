package rote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.cli.Outcome;
import rote.harness.Program;
import rote.harness.Surroundings;
import rote.jobs.start.OwnersSpark;

/** Calls in a JVM of others that has no SparkContext. */
@Timeout(120)
class RoteAloneIT {
  @TempDir Path folder;

  @Test
  void aCallStartsASparkOfItsOwnAndStopsIt() throws Exception {
    String place = System.setProperty("java.io.tmpdir", folder.toString());
    Runnable signals = Surroundings.handleSignals();
    String file = Program.tiny(folder).toString();
    Rote.run(file, "--out", folder.resolve("first").toString(), "--master", "local[2]"); // loads classes, of which some set properties of their own
    Map<String, Object> before = Surroundings.of(null);

    Outcome outcome = Rote.run(file, "--out", folder.resolve("o").toString(), "--master", "local[2]");

    assertThat(outcome.orThrow().trials()).isEqualTo(new Outcome.Trials(4, 4, 4, 0, 0));
    assertThat(OwnersSpark.find()).isEmpty();
    assertThat(Surroundings.of(null)).isEqualTo(before);
    signals.run();
    System.setProperty("java.io.tmpdir", place);
  }

  @Test
  void anInterruptedThreadStartsNothing() throws Exception {
    Thread.currentThread().interrupt();
    Outcome outcome = Rote.run(Program.tiny(folder).toString(), "--out", folder.resolve("o").toString());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.error()).contains("the same command continues");
    assertThat(OwnersSpark.find()).isEmpty();
  }
}
