package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Launched;
import rote.harness.Program;

/** The launched program writes the same names and bytes in every locale, and UTF-8 everywhere. */
@Tag("machines")
class LocaleIT {
  @TempDir Path folder;
  private Launched start;

  @BeforeEach
  void writeTheFile() throws IOException {
    Path file = Program.tiny(folder);
    Files.writeString(file, Files.readString(file).replace("Does it work?", "Größer als ∞, nicht wahr?"));
    start = Launched.in(folder).with("TMPDIR", Files.createDirectories(folder.resolve("my scratch")).toString());
  }

  @Test
  void whatOneLocaleWritesAnotherWritesTheSame() throws Exception {
    Launched posix = start.with("LC_ALL", "C");

    Program.Ended ended = posix.with("ROTE_JAVA_OPTIONS", "-Duser.language=ar -Duser.country=EG")
        .run("run", "tiny.yaml", "--out", "Übung/日本");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("Größer als ∞, nicht wahr?", "±", "Übung/日本/report.html");
    Path output = folder.resolve("Übung/日本");
    assertThat(Program.files(output).stream().filter(name -> name.startsWith("segments/"))).isNotEmpty()
        .allMatch(name -> name.matches("segments/[-0-9a-f]+-[0-9]{6}\\.parquet"));

    String pictures = Files.readString(output.resolve("report.ipynb"));
    report(posix.with("ROTE_JAVA_OPTIONS", "-Duser.language=th -Duser.country=TH -Duser.extensions=u-nu-thai"));
    String page = Files.readString(output.resolve("report.html"));
    report(start.with("LANG", "C.UTF-8"));
    assertThat(output.resolve("report.html")).hasContent(page);
    assertThat(output.resolve("report.ipynb")).hasContent(pictures);

    Program.Ended verified = posix.with("ROTE_JAVA_OPTIONS", "-Duser.language=tr -Duser.country=TR")
        .run("verify", "Übung/日本", "--all");
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    assertThat(folder.resolve("my scratch")).isDirectoryNotContaining("glob:**/hsperfdata*");
  }

  private static void report(Launched launched) throws Exception {
    Program.Ended ended = launched.run("report", "Übung/日本");
    assertThat(ended.code()).as(ended.err()).isZero();
  }
}
