package rote.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A stream that remembers why writing to it failed, which a {@link java.io.PrintStream} around it does not say. */
final class LossyStream extends OutputStream {
  private final OutputStream out;
  private volatile String reason; // null while all goes well

  LossyStream(OutputStream out) {
    this.out = out;
  }

  /** Why something is lost; empty if nothing is, or if whoever reads has closed the pipe and wants no more. */
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
