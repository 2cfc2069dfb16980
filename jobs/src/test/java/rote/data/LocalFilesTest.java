package rote.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
  @TempDir Path folder;

  @Test
  void aLinkToAFolderIsOne() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
    LocalFiles.createFolder(link);
    LocalFiles.createFolder(link.resolve("a/b"));
    assertThat(folder.resolve("real/a/b")).isDirectory();
    assertThat(LocalFiles.obstacle(link.resolve("c"))).isEmpty();
  }

  @Test
  void aLinkThatLeadsNowhereIsNamed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
    String told = link + " is a link to nowhere, which is not there; make that folder, or remove the link";
    assertThat(LocalFiles.obstacle(link)).contains(told);
    assertThat(LocalFiles.obstacle(link.resolve("a/b"))).contains(told);
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(LocalFiles.obstacle(file.resolve("below"))).contains(file + " is a file, not a folder");
  }

  @Test
  void whatCannotBeForcedIsLeft() {
    LocalFiles.forceFolder(folder.resolve("none"));
  }

  @Test
  void aUserWithoutANameIsANumber() {
    assertThat(HadoopUser.name(Map.of("HADOOP_USER_NAME", "", "USER", "me"))).isEqualTo("me");
    assertThat(HadoopUser.name(Map.of())).matches("\\d+|unknown");
  }
}
