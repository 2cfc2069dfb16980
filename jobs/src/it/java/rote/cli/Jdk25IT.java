package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Launched;
import rote.harness.Program;
import rote.store.Output;
import rote.store.Tables;
import rote.trial.Curve;
import rote.trial.TrialRecord;

/** Java 25, if installed, trains to the same bits as this Java, continues its outputs and verifies them. */
@Tag("machines")
class Jdk25IT {
  @TempDir Path folder;

  @Test
  void theSameBitsAsOnThisJava() throws Exception {
    Launched old = Launched.in(folder).with("JAVA_HOME", System.getProperty("java.home"));
    Launched java25 = Launched.in(folder).with("JAVA_HOME", java25().toString());
    String file = Program.tiny(folder).toString();

    demandQuiet(java25.run("run", file, "--out", "new"));
    demandQuiet(old.run("run", file, "--out", "old", "--seeds", "1"));
    demandQuiet(java25.run("run", file, "--out", "old")); // goes on where the other stopped
    demandQuiet(java25.run("verify", "old", "--all"));
    demandQuiet(old.run("verify", "new", "--all"));

    assertThat(curves("new")).isEqualTo(curves("old"));
    demandQuiet(java25.run("show", "new"));
  }

  @Test
  void aHadoopThatIsTooOldForItIsOneLineBeforeTraining() throws Exception {
    Launched java25 = Launched.in(folder).with("JAVA_HOME", java25().toString());
    String file = Program.tiny(folder).toString();
    String line = "does not run on Java 25; take Java 17 to 23, or Hadoop 3.4.3 or later";
    java25.run("plan", file, "--out", "hdfs://127.0.0.1:1/x").demandComplaint(Main.BAD_INPUT, line);
    java25.run("run", file, "--out", "s3a://bucket/x").demandComplaint(Main.BAD_INPUT, line);
    java25.run("plan", file, "--set", "data.dataset=idx", "--data", "hdfs://127.0.0.1:1/x").demandComplaint(Main.BAD_INPUT, line);
  }

  private static void demandQuiet(Program.Ended ended) {
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("WARNING: A ", "\tat ");
  }

  private List<Curve> curves(String output) throws IOException {
    return new Tables(Output.at(folder.resolve(output).toString())).read().stream()
        .sorted(Comparator.comparing(TrialRecord::trialId)).map(record -> record.result().untimed().curve()).toList();
  }

  /** The folder in the property jdk25, or where Linux distributions and macOS keep JDKs. */
  private static Path java25() throws IOException {
    String named = System.getProperty("jdk25", "");
    Optional<Path> found = named.isEmpty() ? installed() : Optional.of(Path.of(named));
    if (found.isEmpty()) {
      System.err.println("NOT TESTED: JDK 25, for no folder in /usr/lib/jvm or /Library/Java/JavaVirtualMachines holds one");
    }
    return found.isEmpty() ? abort("no JDK 25 here") : found.get();
  }

  private static Optional<Path> installed() throws IOException {
    for (String place : List.of("/usr/lib/jvm", "/Library/Java/JavaVirtualMachines", "/opt")) {
      if (Files.isDirectory(Path.of(place))) {
        try (Stream<Path> folders = Files.list(Path.of(place))) {
          Optional<Path> found = folders.flatMap(f -> Stream.of(f, f.resolve("Contents/Home"))).filter(Jdk25IT::is25).findFirst();
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean is25(Path folder) {
    try {
      Path release = folder.resolve("release");
      return Files.isRegularFile(release) && Files.readString(release).contains("JAVA_VERSION=\"25");
    } catch (IOException e) {
      return false;
    }
  }
}
