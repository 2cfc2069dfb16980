package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rote.harness.Fixtures.OWNER;
import static rote.harness.Fixtures.completed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.files.InputException;
import rote.harness.Fixtures;

class OutputTest {
  @TempDir
  Path folder;

  @Test
  void acceptsAFreshPlaceWithoutTouchingIt() throws IOException {
    Output.at(folder.resolve("a/b").toString()).check(OWNER);
    Output.at(folder.toString()).check(OWNER);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void normalisesItsLocation() {
    assertThat(Output.at("out/./x/../y/").location()).isEqualTo("out/y");
    assertThat(Output.at("file:///a//b c/").location()).isEqualTo("/a/b c");
    assertThat(Output.at("out/y").path(Output.TRIALS)).isEqualTo("out/y/trials/trials.parquet");
  }

  @Test
  void refusesWhatIsNoPlace() {
    for (String location : List.of("", " ", "nowhere://host/x", "a\0b", "file://host:x:y/z")) {
      assertThatThrownBy(() -> Output.at(location)).as(location).isInstanceOf(InputException.class);
    }
  }

  @Test
  void refusesAPlaceAtOrBelowARegularFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    for (Path place : List.of(file, file.resolve("a"), file.resolve("a/b"))) {
      refused(Output.at(place.toString()), file + " is a file, not a folder");
    }
    assertThat(file).hasContent("mine");
  }

  @Test
  void refusesAFolderWithOtherFiles() throws IOException {
    Files.writeString(folder.resolve("thesis.tex"), "mine");
    refused(Output.at(folder.toString()), "thesis.tex");
    assertThatThrownBy(() -> Output.at(folder.toString()).overwrite()).isInstanceOf(InputException.class);
    assertThat(Fixtures.files(folder)).containsExactly("thesis.tex");
  }

  @Test
  void acceptsTheOwnersOutput() throws IOException {
    Output output = withSegment();
    output.check(OWNER);
    output.check(new OutputOwner(OWNER.experiment(), "another-name", OWNER.dataDigest()));
    assertThat(output.owner()).contains(OWNER);
  }

  @Test
  void showsHowAnotherOwnerDiffersAndWritesNothing() throws IOException {
    Output output = withSegment();
    List<String> before = Fixtures.files(folder);
    OutputOwner other = new OutputOwner("other-question", "mnist", "cd".repeat(32));
    assertThatThrownBy(() -> output.check(other)).isInstanceOf(InputException.class)
        .hasMessageContainingAll("true-vs-random", "other-question", "pen-digits (abababababab)",
            "mnist (cdcdcdcdcdcd)").hasMessageNotContaining("\n");
    assertThatThrownBy(() -> output.check(new OutputOwner(OWNER.experiment(), "pen-digits", "cd".repeat(32))))
        .hasMessageContaining("cdcdcdcdcdcd").hasMessageNotContaining("experiment \"");
    assertThat(Fixtures.files(folder)).isEqualTo(before);
  }

  /** Where a copy has no segments, its tables are all there is of the results. */
  @Test
  void refusesAnothersCopyWithoutSegments() throws IOException {
    Output output = Output.at(folder.toString());
    Manifest.write(output, Fixtures.asked("e.yaml", Map.of("name", OWNER.experiment()), OWNER));
    new Tables(output).write(List.of(completed("t1")));
    output.check(OWNER);
    OutputOwner other = new OutputOwner("other-question", OWNER.dataset(), OWNER.dataDigest());
    assertThatThrownBy(() -> output.check(other)).isInstanceOf(InputException.class)
        .hasMessageContaining("belongs to another: experiment \"true-vs-random\", not \"other-question\"");
    OutputOwner elsewhere = new OutputOwner(OWNER.experiment(), "mnist", "cd".repeat(32));
    assertThatThrownBy(() -> output.check(elsewhere)).hasMessageContaining("belongs to another: data pen-digits");
    output.writeText(Output.MANIFEST, "{damaged");
    refused(output, "holds tables without segments, and no manifest.json that says whose they are");
  }

  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPipeWithoutAWriterIsNotWaitedFor() throws Exception {
    Output output = withSegment();
    for (String name : List.of(Output.MANIFEST, "segments/zz.parquet", ".lock")) {
      assertThat(new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start().waitFor()).isZero();
    }
    assertThatThrownBy(() -> output.readText(Output.MANIFEST)).hasMessageContaining("is not a regular file at ");
    assertThatThrownBy(output::lock).hasMessageContaining("is not a regular file at ");
    assertThatThrownBy(() -> Segments.readAll(output)).hasMessageContaining("zz.parquet: is not a regular file at ");
  }

