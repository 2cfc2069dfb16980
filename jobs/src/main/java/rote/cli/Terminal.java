package rote.cli;

import java.io.IOException;
import java.util.Map;

/** Says whether standard error is a terminal, where a progress line can renew itself. */
final class Terminal {
  private Terminal() {}

  /** False for a file or a pipe, for a terminal that cannot clear a line, and in a build. */
  static boolean isStandardError() {
    return canRenewLines(System.getenv()) && isTerminal();
  }

  static boolean canRenewLines(Map<String, String> environment) {
    return !"dumb".equals(environment.get("TERM")) && environment.getOrDefault("CI", "").matches("|0|false");
  }

  /** Java knows only about standard input and output together; the shell's test knows each stream. */
  private static boolean isTerminal() {
    try {
      return new ProcessBuilder("sh", "-c", "test -t 2").inheritIO().start().waitFor() == 0;
    } catch (IOException e) { // no shell here
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
