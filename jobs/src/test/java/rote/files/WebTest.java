package rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.data.catalog.Catalog;
import rote.data.download.DownloadSource;
import rote.harness.CifarFixtures;
import rote.harness.IdxFixtures;
import rote.harness.LoopbackHome;

/** Reads from servers and through proxies on the loopback interface. */
@Timeout(20)
class WebTest {
  private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration LITTLE_PATIENCE = Duration.ofMillis(500);
  private static final String ME = NamedProxy.basic("me:p#ss"); // me:p%23ss in an address

  @TempDir Path folder;
  private LoopbackHome server;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackHome();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void packedFilesInAWebFolderAreRead() throws IOException {
    Path data = IdxFixtures.write(folder, new int[] {0, 1}, new int[] {0, 1});
    for (String file : DownloadSource.IDX_FILES) {
      server.at("/set/" + file + ".gz", LoopbackHome.whole(CifarFixtures.gzip(Files.readAllBytes(data.resolve(file)))));
    }
    for (String end : List.of("", "/")) {
      DataFolder web = new DataFolder(server.address("/set" + end), new FileSystems());
      assertThat(Catalog.load("idx", List.of(web)).training().count()).isEqualTo(20);
    }
    for (String file : DownloadSource.IDX_FILES) {
      server.at("/signed/in/" + file + "?sig=S/x", LoopbackHome.whole(Files.readAllBytes(data.resolve(file))));
    }
    DataFolder signed = new DataFolder(server.address("/signed?sig=S/x"), new FileSystems()).below("in");
    assertThat(Catalog.load("idx", List.of(signed)).training().count()).isEqualTo(20);
    assertThatThrownBy(() -> signed.read("train-images-idx3-ubyte", (in, file) -> {
      throw new InputException(file);
    })).hasMessage(server.address("/signed/in/train-images-idx3-ubyte?***"));
    DataFolder empty = new DataFolder(server.address("/none").replace("//", "//me:secret@"), new FileSystems());
    assertThatThrownBy(() -> Catalog.load("idx", List.of(empty))).isInstanceOf(InputException.class)
        .hasMessageContaining(" of idx in http://***@127.0.0.1:").hasMessageNotContaining("secret")
        .hasMessageContaining("/none (which is on the web and cannot be listed)");
  }

  @Test
  void otherNamesAreTriedWhenAServerForbidsMissingFiles() throws IOException {
    Path data = IdxFixtures.write(folder, new int[] {0, 1}, new int[] {0, 1});
    for (String file : DownloadSource.IDX_FILES) {
      server.at("/set/" + file, LoopbackHome.status(403)).at("/closed/" + file, LoopbackHome.status(403))
          .at("/set/" + file + ".gz", LoopbackHome.whole(CifarFixtures.gzip(Files.readAllBytes(data.resolve(file)))));
    }
    DataFolder closed = new DataFolder(server.address("/closed"), new FileSystems());
    DataFolder set = new DataFolder(server.address("/set"), new FileSystems());
    assertThat(Catalog.load("idx", List.of(closed, set)).training().count()).isEqualTo(20);
    assertThatThrownBy(() -> Catalog.load("idx", List.of(closed))).isInstanceOf(InputException.class).hasMessageContaining(
        "/closed (which is on the web and cannot be listed, and for train-images-idx3-ubyte the server answers with status 403: reading is");
  }

  @Test
  void missingFilesAreDistinguishedFromRefusedOnes() throws IOException {
    server.at("/closed", LoopbackHome.status(403)).at("/moved", LoopbackHome.redirect("/here"))
        .at("/here", LoopbackHome.whole(CONTENT)).at("/round", LoopbackHome.redirect("/round"));
    assertThat(read("/moved", PATIENCE)).isEqualTo(CONTENT);
    assertThatThrownBy(() -> read("/none", PATIENCE)).isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> read("/closed", PATIENCE)).hasMessage("answers with status 403: reading is not allowed");
    for (String nowhere : List.of("http://h/%zz", "http://a b/", "http:///x", "http://", "http://h:99999/")) {
      server.at("/lost", LoopbackHome.redirect(nowhere));
      assertThatThrownBy(() -> read("/lost", PATIENCE)).as(nowhere).isExactlyInstanceOf(IOException.class).hasMessage("redirects to what is not an address");
    }
    assertThatThrownBy(() -> read("/round", PATIENCE)).hasMessageStartingWith("redirects more than");
  }

  @Test
  void aSilentServerIsAbandoned() throws IOException {
    server.at("/mute", server.silent()).at("/half", server.silentAfter(3, CONTENT));
    for (String path : List.of("/mute", "/half")) {
      assertThatThrownBy(() -> read(path, LITTLE_PATIENCE)).isInstanceOf(IOException.class).hasMessage("nothing came for 0.5 s");
    }
  }

  @Test
  void aServersPasswordIsSentToThatServerOnly() throws IOException {
    server.at("/mine", LoopbackHome.wanting("Authorization", ME, 401, LoopbackHome.whole(CONTENT)));
    String address = server.address("/mine").replace("//", "//me:p%23ss@");
    assertThat(new Web(EnvironmentProxies.of(Map.of()), PATIENCE).open(URI.create(address))).hasBinaryContent(CONTENT);
    assertThatThrownBy(() -> read("/mine", PATIENCE)).hasMessageContaining("401");
  }

  @Test
  void aProxyGetsItsPassword() throws IOException {
    server.at("http://nowhere.invalid/x", LoopbackHome.wanting("Proxy-Authorization", ME, 407, LoopbackHome.whole(CONTENT)));
    String proxy = server.address("");
    assertThat(through(proxy.replace("//", "//me:p%23ss@"), "http://nowhere.invalid/x")).isEqualTo(CONTENT);
    String place = proxy.substring("http://".length());
    assertThatThrownBy(() -> through(proxy, "http://nowhere.invalid/x")).hasMessage("answers with status 407: the proxy needs a"
        + " user and a password: all_proxy=http://USER:PASSWORD@" + place);
    assertThatThrownBy(() -> through(proxy.replace("//", "//me:wrong@"), "http://nowhere.invalid/x")).hasMessage(
        "answers with status 407: the proxy " + place + " does not accept the user and password of all_proxy");
  }

  @Test
  void aProxyGetsItsPasswordForHttpsToo() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> headers(proxy));
      String place = "127.0.0.1:" + proxy.getLocalPort();
      assertThatThrownBy(() -> through("http://me:p%23ss@" + place, "https://nowhere.invalid/x")).hasMessageContaining(
          ", through the proxy " + place + " of all_proxy");
      assertThat(asked.get()).startsWith("CONNECT nowhere.invalid:443 HTTP/1.1").contains("Proxy-Authorization: " + ME);
    }
  }

  /** Returns the request that a proxy receives before it refuses it. */
  private static List<String> headers(ServerSocket proxy) {
    try (Socket socket = proxy.accept();
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> lines = new ArrayList<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        lines.add(line);
      }
      socket.getOutputStream().write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return lines;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] through(String proxy, String address) throws IOException {
    try (InputStream in = new Web(EnvironmentProxies.of(Map.of("all_proxy", proxy)), PATIENCE).open(URI.create(address))) {
      return in.readAllBytes();
    }
  }

  private byte[] read(String path, Duration patience) throws IOException {
    try (InputStream in = new Web(EnvironmentProxies.of(Map.of()), patience).open(URI.create(server.address(path)))) {
      return in.readAllBytes();
    }
  }
}
