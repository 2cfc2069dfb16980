package rote.harness;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A system command that a test needs. If it is missing, the test is skipped with a message, or fails on CI. */
public final class Tool {
  private Tool() {}

  /** @param trial a short call that exits with 0 if the tool works */
  public static void demand(List<String> trial) throws InterruptedException {
    if (!works(trial)) {
      String line = "NOT TESTED: this machine cannot do " + String.join(" ", trial);
      System.err.println(line);
      if ("true".equals(System.getenv("CI"))) {
        fail(line);
      }
      Assumptions.abort(line);
    }
  }

  private static boolean works(List<String> trial) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(trial).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
