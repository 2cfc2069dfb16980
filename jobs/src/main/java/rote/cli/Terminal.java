package rote.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import sun.misc.Signal;

/** Says whether standard error is a terminal, where a progress line can renew itself, and how wide it is. */
final class Terminal {
  private static final int COLUMNS = 80;

  private Terminal() {}

  /** False for a file or a pipe, for a terminal that cannot clear a line, and in a build. */
  static boolean isStandardError() {
    return canRenewLines(System.getenv()) && isTerminal();
  }

  static boolean canRenewLines(Map<String, String> environment) {
    return !"dumb".equals(environment.get("TERM")) && environment.getOrDefault("CI", "").matches("|0|false");
  }

  /** Returns how many columns the terminal has; 80 where it does not say. */
  static int columns() {
    try {
      Process asking = new ProcessBuilder("sh", "-c", "stty size <&2").redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String size = new String(asking.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return size.matches("[0-9]+ [1-9][0-9]{0,4}") ? Integer.parseInt(size.replaceFirst(".* ", "")) : COLUMNS;
    } catch (IOException e) { // no shell here
      return COLUMNS;
    }
  }

  /** Has something done whenever the terminal's size has changed; nothing where the system does not tell. */
  static void onResize(Runnable action) {
    try {
      Signal.handle(new Signal("WINCH"), signal -> action.run());
    } catch (IllegalArgumentException e) {
      // There is no such signal, or the JVM handles none (-Xrs).
    }
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
