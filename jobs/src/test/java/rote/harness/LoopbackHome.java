package rote.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on the loopback interface with an answer for each path, which records its requests. */
public final class LoopbackHome implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** Answers a request. */
  @FunctionalInterface
  public interface Answer {
    /** @param from the first byte asked for; 0 without a range */
    void to(HttpExchange exchange, int from) throws IOException;
  }

  public LoopbackHome() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    asked.add(exchange.getRequestURI() + (range == null ? "" : " " + range));
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    try {
      answers.getOrDefault(exchange.getRequestURI().toString(), status(404)).to(exchange, from);
    } catch (IOException e) {
      // The other side hung up, or this side is meant to.
    } finally {
      exchange.close();
    }
  }

  public LoopbackHome at(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  /** Returns the requests, each as a path and its range. */
  public List<String> asked() {
    return asked;
  }

  public String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Sends the content from the byte asked for. */
  public static Answer whole(byte[] content) {
    return (exchange, from) -> send(exchange, content, from, content.length);
  }

  /** Sends the content from its beginning, whatever is asked for. */
  public static Answer ignoringRanges(byte[] content) {
    return (exchange, from) -> send(exchange, content, 0, content.length);
  }

  /** Sends at most so many of the announced bytes each time. */
  public static Answer breakingAfter(int most, byte[] content) {
    return (exchange, from) -> send(exchange, content, from, Math.min(content.length, from + most));
  }

  /** Sends some bytes, then nothing. */
  public Answer silentAfter(int bytes, byte[] content) {
    return (exchange, from) -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, bytes);
      exchange.getResponseBody().flush();
      await();
    };
  }

  /** Sends nothing, not even headers. */
  public Answer silent() {
    return (exchange, from) -> await();
  }

  /** Sends bytes without end. */
  public static Answer endless() {
    return (exchange, from) -> {
      exchange.sendResponseHeaders(200, 0);
      while (true) { // until the other side hangs up
        exchange.getResponseBody().write(new byte[1 << 16]);
      }
    };
  }

  public static Answer status(int code) {
    return (exchange, from) -> exchange.sendResponseHeaders(code, -1);
  }

  /** Like a proxy or server that wants the header, {@code Proxy-Authorization} or {@code Authorization}. */
  public static Answer wanting(String header, String value, int refusal, Answer answer) {
    return (exchange, from) -> {
      boolean isRight = value.equals(exchange.getRequestHeaders().getFirst(header));
      (isRight ? answer : status(refusal)).to(exchange, from);
    };
  }

  public static Answer redirect(String address) {
    return (exchange, from) -> {
      exchange.getResponseHeaders().set("Location", address);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  private static void send(HttpExchange exchange, byte[] content, int from, int to) throws IOException {
    if (from >= content.length) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (from > 0) {
      exchange.getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
    OutputStream body = exchange.getResponseBody();
    body.write(Arrays.copyOfRange(content, from, to));
    body.flush();
  }

  private void await() throws IOException {
    try {
      closed.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
