package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Tool;

class TerminalTest {
  @TempDir Path folder;

  @Test
  void aLineRenewsItselfOnlyWhereThatCanBeSeen() {
    assertThat(Terminal.canRenewLines(Map.of("TERM", "xterm"))).isTrue();
    assertThat(Terminal.canRenewLines(Map.of("CI", "false"))).isTrue();
    assertThat(Terminal.canRenewLines(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.canRenewLines(Map.of("TERM", "xterm", "CI", "true"))).isFalse();
  }

  /** Prints what is true of the streams that it was started with. */
  static final class Asked {
    public static void main(String[] arguments) {
      System.out.println("terminal: " + Terminal.isStandardError());
    }
  }

  @Test
  void aTerminalIsDistinguishedFromAFileAndAPipe() throws IOException, InterruptedException {
    Tool.demand(List.of("script", "-qec", "true", "/dev/null"));
    assertThat(onATerminal("")).contains("terminal: true");
    assertThat(onATerminal(" 2> " + folder.resolve("err.log"))).contains("terminal: false");
    assertThat(onATerminal(" 2>&1 | cat")).contains("terminal: false");
    assertThat(onATerminal(" < /dev/null | cat")).as("the other streams do not matter").contains("terminal: true");
  }

  /** What is printed on a terminal of its own, which the tests have none of. */
  private String onATerminal(String redirected) throws IOException, InterruptedException {
    String java = "'" + ProcessHandle.current().info().command().orElseThrow() + "' -XX:TieredStopAtLevel=1 -cp '"
        + System.getProperty("java.class.path") + "' '" + Asked.class.getName() + "'";
    ProcessBuilder builder = new ProcessBuilder("script", "-qec", java + redirected, "/dev/null").redirectErrorStream(true)
        .redirectInput(folder.resolve("in").toFile());
    Files.writeString(folder.resolve("in"), "");
    builder.environment().put("TERM", "xterm");
    builder.environment().remove("CI");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
