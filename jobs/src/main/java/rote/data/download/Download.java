package rote.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import rote.files.LocalFiles;
import rote.files.Web;

/** Downloads web addresses into part files, and continues where an earlier attempt ended. */
public final class Download {
  private static final int BUFFER = 1 << 16;

  private final Web web;
  private final Meter meter;

  @FunctionalInterface
  public interface Meter {
    /** @param all the total; 0 if the server does not say */
    void at(String part, long bytes, long all);
  }

  public Download(Web web, Meter meter) {
    this.web = web;
    this.meter = meter;
  }

  /**
   * @param part receives the content; if it has bytes already, the server is asked for the rest
   * @param max the most bytes that it may have
   * @return why the download is incomplete; empty if it is complete
   * @throws IOException with the part's name, if it cannot be written
   */
  Optional<String> read(URI address, Path part, long max) throws IOException {
    long have = Files.exists(part) ? Files.size(part) : 0;
    HttpResponse<InputStream> answer;
    try {
      answer = web.ask(address, have > 0 ? Map.of("Range", "bytes=" + have + "-") : Map.of());
    } catch (IOException e) {
      return Optional.of(Web.reason(e));
    }
    try (InputStream body = web.body(answer)) {
      receive(answer, body, address, part, have, max);
      return Optional.empty();
    } catch (ServerFailure e) {
      return Optional.of(e.getMessage());
    } catch (IOException e) {
      throw new IOException(part + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** A failure of the server, not of this machine. */
  private static final class ServerFailure extends IOException {
    private static final long serialVersionUID = 1L;

    ServerFailure(String message) {
      super(message);
    }
  }

  private void receive(HttpResponse<InputStream> answer, InputStream body, URI address, Path part, long have, long max)
      throws IOException {
    long length = answer.headers().firstValueAsLong("Content-Length").orElse(0);
    switch (answer.statusCode()) {
      case 200 -> write(body, part, 0, length, max); // the whole file, even if a range was asked for
      case 206 -> {
        String range = answer.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes " + have + "-")) {
          throw new ServerFailure("sends the range \"" + range + "\"; asked for what follows byte " + have);
        }
        write(body, part, have, have + length, max);
      }
      case 416 -> {
        Files.delete(part);
        throw new ServerFailure("has nothing after byte " + have);
      }
      default -> throw new ServerFailure(web.status(answer.statusCode(), address));
    }
  }

  private void write(InputStream body, Path part, long from, long all, long max) throws IOException {
    LocalFiles.createFolder(part.toAbsolutePath().getParent());
    try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (!LocalFiles.lock(file, part)) {
        throw new IOException("another fetch is writing it");
      }
      file.truncate(from).position(from);
      byte[] buffer = new byte[BUFFER];
      long at = from;
      for (int n = next(body, buffer); n >= 0; n = next(body, buffer)) {
        at += n;
        if (at > max) {
          file.truncate(0);
          throw new ServerFailure("sends more than the " + max + " bytes that the file can have");
        }
        for (ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n); bytes.hasRemaining(); ) {
          file.write(bytes);
        }
        meter.at(part.getFileName().toString(), at, all);
      }
    }
  }

  private static int next(InputStream body, byte[] buffer) throws ServerFailure {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new ServerFailure(Web.reason(e));
    }
  }
}
