package rote.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A stream that remembers why writing failed, which a {@link java.io.PrintStream} around it does not tell. */
final class LossyStream extends OutputStream {
  private final OutputStream out;
  private volatile String reason; // null until a write fails

  LossyStream(OutputStream out) {
    this.out = out;
  }

  /** Returns why output was lost; empty if none was, or if the reader has closed the pipe. */
  Optional<String> loss() {
    return Optional.ofNullable(reason).filter(why -> !why.contains("Broken pipe"));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      reason = String.valueOf(e.getMessage());
      throw e;
    }
  }
}
