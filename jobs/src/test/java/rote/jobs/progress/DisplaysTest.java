package rote.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.trial.Curve;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** What a person, a log and a program see of a run. */
class DisplaysTest {
  private static final GroupScores.Shown SCORES = new GroupScores.Shown("test accuracy", "highest", List.of(
      new GroupScores.Line("hidden [16] · label corruption 0", 8, "0.941", "0.950"),
      new GroupScores.Line("hidden [16] · label corruption 1", 12, "0.101", "0.113")), 3);
  private static final RunState NOW = new RunState(60, 20, 1, 2, 40, 0.5, 80, SCORES,
      new RunState.Slowest("t0", "hidden [16] · label corruption 1, seed 7", 54, 100, 12.4));

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void aTerminalShowsABarTheGroupsAndTheSlowestTrial() {
    assertThat(TerminalDisplay.lines(NOW, 79)).containsExactly(
        "[##########....................] 20 of 60 done, about 1 min 20 s to go",
        "2 running, 1 failed, 0.50 trials/s",
        "test accuracy                        n   mean  highest",
        "  hidden [16] · label corruption 0   8  0.941    0.950",
        "  hidden [16] · label corruption 1  12  0.101    0.113",
        "  and 3 more",
        "slowest: hidden [16] · label corruption 1, seed 7: epoch 54 of 100, for 12 s");
  }

  @Test
  void noLineIsWiderThanATerminalOf80ColumnsOrControlsIt() {
    String name = "\033[31mlong ".repeat(40);
    GroupScores.Shown wide = new GroupScores.Shown(name, "highest", List.of(new GroupScores.Line(name, 1, "0.1", "0.1")), 0);
    RunState state = new RunState(1_000_000_000, 999_999_999, 123_456, 99_999, 1e9, 1e6, 1e9, wide,
        new RunState.Slowest("t", name, 1_000_000, 1_000_000, 1e9));
    assertThat(TerminalDisplay.lines(state, 79)).allSatisfy(line -> assertThat(line).hasSizeLessThan(80).doesNotContain("\033"));
  }

  /** A terminal that knows the sequences used here shows what a person would see. */
  @Test
  void renewedLinesTakeThePlaceOfOldOnesAndKeepWhatOthersPrint() {
    TerminalDisplay display = new TerminalDisplay(out, () -> 80);
    display.say("begins");
    display.show(new RunState(60, 5, 0, 2, 10, 0.5, 110, SCORES, NOW.slowest()));
    out.print("WARN others\n");
    display.show(NOW);
    display.say("a message");
    display.show(new RunState(60, 21, 0, 2, 41, 0.5, 78, GroupScores.Shown.NONE, null));
    assertThat(screen()).containsExactly("begins", "WARN others", "a message", "",
        "[##########....................] 21 of 60 done, about 1 min 18 s to go", "2 running, 0 failed, 0.50 trials/s");
    display.end();
    display.end();
    out.print("report");
    assertThat(screen()).containsExactly("begins", "WARN others", "a message", "21 of 60 trials done, 0.50 trials/s", "report");
  }

  @Test
  void aTerminalThatBecomesNarrowerShowsTheWholeBarAtOnce() {
    AtomicInteger columns = new AtomicInteger(80);
    TerminalDisplay display = new TerminalDisplay(out, columns::get);
    display.resized(); // before there is anything to show
    assertThat(screen()).containsExactly("");
    display.show(NOW);
    columns.set(41);
    written.reset();
    display.resized();
    assertThat(screen()).hasSize(8).startsWith("", "[#....] 20 of 60 done, about 1 min 20...").allSatisfy(line -> assertThat(line).hasSizeLessThan(41));
    columns.set(1);
    display.resized();
    display.end();
    written.reset();
    display.resized();
    assertThat(text()).isEmpty();
  }

  @Test
  void aLogHasALineOfEverythingThatIsKnown() {
    new LineDisplay(out).show(NOW);
    assertThat(text()).isEqualTo("20 of 60 trials done, 1 FAILED, 2 running, 0.50 trials/s, about 1 min 20 s to go\n");
  }

  @Test
  void quietSaysOnlyWhatWentWrong() {
    RunDisplay quiet = new QuietDisplay(out);
    quiet.say("begins");
    quiet.show(NOW);
    quiet.failed(failed());
    quiet.end();
    assertThat(text()).isEqualTo("trial t1 FAILED: no memory\n");
  }

  @Test
  void everyEventIsALineOfJsonAndTheLastIsTheEnd() throws Exception {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    JsonEvents events = new JsonEvents(out, new PrintStream(errors, true, StandardCharsets.UTF_8));
    events.started("e", "out", 60, 0);
    events.say("a \"message\"\nof two lines");
    events.show(NOW);
    events.show(new RunState(60, 0, 0, 0, 0, 0, Double.NaN, GroupScores.Shown.NONE, null));
    events.pageRenewed(0.2504);
    events.failed(failed());
    events.complain("wrong");
    events.ended(3, "output", "out", "failed", 1);
    events.show(NOW);
    List<JsonNode> read = new ArrayList<>();
    for (String line : text().lines().toList()) {
      read.add(new ObjectMapper().readTree(line));
    }
    assertThat(read).extracting(event -> event.get("event").asText())
        .containsExactly("run-started", "message", "progress", "progress", "page-renewed", "trial-failed", "run-ended");
    assertThat(read).allSatisfy(event -> assertThat(event.get("time").asText()).matches("\\d{4}-.*Z"));
    assertThat(read.get(2).at("/slowest/epoch").asInt()).isEqualTo(54);
    assertThat(read.get(2).get("seconds_left").asDouble()).isEqualTo(80);
    assertThat(read.get(3).get("seconds_left").isNull()).isTrue();
    assertThat(read.get(4).get("seconds").asDouble()).isEqualTo(0.25);
    assertThat(read.get(5).get("error").asText()).isEqualTo("no memory");
    assertThat(read.get(6).get("exit_code").asInt()).isEqualTo(3);
    assertThat(errors.toString(StandardCharsets.UTF_8)).isEqualTo("wrong\n");
  }

  private static TrialRecord failed() {
    return new TrialRecord("t1", "e", "d", Trial.defaults(1),
        new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, "no memory\n\tat x"), 0, "host");
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  /** Plays what was written on a screen without an end. */
  private List<String> screen() {
    List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    int row = 0;
    int column = 0;
    String text = text();
    for (int at = 0; at < text.length(); at++) {
      char next = text.charAt(at);
      if (next == '\r') {
        column = 0;
      } else if (next == '\n') {
        row++;
        column = 0;
        if (row == lines.size()) {
          lines.add(new StringBuilder());
        }
      } else if (next == '\033') {
        int last = IntStream.iterate(at + 2, i -> i + 1).filter(i -> Character.isLetter(text.charAt(i))).findFirst().orElseThrow();
        String code = text.substring(at + 2, last + 1);
        at = last;
        if (code.endsWith("A")) {
          row -= Integer.parseInt(code.replace("A", ""));
        } else if (code.equals("K") || code.equals("J")) {
          lines.get(row).setLength(Math.min(column, lines.get(row).length()));
          if (code.equals("J")) {
            lines.subList(row + 1, lines.size()).clear();
          }
        }
      } else {
        StringBuilder line = lines.get(row);
        line.setLength(Math.max(line.length(), column + 1));
        line.setCharAt(column++, next);
      }
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }
}
