package rote.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the program as a user does, by the launcher of this checkout.
 *
 * @param launcher the program
 * @param environment all variables but PATH and HOME
 * @param folder the working directory
 */
public record Launched(Path launcher, Map<String, String> environment, Path folder) {
  private static final Path LAUNCHER = Path.of("../rote").toAbsolutePath().normalize();
  private static final int MOST_SECONDS = 180;

  public static Launched in(Path folder) {
    return new Launched(LAUNCHER, Map.of(), folder);
  }

  public Launched with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Launched(launcher, more, folder);
  }

  /** The launcher of another checkout. */
  public Launched of(Path launcher) {
    return new Launched(launcher, environment, folder);
  }

  /** Runs a command to its end; its file names are UTF-8, whatever the locale of the tests is. */
  public Program.Ended run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("rote-test", ".out");
    Path err = Files.createTempFile("rote-test", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList());
      builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
      builder.environment().putAll(environment);
      Process process = builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end after " + MOST_SECONDS + " s: " + Files.readString(err));
      }
      return new Program.Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
