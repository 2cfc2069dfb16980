package rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rote.harness.Fixtures.OWNER;
import static rote.harness.Fixtures.assertRecords;
import static rote.harness.Fixtures.completed;
import static rote.harness.Fixtures.failed;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.impl.OpenFileParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Fixtures;
import rote.store.Output;
import rote.store.Segments;
import rote.store.Tables;
import rote.trial.TrialRecord;

/** The store on a file system that only Hadoop can open: a mount table's view of a local folder. */
class HadoopFolderTest {
  @TempDir java.nio.file.Path folder;

  private final Configuration hadoop = new Configuration();

  @BeforeEach
  void mount() {
    hadoop.set("fs.viewfs.mounttable.lab.link./disk", folder.toUri().toString());
    hadoop.setBoolean("fs.viewfs.impl.disable.cache", true);
  }

  @Test
  void keepsSegmentsAndTables() throws IOException {
    Output output = at("viewfs://lab/disk/a/../out/");
    output.check(OWNER);
    Segments segments = new Segments(output, OWNER);
    segments.append(List.of(failed("t1")));
    segments.append(List.of(completed("t1")));
    segments.compact();
    new Tables(output).write(segments.readAll());
    new Tables(output).write(segments.readAll());
    assertRecords(new Tables(output).read()).containsExactly(completed("t1"));
    assertThat(output.location()).isEqualTo("viewfs://lab/disk/out");
    assertThat(Fixtures.files(folder).stream().filter(name -> name.contains(".tmp"))).isEmpty();
  }

  @Test
  void replacesTextMarksAndOverwrites() throws IOException {
    Output output = at("viewfs://lab/disk/out");
    output.lock().close();
    output.writeText(Output.MANIFEST, "old");
    output.writeText(Output.MANIFEST, "new");
    output.markComplete();
    assertThat(output.readText(Output.MANIFEST)).isEqualTo("new");
    assertThat(output.isComplete()).isTrue();
    output.overwrite();
    assertThat(folder.resolve("out")).isEmptyDirectory();
  }

  @Test
  void refusesAPlaceAtOrBelowARegularFile() throws IOException {
    Files.writeString(folder.resolve("file"), "mine");
    for (String place : List.of("file", "file/a", "file/a/b")) {
      assertThatThrownBy(() -> at("viewfs://lab/disk/" + place).check(OWNER)).isInstanceOf(InputException.class)
          .hasMessageContaining("viewfs://lab/disk/file is a file");
    }
  }

  @Test
  void namesTheFileThatCannotBeWritten() {
    TrialRecord broken = new TrialRecord("t1", "e", null, Fixtures.trial(1), completed("t1").result(), 0, "h");
    Output output = at("viewfs://lab/disk/out");
    assertThatThrownBy(() -> new Segments(output, OWNER).append(List.of(broken))).isInstanceOf(IOException.class)
        .hasMessageContaining("viewfs://lab/disk/out/segments/").hasMessageContaining("dataset must have a value");
    assertThat(folder.resolve("out/segments")).isEmptyDirectory();
  }

  @Test
  void asksForSequentialReadsOfWholeFiles() throws IOException {
    hadoop.setClass("fs.asked.impl", AskedFileSystem.class, FileSystem.class);
    Folder asked = Folder.at(Place.of("asked://" + folder), new FileSystems(hadoop));
    asked.write("file", out -> out.write("text".getBytes(StandardCharsets.UTF_8)));
    try (SeekableInput in = asked.open("file")) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("text");
    }
    assertThat(AskedFileSystem.POLICIES).containsExactly("whole-file, sequential");
  }

  /** This machine's files, with a record of the read policies asked for. */
  public static final class AskedFileSystem extends RawLocalFileSystem {
    private static final List<String> POLICIES = new ArrayList<>();

    @Override
    public URI getUri() {
      return URI.create("asked:///");
    }

    @Override
    protected CompletableFuture<FSDataInputStream> openFileWithOptions(Path path, OpenFileParameters parameters)
        throws IOException {
      POLICIES.add(parameters.getOptions().get("fs.option.openfile.read.policy"));
      return super.openFileWithOptions(path, parameters);
    }
  }

  private Output at(String location) {
    return Output.at(location, new FileSystems(hadoop));
  }
}
