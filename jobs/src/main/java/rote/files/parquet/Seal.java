package rote.files.parquet;

import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import rote.files.SeekableInput;
import rote.files.Sha256;

/**
 * The seal of a Parquet file: the SHA-256 of all its other bytes, so that no changed bit is read as a number.
 *
 * <p>Parquet's own checksums cover neither the footer nor the pages' headers, where a damaged length can make a reader allocate
 * gigabytes. The seal is between the footer and the file's last eight bytes, which are footer length and magic number. The
 * length includes the seal, which other readers ignore.
 */
final class Seal {
  private static final int DIGEST = 32;
  private static final int END = 8; // footer length, magic number
  private static final int BUFFER = 1 << 16;

  private Seal() {}

  /** Writes a Parquet file, and its seal before the last bytes. */
  static final class Output extends FilterOutputStream {
    private final MessageDigest digest = Sha256.digest();
    private final byte[] end = new byte[END]; // the last bytes written, held back
    private int held;

    Output(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      int kept = Math.max(0, Math.min(held, END - length)); // of the bytes held back
      pass(end, 0, held - kept);
      System.arraycopy(end, held - kept, end, 0, kept);
      int passed = Math.max(0, length - END);
      pass(bytes, from, passed);
      System.arraycopy(bytes, from + passed, end, kept, length - passed);
      held = kept + length - passed;
    }

    private void pass(byte[] bytes, int from, int length) throws IOException {
      digest.update(bytes, from, length);
      out.write(bytes, from, length);
    }

    /** Must be called once, after the last byte. */
    void seal() throws IOException {
      ByteBuffer footer = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
      footer.putInt(0, footer.getInt(0) + DIGEST);
      out.write(digest.digest(end));
      out.write(end);
    }
  }

  /** @throws IOException if any byte of the file differs from what was written */
  static void check(SeekableInput in) throws IOException {
    long left = in.length() - DIGEST - END;
    if (left < 0) {
      throw new IOException("too short, with " + in.length() + " bytes");
    }
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    for (int length; left > 0; left -= length) {
      length = (int) Math.min(left, BUFFER);
      read(in, buffer, length);
      digest.update(buffer, 0, length);
    }
    read(in, buffer, DIGEST + END);
    digest.update(buffer, DIGEST, END);
    if (!MessageDigest.isEqual(digest.digest(), Arrays.copyOf(buffer, DIGEST))) {
      throw new IOException("damaged, or not written by Rote: its bytes are not those of the SHA-256 at its end");
    }
  }

  private static void read(SeekableInput in, byte[] buffer, int length) throws IOException {
    if (in.readNBytes(buffer, 0, length) < length) {
      throw new EOFException("shorter than it was when it was opened");
    }
  }
}
