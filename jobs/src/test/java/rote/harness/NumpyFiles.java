package rote.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Files that NumPy itself writes, by the scripts in the test resources. */
public final class NumpyFiles {
  private static final Path SCRIPTS = Path.of("src/test/resources/numpy");

  private NumpyFiles() {}

  /** Runs a script that writes into a folder, with more arguments. Where NumPy is missing, the test is skipped in a loud line; where CI=true it fails. */
  public static Path write(String script, Path folder, String... more) throws IOException, InterruptedException {
    Path python = Path.of("/usr/bin/python3");
    boolean isThere = Files.isExecutable(python) && run(python, "-c", "import numpy").code() == 0;
    if (!isThere) {
      assertThat(System.getenv("CI")).as("NumPy must be there where CI=true").isNotEqualTo("true");
      System.err.println("SKIPPED: files of NumPy are not tested, because /usr/bin/python3 has no numpy");
      Assumptions.abort("no NumPy");
    }
    String[] arguments = Stream.concat(Stream.of("-W", "ignore", SCRIPTS.resolve(script).toString(), folder.toString()), Stream.of(more))
        .toArray(String[]::new);
    Ended ended = run(python, arguments);
    assertThat(ended.code()).as(ended.said()).isZero();
    return folder;
  }

  private record Ended(int code, String said) {}

  private static Ended run(Path python, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(arguments).redirectErrorStream(true);
    builder.command().add(0, python.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }
}
