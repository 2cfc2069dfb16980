package rote.store;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A file on this machine as Parquet reads it, without Hadoop's file systems.
 *
 * <p>Those ask who the user is, which not every JVM and not every machine can tell.
 */
record LocalInput(Path file) implements InputFile {
  @Override
  public long getLength() throws IOException {
    return Files.size(file);
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    return new Stream(FileChannel.open(file));
  }

  /** Reads from where the channel stands. */
  private static final class Stream extends DelegatingSeekableInputStream {
    private final FileChannel channel;

    Stream(FileChannel channel) {
      super(Channels.newInputStream(channel));
      this.channel = channel;
    }

    @Override
    public long getPos() throws IOException {
      return channel.position();
    }

    @Override
    public void seek(long position) throws IOException {
      channel.position(position);
    }
  }
}
