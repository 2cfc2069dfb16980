package rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalFilesTest {
  @TempDir Path folder;

  @Test
  void aLinkToAFolderIsAFolder() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
    LocalFiles.createFolder(link);
    LocalFiles.createFolder(link.resolve("a/b"));
    assertThat(folder.resolve("real/a/b")).isDirectory();
    assertThat(LocalFiles.obstacle(link.resolve("c"))).isEmpty();
  }

  @Test
  void aDanglingLinkIsReported() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
    String told = link + " is a link to nowhere, which is not there; make that folder, or remove the link";
    assertThat(LocalFiles.obstacle(link)).contains(told);
    assertThat(LocalFiles.obstacle(link.resolve("a/b"))).contains(told);
  }

  @Test
  void aFileInPlaceOfAFolderIsReported() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(LocalFiles.obstacle(file.resolve("below"))).contains(file + " is a file, not a folder");
  }

  @Test
  void aFolderThatCannotBeForcedIsNoError() throws IOException {
    boolean hasProc = Files.isDirectory(Path.of("/proc/self"));
    if (!hasProc) {
      System.err.println("NOT TESTED: a folder that cannot be forced, such as Linux has in /proc");
    }
    assumeTrue(hasProc || "true".equals(System.getenv("CI")));
    LocalFiles.forceFolder(Path.of("/proc/self"));
  }

  @Test
  void anyOtherFailureToForceIsAnError() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> LocalFiles.forceFolder(none)).isInstanceOf(NoSuchFileException.class).hasMessage(none.toString());
  }

  @Test
  void aFailureToLockNamesThePath() throws IOException {
    Path file = folder.resolve("file");
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.close();
    assertThatThrownBy(() -> LocalFiles.lock(channel, file)).isInstanceOf(FileSystemException.class)
        .hasMessage(file + ": ClosedChannelException");
  }

  @ParameterizedTest
  @CsvSource({"Invalid argument, true", "Operation not supported, true", "Operation not supported on socket, true",
      "Not supported, true", "Function not implemented, true", "No locks available, true", "Input/output error, false",
      "No space left on device, false", "Stale file handle, false"})
  void missingOperationsAreDistinguishedFromFailures(String reason, boolean lacking) {
    assertThat(LocalFiles.isLacking(new IOException(reason))).isEqualTo(lacking);
    assertThat(LocalFiles.isLacking(new FileSystemException("/Not supported", null, reason))).isEqualTo(lacking);
  }

  @Test
  void aUserWithoutANameGetsItsNumber() {
    assertThat(HadoopUser.name(Map.of("HADOOP_USER_NAME", "", "USER", "me"))).isEqualTo("me");
    assertThat(HadoopUser.name(Map.of())).matches("\\d+|unknown");
  }
}
