package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Launched;
import rote.harness.Program;

/** The launcher's archives of classes, in a checkout of its own with the program that was built. */
@Tag("machines")
class SharedClassesIT {
  private static final Path BUILT = Path.of("target").toAbsolutePath();
  private static final int MAX_SECONDS = 150;

  @TempDir Path folder;

  @Test
  void commandsHaveOneAfterARunAndNothingElseChanges() throws Exception {
    Path home = checkout();
    Launched rote = Launched.in(folder).of(home.resolve("rote"));
    String file = Program.tiny(folder).toString();

    String first = out(rote.run("run", file, "--out", "a"));
    assertThat(archives(home, ".list.")).as("a list of classes").hasSize(1);
    String explained = out(rote.run("explain", "epochs"));
    Path archive = await(home, "long");
    await(home, "short");
    assertThat(loaded(rote, first.replace("a/report", "c/report"), "run", file, "--out", "c"))
        .contains("org.apache.spark.SparkContext source: shared objects file");
    assertThat(loaded(rote, explained, "explain", "epochs")).contains("rote.cli.Main source: shared objects file");
    assertThat(out(rote.run("verify", "c", "--all"))).contains("nothing is wrong with c");
    for (Path java : otherJavas()) {
      assertThat(out(rote.with("JAVA_HOME", java.toString()).run("explain", "epochs"))).as(java.toString()).isEqualTo(explained);
    }

    out(rote.with("ROTE_JAVA_OPTIONS", "-XX:StartFlightRecording=filename=" + folder.resolve("d.jfr")).run("run", file, "--out", "d"));
    assertThat(folder.resolve("d.jfr")).exists();
    Files.delete(archive); // the JVM's own are read-only
    Files.writeString(archive, "no archive");
    assertThat(out(rote.run("run", file, "--out", "e")).replace("e/report", "a/report")).isEqualTo(first);
  }

  @Test
  void anotherBuildHasAnother() throws Exception {
    Path home = checkout();
    Path jar = home.resolve("jobs/target/rote.jar");
    Launched rote = Launched.in(folder).of(home.resolve("rote"));
    String file = Program.tiny(folder).toString();
    out(rote.run("run", file, "--out", "a"));
    Path list = archives(home, ".list.").get(0);
    for (String kind : List.of("long", "short")) { // which no JVM takes, and which is not offered to any
      Files.writeString(list.resolveSibling(list.getFileName().toString().replaceFirst("[.]list.*", "-" + kind + ".jsa")), "old");
    }
    Files.delete(list);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));

    out(rote.run("run", file, "--out", "b"));
    assertThat(archives(home, ".list.")).singleElement().isNotEqualTo(list);
    out(rote.run("explain", "epochs"));
    awaitNone(home, list.getFileName().toString().replaceFirst("[.]list.*", "-"));
  }

  @Test
  void aJvmThatCouldNotMakeOneTriesAgainADayLater() throws Exception {
    Path home = checkout();
    Launched rote = Launched.in(folder).of(home.resolve("rote"));
    String file = Program.tiny(folder).toString();
    out(rote.run("run", file, "--out", "a"));
    Path list = archives(home, ".list.").get(0);
    Path empty = Files.createFile(list.resolveSibling(list.getFileName().toString().replaceFirst("[.]list.*", "-long.jsa")));
    Files.delete(list);
    out(rote.run("run", file, "--out", "b"));
    assertThat(archives(home, ".list.")).as("the same day").isEmpty();
    Files.setLastModifiedTime(empty, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    out(rote.run("run", file, "--out", "c"));
    assertThat(archives(home, ".list.")).hasSize(1);
  }

  @Test
  void noneIsMadeWhereItCannotBeWritten() throws Exception {
    Path home = checkout();
    Path target = home.resolve("jobs/target");
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      Assumptions.assumeFalse(Files.isWritable(target), "the administrator can write everywhere");
      Program.Ended ended = Launched.in(folder).of(home.resolve("rote")).run("run", Program.tiny(folder).toString(), "--out", "a");
      assertThat(out(ended)).contains("report: a/report.html");
      assertThat(ended.err()).doesNotContain("classes-", "rchive");
    } finally {
      Files.setPosixFilePermissions(target, permissions);
    }
  }

  /** Runs a command, demands its output, and returns which classes it loaded and from where. */
  private String loaded(Launched rote, String expected, String... command) throws Exception {
    Path log = folder.resolve(command[0] + ".log");
    assertThat(out(rote.with("ROTE_JAVA_OPTIONS", "-Xlog:class+load:file=" + log).run(command))).isEqualTo(expected);
    return Files.readString(log);
  }

  private static List<Path> otherJavas() throws IOException {
    try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
      return installed.filter(java -> Files.exists(java.resolve("release")) && !Files.isSymbolicLink(java)).toList();
    }
  }

  private static String out(Program.Ended ended) {
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    return ended.out();
  }

  /** The launcher writes it in the background and says nothing when it is there. */
  private Path await(Path home, String kind) throws IOException, InterruptedException {
    for (int second = 0; second < MAX_SECONDS; second++) {
      List<Path> found = archives(home, "-" + kind + ".jsa");
      if (found.size() == 1 && found.get(0).toString().endsWith(".jsa")) {
        assertThat(Files.size(found.get(0))).isGreaterThan(1 << 20);
        return found.get(0);
      }
      Thread.sleep(1000);
    }
    throw new AssertionError("no archive after " + MAX_SECONDS + " s");
  }

  /** Old archives are removed in the background before new ones are made. */
  private static void awaitNone(Path home, String name) throws IOException, InterruptedException {
    for (int second = 0; !archives(home, name).isEmpty(); second++) {
      assertThat(second).as("seconds until the old archives are gone").isLessThan(MAX_SECONDS);
      Thread.sleep(1000);
    }
  }

  private static List<Path> archives(Path home, String name) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("jobs/target"))) {
      return files.filter(file -> file.getFileName().toString().contains(name)).toList();
    }
  }

  private Path checkout() throws IOException {
    Path home = Files.createDirectories(folder.resolve("rote"));
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
    Path jar = Files.copy(BUILT.resolve("rote.jar"), home.resolve("jobs/target/rote.jar"));
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(3600)));
    Files.writeString(home.resolve("jobs/target/built"), "");
    return home;
  }
}
