package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void aLineRenewsItselfOnlyWhereThatCanBeSeen() {
    assertThat(Terminal.canRenewLines(Map.of("TERM", "xterm"))).isTrue();
    assertThat(Terminal.canRenewLines(Map.of("CI", "false"))).isTrue();
    assertThat(Terminal.canRenewLines(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.canRenewLines(Map.of("TERM", "xterm", "CI", "true"))).isFalse();
  }
}
