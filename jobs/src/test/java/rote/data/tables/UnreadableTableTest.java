package rote.data.tables;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.files.FileSystems;
import rote.files.InputException;

/** A file system that fails while a table is read is not taken for a mistake in the table. */
class UnreadableTableTest {
  private static final String FAILURE = "the session token has expired";

  @TempDir java.nio.file.Path folder;

  @Test
  void aFailureWhoseWordsAreLikeThoseOfAMistakeIsStillAFailure() throws IOException {
    Configuration hadoop = new Configuration();
    hadoop.setClass("fs.expired.impl", ExpiredFileSystem.class, FileSystem.class);
    Files.writeString(folder.resolve("t.csv"), "a,y\n1,p\n2,q\n");
    DataFile asked = new DataFile("expired://" + folder + "/t.csv", null, DataFile.Format.CSV, ColumnName.of("y"), List.of(), List.of(), List.of(), false,
        DataFile.CsvForm.USUAL, null);
    assertThatThrownBy(() -> TableSet.read(asked, List.of(), new FileSystems(hadoop))).isInstanceOf(InputException.class)
        .hasMessageContaining("t.csv: cannot be read: ").hasMessageContaining(FAILURE);
  }

  /** This machine's files, of which only the beginning can be read. */
  public static final class ExpiredFileSystem extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("expired:///");
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) {
      return new FSDataInputStream(new Beginning());
    }
  }

  private static final class Beginning extends FSInputStream {
    private final byte[] bytes = "a,y\n1,p\n".getBytes(StandardCharsets.UTF_8);
    private int at;

    @Override
    public int read() throws IOException {
      if (at == bytes.length) {
        throw new IOException(FAILURE);
      }
      return bytes[at++];
    }

    @Override
    public void seek(long position) {
      at = (int) position;
    }

    @Override
    public long getPos() {
      return at;
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }
  }
}