  @Test
  void saysWhyTheSameFilesHaveAnotherDigest() throws IOException {
    Output output = withSegment();
    OutputOwner same = new OutputOwner(OWNER.experiment(), OWNER.dataset(), "cd".repeat(32));
    assertThatThrownBy(() -> output.check(same, Map.of(OWNER.dataDigest(), "classes are counted anew")))
        .isInstanceOf(InputException.class).hasMessageContaining("(cdcdcdcdcdcd): classes are counted anew; give another --out");
  }

  @Test
  void refusesASecondRunUntilTheFirstIsDone() throws IOException {
    Output output = Output.at(folder.resolve("out").toString());
    try (Closeable first = output.lock()) {
      assertThat(first).isNotNull();
      locked(Output.at(folder.resolve("./out").toString()));
    }
    output.lock().close();
    output.check(OWNER);
  }

  @Test
  void isReleasedByDeath() throws Exception {
    Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), Holder.class.getName(), folder.toString()).start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("held");
      locked(Output.at(folder.toString()));
    } finally {
      other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    Output.at(folder.toString()).lock().close();
  }

  /** A process that holds a lock until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] location) throws Exception {
      try (Closeable lock = Output.at(location[0]).lock()) {
        System.out.println("held");
        Thread.sleep(60_000);
        System.out.println(lock);
      }
    }
  }

  @Test
  void overwritesOnlyWhatRoteWrote() throws IOException {
    Output output = withSegment();
    output.writeText("trials/trials.parquet", "table");
    output.writeText(Output.REPORT, "report");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    output.markComplete();
    Path elsewhere = Files.writeString(Files.createDirectory(folder.resolve("elsewhere")).resolve("w"), "mine");
    Files.createSymbolicLink(folder.resolve("weights"), elsewhere.getParent());
    output.overwrite();
    assertThat(Fixtures.files(folder)).containsExactly("elsewhere/w", "notes.txt");
  }

  @Test
  void isCompleteFromMarkToMark() throws IOException {
    Output output = withSegment();
    assertThat(output.isComplete()).isFalse();
    output.markIncomplete();
    output.markComplete();
    assertThat(output.isComplete()).isTrue();
    output.markIncomplete();
    assertThat(output.isComplete()).isFalse();
  }

  @Test
  void aFolderInThePlaceOfTheMarkIsNotOurs() throws IOException {
    Output output = withSegment();
    Files.writeString(Files.createDirectory(folder.resolve(Output.SUCCESS)).resolve("notes"), "mine");
    assertThatThrownBy(output::markIncomplete).hasMessageContaining("_SUCCESS: Is a directory at ");
    assertThatThrownBy(output::overwrite).hasMessageContaining("_SUCCESS: Is a directory at ");
    assertThat(folder.resolve("_SUCCESS/notes")).hasContent("mine");
  }

  @Test
  void replacesTextAndLeavesNoOtherFile() throws IOException {
    Output output = Output.at(folder.toString());
    output.writeText(Output.REPORT, "old");
    output.writeText(Output.REPORT, "n\u00e9w");
    assertThat(output.readText(Output.REPORT)).isEqualTo("n\u00e9w");
    assertThat(Fixtures.files(folder)).containsExactly(Output.REPORT);
  }

  @Test
  void refusesAForeignParquetFileAmongTheSegments() throws IOException {
    Output output = withSegment();
    new Tables(output).write(List.of(completed("t1")));
    Files.copy(folder.resolve(Output.TRIALS), folder.resolve("segments/copy.parquet"));
    assertThatThrownBy(() -> output.check(OWNER)).hasMessageContaining("copy.parquet is not a segment of Rote");
  }

  private Output withSegment() throws IOException {
    Output output = Output.at(folder.toString());
    new Segments(output, OWNER).append(List.of(completed("t1")));
    return output;
  }

  private static void refused(Output output, String why) {
    assertThatThrownBy(() -> output.check(OWNER)).isInstanceOf(InputException.class).hasMessageContaining(why);
  }

  private static void locked(Output output) {
    assertThatThrownBy(output::lock).isInstanceOf(InputException.class).hasMessageContaining("another run");
    assertThatCode(() -> output.check(OWNER)).doesNotThrowAnyException();
  }
}
