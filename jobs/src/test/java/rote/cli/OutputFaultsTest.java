package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Fixtures;
import rote.harness.Program;
import rote.store.Manifest;
import rote.store.Output;

/** Where something else is in the place of an output, or of a file in it: one line that says what, and where. */
class OutputFaultsTest {
  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void begin() throws IOException {
    out = folder.resolve("out");
    Manifest.write(Output.at(out.toString()),
        Fixtures.asked("mine.yaml", Map.of("name", "mine"), Fixtures.OWNER));
  }

  @Test
  void aFileIsNoOutput() throws IOException {
    String file = Program.tiny(folder).toString();
    for (List<String> command : List.of(List.of("show", file), List.of("report", file), List.of("compare", file, out.toString()),
        List.of("verify", file))) {
      Program.here(command.toArray(String[]::new)).demandComplaint(2, "tiny.yaml is a file, not a folder");
    }
  }

  @Test
  void anOutputThatIsNotThereIsNone() {
    for (String verb : List.of("show", "report", "verify")) {
      Program.here(verb, folder.resolve("nope").toString()).demandComplaint(2, "nope: no such folder; name the output of a run");
    }
  }

  @Test
  void aLinkThatLeadsNowhereIsNamed() throws IOException {
    Path link = Files.createDirectory(out.resolve("segments")).resolve("zz.parquet");
    Files.createSymbolicLink(link, Path.of("nowhere"));
    for (String verb : List.of("show", "report")) {
      Program.here(verb, out.toString()).demandComplaint(1,
          "cannot read " + link + ": is a link that leads nowhere at " + link + "; remove it, or bring back what it leads to");
    }
    Program.here("plan", Program.tiny(folder).toString(), "--out", out.toString()).demandComplaint(1, "leads nowhere");
  }

  @Test
  void aFolderInThePlaceOfAFileIsNamed() throws IOException {
    Path report = Files.createDirectory(out.resolve("report.html"));
    Program.here("report", out.toString()).demandComplaint(1,
        "cannot read " + report + ": Is a directory at " + report + "; move it: a file is needed here");
  }

  @Test
  void aFileInThePlaceOfAFolderIsNamed() throws IOException {
    Path segments = Files.writeString(out.resolve("segments"), "");
    Program.here("show", out.toString()).demandComplaint(1,
        "cannot list " + segments + ": " + segments + " is not a folder; move it: a folder is needed here");
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws IOException {
    if (Files.isDirectory(Path.of("/proc/self"))) { // where nobody makes folders
      Program.here("run", Program.tiny(folder).toString(), "--out", "/proc/x")
          .demandComplaint(2, "output /proc/x: cannot write /proc/x: there is no /proc/x, and it cannot be made; take a folder");
    }
  }

  @Test
  void whatCannotBePrintedIsNoSuccess() throws IOException {
    assertThat(printed("No space left on device")).isEqualTo(Main.ERROR);
    assertThat(printed("Broken pipe")).as("whoever reads wants no more").isEqualTo(Main.COMPLETE);
    assertThat(printed(null)).isEqualTo(Main.COMPLETE);
  }

  private static int printed(String failure) throws IOException {
    LossyStream out = new LossyStream(new java.io.OutputStream() {
      @Override
      public void write(int b) throws IOException {
        if (failure != null) {
          throw new IOException(failure);
        }
      }
    });
    new java.io.PrintStream(out, true).println("result");
    return OwnJvm.printed(Main.COMPLETE, out);
  }
}
