package rote.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A Python module {@code duckdb} with {@code sql(query).df()}, which Debian lacks: the DuckDB of these tests answers its queries
 * on the loopback interface.
 */
public final class DuckDbForPython implements AutoCloseable {
  private static final String MODULE = """
      import json, os, urllib.request
      import pandas

      class Answer:
          def __init__(self, rows):
              self.rows = rows
          def df(self):
              return pandas.DataFrame(self.rows)

      def sql(query):
          with urllib.request.urlopen(os.environ["DUCKDB"], query.encode()) as answer:
              return Answer(json.load(answer))
      """;

  private final Path folder;
  private final Connection duck;
  private final HttpServer server;

  /**
   * Writes the module {@code duckdb.py} and begins to answer it.
   *
   * @param folder of the module
   * @param tables the folder in which relative paths begin
   */
  public DuckDbForPython(Path folder, Path tables) throws IOException, SQLException {
    this.folder = folder;
    Files.writeString(folder.resolve("duckdb.py"), MODULE);
    duck = DriverManager.getConnection("jdbc:duckdb:");
    duck.createStatement().execute("set file_search_path = '" + tables + "'");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Returns the address that the module reads from the environment variable {@code DUCKDB}. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Returns the rows of a query as JSON. */
  private void answer(HttpExchange exchange) throws IOException {
    String query = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Path rows = Files.createTempFile(folder, "rows", ".json");
    int status = 200;
    byte[] body;
    try {
      duck.createStatement().execute("copy (" + query + ") to '" + rows + "' (format json, array true)");
      body = Files.readAllBytes(rows);
    } catch (SQLException e) {
      status = 500;
      System.err.println(query + "\n" + e.getMessage());
      body = e.getMessage().getBytes(StandardCharsets.UTF_8);
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() throws SQLException {
    server.stop(0);
    duck.close();
  }
}
