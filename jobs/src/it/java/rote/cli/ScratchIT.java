package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Program;

/** Temporary files of a run lie in one folder, which is deleted at the end, on interruption, or by the run after a kill. */
@Timeout(300)
@Tag("machines")
class ScratchIT {
  private static final String LONG = """
      name: long
      data: {training-examples: 1500}
      trial: {epochs: 2000, hidden: [64]}
      """;

  @TempDir Path folder;
  private Path scratch;
  private String file;
  private Program program;

  @BeforeEach
  void writeTheExperiment() throws IOException {
    scratch = Files.createDirectory(folder.resolve("scratch"));
    file = Files.writeString(folder.resolve("long.yaml"), LONG).toString();
    program = Program.in(folder).behind("env", "--default-signal=INT").options("-Djava.io.tmpdir=" + scratch);
  }

  @Test
  void anInterruptionLeavesNothingAndEndsWithFour() throws Exception {
    Process run = start();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entries(scratch).get(0)))).isEqualTo("rwx------");
    assertThat(new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor()).isZero();
    assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).as(log()).isEqualTo(4);
    assertThat(log()).contains("the same command continues");
    assertThat(entries(scratch)).isEmpty();
  }

  @Test
  void whatAKillLeavesIsRemovedByTheNextCommandAndNothingElseIs() throws Exception {
    Path strange = Files.createDirectory(scratch.resolve("rote-scratch-without-lock"));
    Path victim = Files.createDirectory(folder.resolve("victim"));
    Files.createFile(victim.resolve(".rote-scratch"));
    Path link = Files.createSymbolicLink(scratch.resolve("rote-scratch-link"), victim);
    Process run = start();
    assertThat(program.run("plan", file).code()).isZero();
    assertThat(entries(scratch)).as("that of a living run stays").hasSize(3);
    run.destroyForcibly().waitFor();
    assertThat(entries(scratch)).hasSize(3);
    assertThat(program.run("plan", file).code()).isZero();
    assertThat(entries(scratch)).containsExactlyInAnyOrder(strange, link);
    assertThat(victim.resolve(".rote-scratch")).exists();
  }

  /** Starts a run and waits until Spark has made its block folder. */
  private Process start() throws Exception {
    Process run = program.builder("run", file, "--out", "o").redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile()).start();
    while (!hasBlocks()) {
      assertThat(run.waitFor(50, TimeUnit.MILLISECONDS)).as("ended early: " + log()).isFalse();
    }
    return run;
  }

  private boolean hasBlocks() throws IOException {
    try (Stream<Path> all = Files.find(scratch, 2, (path, is) -> path.getFileName().toString().startsWith("blockmgr-"))) {
      return all.findAny().isPresent();
    }
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
