package rote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.cli.Main;
import rote.cli.Outcome;
import rote.harness.Bits;
import rote.harness.Program;
import rote.harness.Surroundings;
import rote.store.Output;
import rote.store.Segments;
import rote.trial.TrialRecord;

/** Calls in the JVM of a program that has a SparkContext, and goes on using it. */
@Tag("machines")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoteIT {
  private static final String LONG = """
      name: long
      data: {training-examples: 1500}
      trial: {epochs: 60, hidden: [64], cost: cross-entropy, learning-rate: 0.1}
      grid: {label-corruption: [0, 0.5, 1]}
      seeds: 8
      """;

  private static volatile boolean isTestOver; // for the tasks of the owner's job

  @TempDir static Path folder;
  private JavaSparkContext spark;
  private Runnable signals;
  private String place;
  private String tiny;
  private Map<String, Object> before;
  private CompletableFuture<Long> owners;

  @BeforeAll
  void start() throws IOException {
    place = System.setProperty("java.io.tmpdir", Files.createDirectory(folder.resolve("temporary")).toString());
    signals = Surroundings.handleSignals();
    spark = new JavaSparkContext(new SparkConf().setMaster("local[3]").setAppName("owner").set("spark.ui.enabled", "false")
        .set("spark.driver.host", "localhost").set("spark.driver.bindAddress", "127.0.0.1").set("spark.executor.memory", "2g")
        .set("spark.hadoop.fs.azure.account.key.place", "owner's"));
    tiny = Program.tiny(folder).toString();
    Rote.run(tiny, "--out", folder.resolve("first").toString()); // loads classes, of which some set properties of their own
  }

  @AfterAll
  void stop() {
    spark.close();
    signals.run();
    System.setProperty("java.io.tmpdir", place);
  }

  /** The owner has a job all the time, on one of three cores. */
  @BeforeEach
  void lookAndWork() throws Exception {
    spark.setJobGroup("owner's", "what the owner does", false);
    before = Surroundings.of(spark);
    isTestOver = false;
    owners = CompletableFuture.supplyAsync(() -> spark.parallelize(List.of(1, 2, 3), 1).map(number -> {
      while (!isTestOver) {
        Thread.sleep(20);
      }
      return number;
    }).count());
  }

  @AfterEach
  void nothingHasChanged() throws Exception {
    assertThat(owners).isNotDone();
    isTestOver = true;
    assertThat(owners.get(20, TimeUnit.SECONDS)).isEqualTo(3);
    assertThat(Surroundings.of(spark)).isEqualTo(before);
    assertThat(spark.parallelize(List.of(1, 2, 3), 2).count()).isEqualTo(3);
  }

  @Test
  void runsInOneJvmGiveTheBitsOfTheProgram() throws Exception {
    Outcome one = Rote.run(tiny, "--out", out("one"));
    Outcome two = Rote.run(tiny, List.of("--out", out("two"), "--conf", "spark.rote.secondsPerTask=0"));

    assertThat(List.of(one.code(), two.code())).containsExactly(0, 0);
    assertThat(one.trials()).isEqualTo(new Outcome.Trials(4, 4, 4, 0, 0)).isEqualTo(two.trials());
    assertThat(one.output()).isEqualTo(out("one"));
    assertThat(one.text()).contains("Does it work?", "report: " + out("one"));
    assertThat(one.error()).isNull();
    assertThat(Program.in(folder).run("run", tiny, "--out", out("program")).code()).isZero();
    assertThat(bits("one")).isEqualTo(bits("program")).isEqualTo(bits("two")).hasSize(4);
  }

  @Test
  void sparksPagesNameTheExperiment() throws Exception {
    List<String> descriptions = Collections.synchronizedList(new ArrayList<>());
    SparkListener listener = new SparkListener() {
      @Override
      public void onJobStart(SparkListenerJobStart job) {
        descriptions.add(job.properties().getProperty("spark.job.description"));
      }
    };
    spark.sc().addSparkListener(listener);
    Rote.run(tiny, "--out", out("named"));
    while (!descriptions.contains("rote tiny: 4 trials")) { // Spark tells a little later
      Thread.sleep(20);
    }
    spark.sc().removeSparkListener(listener);
  }

  @Test
  void everyCommandIsACall() throws Exception {
    Rote.run(tiny, "--out", out("commands"));

    assertThat(Rote.run(tiny, "--out", out("commands"), "--seeds", "3").trials()).isEqualTo(new Outcome.Trials(6, 6, 6, 0, 0));
    assertThat(Rote.call("plan", tiny, "--out", out("commands"), "--seeds", "4").trials())
        .isEqualTo(new Outcome.Trials(8, 6, 6, 0, 0));
    assertThat(Rote.call("verify", out("commands")).text()).contains("trained again: 6 of 6 trials", "verified: nothing is wrong");
    assertThat(Rote.call("show", out("commands")).text()).contains("Does it work?");
    assertThat(Rote.call("report", out("commands")).output()).isEqualTo(out("commands"));
    assertThat(Rote.call(List.of("--help")).text()).contains("Exit codes");
  }

  @Test
  void badInputIsALineAndMainThrowsIt() {
    Outcome outcome = Rote.run(tiny, "--out", out("bad"), "--set", "trial.epoch=3");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.error()).startsWith("rote: ").contains("trial.epoch").hasLineCount(1);
    assertThat(outcome.trials()).isNull();
    assertThat(Path.of(out("bad"))).doesNotExist();
    assertThat(Rote.call("nun").error()).startsWith("rote: ");
    assertThatThrownBy(() -> Main.main(new String[] {"run", tiny, "--sedes", "3"})).isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("exit code 2: rote: ").hasMessageContaining("--seeds");
  }

  @Test
  void mainReturnsWhereAllIsWell() {
    Main.main(new String[] {"plan", tiny, "--out", out("main")});
  }

  @Test
  void failedTrialsAreCountedAndCancelOnlyTheirOwnJobs() {
    String[] options = {"--set", "grid={hidden: [[65536, 65536], [4], [5], [6]]}", "--seeds", "1"}; // 16 GiB of weights

    Outcome failed = Rote.run(tiny, with(options, "--out", out("failed")));
    Outcome stopped = Rote.run(tiny, with(options, "--out", out("stopped"), "--fail-fast", "--conf", "spark.rote.secondsPerTask=0"));

    assertThat(failed.code()).isEqualTo(3);
    assertThat(failed.trials()).isEqualTo(new Outcome.Trials(4, 4, 3, 0, 1));
    assertThatThrownBy(failed::orThrow).hasMessageStartingWith("exit code 3");
    assertThat(stopped.code()).isEqualTo(3);
    assertThat(stopped.trials().failed()).isEqualTo(1);
    assertThat(stopped.trials().recorded()).isLessThan(4);
  }

  @Test
  void anInterruptedThreadEndsItsRunAndTheSameCallContinues() throws Exception {
    demandOrderlyEnd("interrupted", Thread::interrupt, true);
    assertThat(Rote.run(file("long", LONG), "--out", out("interrupted")).code()).isZero();
    assertThat(Rote.run(file("long", LONG), "--out", out("whole")).code()).isZero();
    assertThat(bits("interrupted")).isEqualTo(bits("whole")).hasSize(24);
  }

  @Test
  void aJobGroupThatItsOwnerCancelsEndsTheRun() throws Exception {
    demandOrderlyEnd("cancelled", thread -> spark.cancelJobGroup("a cell"), false);
  }

  private void demandOrderlyEnd(String name, Consumer<Thread> end, boolean interrupts) throws Exception {
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    String file = file("long", LONG);
    Thread caller = new Thread(() -> {
      spark.setJobGroup("a cell", "a cell of a notebook", false);
      outcome.set(Rote.run(file, "--out", out(name), "--conf", "spark.rote.secondsPerTask=0"));
      flag.set(Thread.currentThread().isInterrupted());
    });
    caller.start();
    while (Segments.readAll(Output.at(out(name))).isEmpty()) {
      assertThat(caller.isAlive()).isTrue();
      Thread.sleep(20);
    }
    end.accept(caller);
    caller.join(20_000);

    assertThat(outcome.get().code()).isEqualTo(4);
    assertThat(outcome.get().error()).contains("the same command continues");
    assertThat(outcome.get().trials().completed()).isBetween(1, 23).isEqualTo(Segments.readAll(Output.at(out(name))).size());
    assertThat(flag.get()).isEqualTo(interrupts);
    assertThat(Path.of(out(name), "_SUCCESS")).doesNotExist();
    while (spark.statusTracker().getActiveJobIds().length > 1) { // the owner's stays; Spark knows a little later
      Thread.sleep(20);
    }
  }

  @Test
  void settingsThatComeTooLateAreNamedWithWhatTheOwnerHas() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream standardErr = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Rote.call("plan", tiny, "--out", out("settings"), "--master", "local[7]", "--conf", "spark.executor.memory=4g", "--conf",
          "spark.cores.max=3", "--conf", "spark.app.name=owner", "--conf", "spark.hadoop.fs.s3a.secret.key=mine", "--conf",
          "spark.rote.secondsPerTask=1", "--conf", "spark.hadoop.fs.azure.account.key.place=mine");
    } finally {
      System.setErr(standardErr);
    }
    String because = " is not applied, because Spark runs already: ";
    assertThat(said.toString(StandardCharsets.UTF_8).lines()).containsExactly(
        "--conf spark.cores.max=3" + because + "its owner has not set it",
        "--conf spark.executor.memory=4g" + because + "its owner has spark.executor.memory=2g",
        "--conf spark.hadoop.fs.azure.account.key.place=***" + because + "its owner has spark.hadoop.fs.azure.account.key.place=***",
        "--conf spark.hadoop.fs.s3a.secret.key=***" + because + "its owner has not set it",
        "--master local[7]" + because + "its owner has spark.master=local[3]");
    assertThat(Rote.run(tiny, "--conf", "spark.rote.secondsPerTask=soon", "--out", out("settings")).code()).isEqualTo(2);
    assertThat(Rote.run(tiny, "--conf", "sparc.x=1", "--out", out("settings")).error()).contains("begin with spark.");
  }

  private static String[] with(String[] options, String... more) {
    return Stream.of(options, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private static String file(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), yaml).toString();
  }

  private static String out(String name) {
    return folder.resolve(name).toString();
  }

  private static Map<String, List<Object>> bits(String name) throws IOException {
    List<TrialRecord> records = Segments.readAll(Output.at(out(name)));
    return Bits.of(records);
  }
}
