package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.JarRun;
import rote.harness.Program;

/** {@code rote --version} names what runs; a class path without a Spark that is supported is one line. */
@Timeout(120)
class PlatformIT {
  @TempDir Path folder;

  @Test
  void theVersionNamesWhatItWasBuiltForAndWhatRuns() throws Exception {
    Program.Ended ended = Program.in(folder).run("--version");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out().lines().toList()).hasSize(3).satisfiesExactly(
        first -> assertThat(first).matches("rote \\d+\\.\\d+\\.\\d+.*"),
        built -> assertThat(built).matches("built for: Spark [\\d.]+, Scala 2\\.13, Java 17; runs on Spark 3\\.5 to 4\\.2"),
        runs -> assertThat(runs).startsWith("runs on:   Spark " + System.getProperty("expected.spark") + ", Scala "
            + System.getProperty("expected.scala") + ".").contains(", Hadoop 3.", ", Java " + System.getProperty("java.version"))
            .containsPattern(", vectors of [0-9]+ bits(, not in use: .*)?$"));
  }

  @Test
  void aSparkThatIsTooOldIsOneLine() throws Exception {
    Files.writeString(folder.resolve("spark-version-info.properties"), "version=3.4.4\n");
    for (String command : new String[] {"--version", "plan"}) {
      Program.in(folder).options("-Xbootclasspath/a:" + folder).run(command, Program.tiny(folder).toString())
          .demandComplaint(2, "Spark 3.4.4 is too old: Rote ");
    }
  }

  @Test
  void noSparkIsOneLine() throws Exception {
    Path err = folder.resolve("err");
    Process run = new ProcessBuilder(JarRun.JAVA, "-jar", JarRun.JAR.toString(), "plan", "x.yaml")
        .redirectError(err.toFile()).start();
    int code = run.waitFor();
    new Program.Ended(code, "", Files.readString(err)).demandComplaint(2, "there is no Spark on the class path; start by ./rote");
  }
}
