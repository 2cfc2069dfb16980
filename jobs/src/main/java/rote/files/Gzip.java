package rote.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads files that may be compressed with gzip, or twice, as some servers deliver them; their first two bytes tell. */
public final class Gzip {
  private static final int MAGIC = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  private Gzip() {}

  @FunctionalInterface
  public interface Reader<T> {
    public T read(InputStream plain) throws IOException;
  }

  /**
   * @param in not closed
   * @param file names the file in error messages
   * @throws InputException if the stream fails in any way
   */
  public static <T> T read(InputStream in, String file, Reader<T> reader) {
    try {
      return reader.read(uncompressed(uncompressed(in)));
    } catch (ZipException e) {
      throw new InputException(file + ": damaged gzip: " + e.getMessage(), e);
    } catch (EOFException e) {
      throw new InputException(file + ": too short: ends within its header or its gzip frame", e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream uncompressed(InputStream in) throws IOException {
    BufferedInputStream buffered = in instanceof BufferedInputStream already ? already : new BufferedInputStream(in, BUFFER);
    buffered.mark(2);
    int magic = buffered.read() << 8 | buffered.read();
    buffered.reset();
    return magic == MAGIC ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER) : buffered;
  }
}
