package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Launched;
import rote.harness.Program;

/** The launcher's archive of classes, in a checkout of its own with the program that was built. */
@Tag("machines")
class SharedClassesIT {
  private static final Path BUILT = Path.of("target").toAbsolutePath();
  private static final int MAX_SECONDS = 150;

  @TempDir Path folder;

  @Test
  void theThirdRunHasOneAndNothingElseChanges() throws Exception {
    Path home = checkout();
    Launched rote = Launched.in(folder).of(home.resolve("rote"));
    String file = Program.tiny(folder).toString();

    String first = out(rote.run("run", file, "--out", "a"));
    assertThat(archives(home, ".list.")).as("a list of classes").hasSize(1);
    assertThat(out(rote.run("run", file, "--out", "b")).replace("b/report", "a/report")).isEqualTo(first);
    Path archive = await(home);
    Path log = folder.resolve("classes.log");
    Launched logged = rote.with("ROTE_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
    assertThat(out(logged.run("run", file, "--out", "c")).replace("c/report", "a/report")).isEqualTo(first);
    assertThat(Files.readString(log)).contains("org.apache.spark.SparkContext source: shared objects file");
    assertThat(out(rote.run("verify", "c", "--all"))).contains("nothing is wrong with c");

    out(rote.with("ROTE_JAVA_OPTIONS", "-XX:StartFlightRecording=filename=" + folder.resolve("d.jfr")).run("run", file, "--out", "d"));
    assertThat(folder.resolve("d.jfr")).exists();
    Files.delete(archive); // the JVM's own are read-only
    Files.writeString(archive, "no archive");
    assertThat(out(rote.run("run", file, "--out", "e")).replace("e/report", "a/report")).isEqualTo(first);
  }

  private static String out(Program.Ended ended) {
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    return ended.out();
  }

  /** The launcher writes it in the background and says nothing when it is there. */
  private Path await(Path home) throws IOException, InterruptedException {
    for (int second = 0; second < MAX_SECONDS; second++) {
      List<Path> found = archives(home, ".jsa");
      if (found.size() == 1 && found.get(0).toString().endsWith(".jsa")) {
        assertThat(Files.size(found.get(0))).isGreaterThan(1 << 20);
        return found.get(0);
      }
      Thread.sleep(1000);
    }
    throw new AssertionError("no archive after " + MAX_SECONDS + " s");
  }

  private static List<Path> archives(Path home, String name) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("jobs/target"))) {
      return files.filter(file -> file.getFileName().toString().contains(name)).toList();
    }
  }

  private Path checkout() throws IOException {
    Path home = Files.createDirectories(folder.resolve("my rote"));
    Files.createDirectories(home.resolve("jobs/src/main"));
    Files.createDirectories(home.resolve("jobs/target"));
    Files.createDirectories(home.resolve("conf"));
    for (String file : List.of("pom.xml", "jobs/pom.xml")) {
      Files.writeString(home.resolve(file), "");
    }
    Files.copy(Path.of("../rote"), home.resolve("rote"));
    try (Stream<Path> files = Files.list(Path.of("../conf"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, home.resolve("conf").resolve(file.getFileName()));
      }
    }
    Files.copy(BUILT.resolve("classpath"), home.resolve("jobs/target/classpath"));
    Files.copy(BUILT.resolve("rote.jar"), home.resolve("jobs/target/rote.jar"));
    Files.writeString(home.resolve("jobs/target/built"), "");
    return home;
  }
}
