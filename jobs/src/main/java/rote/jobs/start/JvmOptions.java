package rote.jobs.start;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import rote.files.InputException;

/** Refuses JVM options that end the program when memory runs out, with an exit code that has another meaning here. */
public final class JvmOptions {
  private static final List<String> ENDING = List.of("-XX:+ExitOnOutOfMemoryError", "-XX:+CrashOnOutOfMemoryError");

  private JvmOptions() {}

  /** @throws InputException if this JVM has such an option */
  public static void check() {
    check(ManagementFactory.getRuntimeMXBean().getInputArguments(), "the options of this JVM");
  }

  static void check(Collection<String> options, String place) {
    ENDING.stream().filter(options::contains).findFirst().ifPresent(option -> {
      throw new InputException(place + ": " + option + " would end the program with an exit code that means something else (3"
          + " means FAILED trials); leave it out, and running out of memory ends the program with 1");
    });
  }
}
