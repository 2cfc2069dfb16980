package rote.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Tool;

/** The script that measures from a run's events how well it told its end, on events of runs whose ends are known. */
class RunLogScriptTest {
  private static final Path SCRIPT = Path.of("src/bench/run_log.py");

  @TempDir Path folder;
  private int code;

  @BeforeEach
  void demandPython() throws InterruptedException {
    Tool.demand(List.of("python3", "--version"));
  }

  @Test
  void theLargestErrorFromATenthOnIsNamed() throws Exception {
    double[] left = {500, 88, 80, 65, 60, 50, 40, 30, 20, 10, 0}; // wrong by 400, 2, 0 and 5 of 100 seconds, then right
    assertThat(ran(left)).contains("100.0 s, 9 events, 0 without an end; largest error 5.0% at 30% of the run",
        "page renewed 2 times in 0.500 s, 0.50% of the run");
    assertThat(code).isZero();
  }

  @Test
  void anErrorAboveTheLimitOrNoEndAtAllIsAFailure() throws Exception {
    assertThat(ran(90, 106, 80, 70, 60, 50, 40, 30, 20, 10, 0)).contains("largest error 16.0% at 10% of the run");
    assertThat(code).isEqualTo(1);
    assertThat(ran(90, 90, Double.NaN, 70, 60, 50, 40, 30, 20, 10, 0)).contains("1 without an end");
    assertThat(code).isEqualTo(1);
  }

  /** @param left what the events say every ten seconds */
  private String ran(double... left) throws IOException, InterruptedException {
    Path log = folder.resolve("run.json");
    try (PrintStream out = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
      JsonEvents events = new JsonEvents(out, out);
      events.started("e", "out", 10, 0);
      for (int at = 0; at < left.length; at++) {
        events.show(new RunState(10, at, 0, 1, 10 * at, 0.1, left[at], GroupScores.Shown.NONE, null));
        if (at % 5 == 4) {
          events.pageRenewed(0.25);
        }
      }
      events.ended(0);
    }
    Process script = new ProcessBuilder("python3", SCRIPT.toString(), log.toString()).redirectErrorStream(true).start();
    String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
    code = script.exitValue();
    return said;
  }
}
