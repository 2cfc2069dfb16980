package rote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.cli.Outcome;
import rote.harness.Program;
import rote.harness.Surroundings;
import rote.jobs.start.OwnersSpark;

/** Calls in a JVM of others that has no SparkContext. */
@Timeout(120)
@Tag("machines")
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
  void callsAtOnceTakeTurns() throws Exception {
    String file = Program.tiny(folder).toString();
    List<CompletableFuture<Outcome>> calls = Stream.of("a", "b").map(name -> CompletableFuture.supplyAsync(
        () -> Rote.run(file, "--out", folder.resolve(name).toString(), "--master", "local[2]"), Executors.newCachedThreadPool())).toList();

    for (CompletableFuture<Outcome> call : calls) {
      assertThat(call.get(100, TimeUnit.SECONDS).orThrow().trials()).isEqualTo(new Outcome.Trials(4, 4, 4, 0, 0));
    }
    assertThat(OwnersSpark.find()).isEmpty();
  }

  @Test
  void aSparkThatItsOwnerStopsIsAnError() throws Exception {
    String file = Files.writeString(folder.resolve("long.yaml"), """
        {name: long, data: {training-examples: 1500}, trial: {epochs: 400, hidden: [64]}, seeds: 8}
        """).toString();
    CompletableFuture<Outcome> call;
    try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setMaster("local[2]").setAppName("owner")
        .set("spark.ui.enabled", "false").set("spark.driver.host", "localhost").set("spark.driver.bindAddress", "127.0.0.1"))) {
      call = CompletableFuture.supplyAsync(() -> Rote.run(file, "--out", folder.resolve("stopped").toString()));
      while (spark.statusTracker().getActiveJobIds().length == 0) {
        assertThat(call).isNotDone();
        Thread.sleep(20);
      }
    }

    assertThat(call.get(100, TimeUnit.SECONDS).code()).isEqualTo(1);
    assertThat(call.get().error()).contains("Spark has stopped");
  }

  @Test
  void aWordThatIsNullIsNamed() {
    assertThatThrownBy(() -> Rote.run("file.yaml", "--out", null)).isInstanceOf(NullPointerException.class).hasMessageContaining("is null");
    assertThatThrownBy(() -> Rote.run(null)).isInstanceOf(NullPointerException.class).hasMessageContaining("is null");
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
