package rote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.cli.Outcome;
import rote.harness.Program;
import rote.harness.Surroundings;

/** What a call returns, and that it leaves the JVM of others as it was. */
class RoteTest {
  @TempDir Path folder;
  private String place;
  private Runnable signals;
  private Map<String, Object> before;

  @BeforeEach
  void look() throws Exception {
    place = System.setProperty("java.io.tmpdir", Files.createDirectory(folder.resolve("temporary")).toString());
    signals = Surroundings.handleSignals();
    Rote.call("plan", Program.tiny(folder).toString()); // loads classes, of which some set properties of their own
    before = Surroundings.of(null);
  }

  @AfterEach
  void nothingHasChanged() throws Exception {
    assertThat(Surroundings.of(null)).isEqualTo(before);
    signals.run();
    System.setProperty("java.io.tmpdir", place);
  }

  @Test
  void aPlanCountsItsTrialsAndKeepsWhatItPrints() throws IOException {
    String file = Program.tiny(folder).toString();
    Outcome outcome = Rote.call(List.of("plan", file, "--out", folder.resolve("o").toString()));

    assertThat(outcome.orThrow().trials()).isEqualTo(new Outcome.Trials(4, 0, 0, 0, 0));
    assertThat(outcome.output()).isEqualTo(folder.resolve("o").toString());
    assertThat(outcome.text()).startsWith("4 trials planned, 0 recorded, 4 to train");
    assertThat(outcome.error()).isNull();
  }

  @Test
  void badInputIsALineAndAnExceptionWhereOneIsWanted() throws IOException {
    Outcome outcome = Rote.run(Program.tiny(folder).toString(), "--out", folder.resolve("o").toString(), "--set", "trial.epoch=3");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.error()).startsWith("rote: ").contains("trial.epoch").hasLineCount(1);
    assertThat(outcome.trials()).isNull();
    assertThat(folder.resolve("o")).doesNotExist();
    assertThatThrownBy(outcome::orThrow).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("exit code 2: rote: ");
  }

  @Test
  void anInterruptedThreadStartsNothingAndIsInterruptedStill() throws IOException {
    String file = Program.tiny(folder).toString();
    Thread.currentThread().interrupt();
    Outcome outcome = Rote.run(file, "--out", folder.resolve("o").toString());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.error()).contains("the same command continues");
    assertThat(folder.resolve("o")).doesNotExist();
  }
}
