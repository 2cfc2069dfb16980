package rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemsTest {
  @TempDir Path folder;

  @Test
  void aPlainPathIsOnThisMachineDespiteHadoopsDefault() throws IOException {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.defaultFS", "hdfs://nowhere:1");
    Path file = Files.writeString(folder.resolve("a b#c%.txt"), "here");
    for (String location : new String[] {file.toString(), "file:" + file}) {
      try (InputStream in = new FileSystems(hadoop).open(location)) {
        assertThat(in).hasContent("here");
      }
    }
    assertThat(Place.of(file.toString()).hadoop().toUri().getScheme()).isEqualTo("file");
  }

  @Test
  void settingsReachTheFileSystem() throws IOException {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.viewfs.mounttable.lab.link./disk", folder.toUri().toString());
    Files.writeString(folder.resolve("x"), "mounted");
    try (InputStream in = new FileSystems(hadoop).open("viewfs://lab/disk/x")) {
      assertThat(in).hasContent("mounted");
    }
    assertThatThrownBy(() -> new FileSystems(hadoop).open("viewfs://lab/disk/y")).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void aMissingFileHasItsOwnException() {
    assertThatThrownBy(() -> new FileSystems().open(folder.resolve("x").toString())).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aMissingFileSystemIsAnErrorThatNamesTheArtifact() {
    refuses("s3a://bucket/x", "s3a://bucket/x: the class path has no file system for s3a://; "
        + "add org.apache.hadoop:hadoop-aws:", " and what it depends on (spark-submit --packages");
    refuses("abfs://c@account.dfs.core.windows.net/x", "add org.apache.hadoop:hadoop-azure:");
    refuses("nowhere://host/x", "nowhere://host/x: no such file system: No FileSystem for scheme \"nowhere\"");
    refuses("a\0b", "is neither a path nor a URI");
  }

  private static void refuses(String location, String... parts) {
    assertThatThrownBy(() -> new FileSystems().open(location)).isInstanceOf(InputException.class)
        .hasMessageContainingAll(parts).hasMessageNotContaining("\n");
  }
}
