package rote.jobs.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken for the temporary folder of a dead process, and what is not. */
class ScratchTest {
  private static final String CONTENT = "Temporary files of one process of Rote; they can be deleted once that process has ended.\n";

  private final String place = System.getProperty("java.io.tmpdir");
  @TempDir Path folder;

  @BeforeEach
  void takeThePlace() {
    System.setProperty("java.io.tmpdir", folder.toString());
  }

  @AfterEach
  void restoreThePlace() {
    System.setProperty("java.io.tmpdir", place);
  }

  @Test
  void onlyWhatSaysThatItIsTemporaryIsSwept() throws IOException {
    Path output = with("rote-tiny", ".lock", "");
    Path sameName = with("rote-scratch-x", ".lock", "");
    Path otherContent = with("rote-scratch-y", ".rote-scratch", "");
    Path withSegments = with("rote-scratch-z", ".rote-scratch", CONTENT);
    Files.createDirectory(withSegments.resolve("segments"));
    Path withManifest = with("rote-scratch-m", ".rote-scratch", CONTENT);
    Files.createFile(withManifest.resolve("manifest.json"));
    Path otherPrefix = with("rote-dead", ".rote-scratch", CONTENT);
    with("rote-scratch-dead", ".rote-scratch", CONTENT);

    Scratch.sweep(folder, output);

    assertThat(entries()).containsExactlyInAnyOrder(output, sameName, otherContent, withSegments, withManifest, otherPrefix);
  }

  @Test
  void whereTheLockFailsNoFolderIsLeft() throws IOException {
    Thread.currentThread().interrupt(); // fails every lock
    try {
      Scratch.open();
    } finally {
      Thread.interrupted();
    }

    assertThat(entries()).isEmpty();
    assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(folder.toString());
  }

  private Path with(String name, String file, String content) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    Files.writeString(made.resolve(file), content);
    return made;
  }

  private Stream<Path> entries() throws IOException {
    return Files.list(folder);
  }
}
