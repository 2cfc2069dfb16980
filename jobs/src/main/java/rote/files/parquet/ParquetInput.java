package rote.files.parquet;

import java.io.IOException;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import rote.files.SeekableInput;

/** An open file, which Parquet reads through one stream after another. */
record ParquetInput(SeekableInput in) implements InputFile {
  @Override
  public long getLength() {
    return in.length();
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    in.seek(0);
    return new DelegatingSeekableInputStream(in) {
      @Override
      public long getPos() throws IOException {
        return in.position();
      }

      @Override
      public void seek(long position) throws IOException {
        in.seek(position);
      }

      @Override
      public void close() {} // the next stream needs the file
    };
  }
}
