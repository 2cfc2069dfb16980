package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rote.harness.Program;
import rote.harness.Tool;

/** What shells say of the project's scripts, and what they complete when somebody presses the tab key. */
@Tag("machines")
class ShellsIT {
  private static final Path PROJECT = Path.of("..");
  private static final String TYPIST = """
      import os, pty, select, sys, time
      shell, fd = pty.fork()
      if shell == 0:
          os.environ["TERM"] = "dumb"
          os.execvp(sys.argv[2], sys.argv[2:])
      def type(text, answer):
          seen, end = b"", time.time() + 60
          os.write(fd, text.encode())
          while answer.encode() not in seen:
              if time.time() > end:
                  sys.exit("no %r but %r" % (answer, seen))
              if select.select([fd], [], [], 0.1)[0]:
                  seen += os.read(fd, 4096)
      type("source %s; echo rea''dy\\n" % sys.argv[1], "ready\\r\\n")
      type("rote expl\\t", "explain ")
      type("--he\\t", "--help")
      type("\\x15rote run --fail\\t", "--fail-fast")
      os.kill(shell, 9)
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bash --norc --noprofile -i", "zsh -f -i"})
  void theTabKeyCompletesCommandsAndOptions(String shell) throws IOException, InterruptedException {
    Tool.demand(List.of("python3", "-c", "import pty"));
    Tool.demand(List.of(shell.split(" ")[0], "--version"));
    Path script = Files.writeString(folder.resolve("completion"), Program.here("completion").out());
    List<String> command = new ArrayList<>(List.of("python3", "-c", TYPIST, script.toString()));
    command.addAll(List.of(shell.split(" ")));
    demandSilence(command);
  }

  @Test
  void shellcheckFindsNothingInTheScripts() throws IOException, InterruptedException {
    Tool.demand(List.of("shellcheck", "--version"));
    List<String> command = new ArrayList<>(List.of("shellcheck", "--exclude=SC2015,SC1003")); // && beside ||, and a quoted backslash
    try (Stream<Path> files = Files.walk(PROJECT)) {
      files.filter(file -> !file.startsWith(PROJECT.resolve(".git")) && !file.toString().contains("/target/"))
          .filter(Files::isRegularFile).filter(ShellsIT::isScript).map(Path::toString).sorted().forEach(command::add);
    }
    assertThat(command).contains("../rote", "../.ci/run", "../jobs/src/bench/run.sh");
    demandSilence(command);
  }

  private static boolean isScript(Path file) {
    try {
      byte[] begin = Files.newInputStream(file).readNBytes(32);
      return new String(begin, StandardCharsets.ISO_8859_1).matches("(?s)#!.*[/ ](ba)?sh\n.*");
    } catch (IOException e) {
      return false;
    }
  }

  private static void demandSilence(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).isEmpty();
  }
}
