package rote.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An open file that can be read from any position. */
public final class SeekableInput extends FilterInputStream {
  private final long length;
  private final Position position;
  private final Seek seek;

  SeekableInput(InputStream in, long length, Position position, Seek seek) {
    super(in);
    this.length = length;
    this.position = position;
    this.seek = seek;
  }

  @FunctionalInterface
  interface Position {
    long get() throws IOException;
  }

  @FunctionalInterface
  interface Seek {
    void to(long position) throws IOException;
  }

  public long length() {
    return length;
  }

  public long position() throws IOException {
    return position.get();
  }

  public void seek(long position) throws IOException {
    seek.to(position);
  }
}
