package rote.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server's stream whose reads fail when nothing has come for a while. The HTTP client's own time-out covers only the headers
 * or, by the JDK's version, the whole of a long download.
 */
final class PatientStream extends FilterInputStream {
  private static final ExecutorService READERS = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "patient-stream");
    thread.setDaemon(true);
    return thread;
  });

  private final Duration timeout;

  /** @param in must end a read when it is closed */
  PatientStream(InputStream in, Duration timeout) {
    super(in);
    this.timeout = timeout;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int at, int max) throws IOException {
    return await(READERS.submit(() -> in.read(into, at, max)), timeout);
  }

  static <T> T await(Future<T> coming, Duration timeout) throws IOException {
    try {
      return coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new SocketTimeoutException("nothing came for " + timeout.toMillis() / 1000.0 + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted while waiting for a server");
    }
  }
}
