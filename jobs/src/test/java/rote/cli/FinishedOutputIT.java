package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.store.Output;
import rote.store.Tables;
import rote.store.TrialRecord;

/** An output that an earlier version of the program finished opens, resumes and verifies, and keeps its records. */
class FinishedOutputIT {
  private static final Path FIXTURES = Path.of("src/test/resources/outputs").toAbsolutePath();

  @TempDir Path folder;

  @BeforeEach
  void copyTheFixture() throws IOException {
    Path fixture = FIXTURES.resolve("format-1");
    try (Stream<Path> paths = Files.walk(fixture)) {
      for (Path path : paths.toList()) {
        Files.copy(path, folder.resolve("finished").resolve(fixture.relativize(path).toString()));
      }
    }
  }

  @Test
  void itVerifiesToTheBit() {
    assertThat(Main.run("verify", out(), "--sample", "3", "--master", "local[2]")).isZero();
  }

  @Test
  void itOpens() {
    assertThat(Main.run("show", out())).isZero();
    assertThat(Main.run("report", out())).isZero();
    assertThat(Main.run("verify", out(), "--sample", "0")).isZero();
  }

  @Test
  void itResumesWithNothingToTrain() throws IOException {
    Map<String, TrialRecord> before = records();
    assertThat(Main.run("run", FIXTURES.resolve("finished.yaml").toString(), "--out", out(), "--master", "local[2]")).isZero();
    assertThat(records()).isEqualTo(before).hasSize(10);
    assertThat(Main.run("verify", out(), "--sample", "0")).isZero();
  }

  private String out() {
    return folder.resolve("finished").toString();
  }

  private Map<String, TrialRecord> records() throws IOException {
    List<TrialRecord> records = new Tables(Output.at(out())).read();
    return records.stream().collect(Collectors.toMap(TrialRecord::trialId, record -> record));
  }
}
