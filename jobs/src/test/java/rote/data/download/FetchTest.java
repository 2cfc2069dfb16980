package rote.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rote.harness.CifarFixtures.gzip;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.data.DatasetInfo;
import rote.data.catalog.Catalog;
import rote.data.catalog.CatalogTest;
import rote.files.DataFolder;
import rote.files.EnvironmentProxies;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.Sha256;
import rote.files.Web;
import rote.harness.LoopbackHome;

/** Downloads, and every way in which they fail, from servers on the loopback interface. */
@Timeout(20)
class FetchTest {
  private static final byte[] IMAGES = random(1, 300_000);
  private static final byte[] PACKED = gzip(IMAGES);
  private static final byte[] ARCHIVE = random(2, 5_000);
  private static final PublishedFile IMAGES_FILE = new PublishedFile("images.gz", true, IMAGES.length, sha256(IMAGES));
  private static final PublishedFile ARCHIVE_FILE = new PublishedFile("archive", false, ARCHIVE.length, sha256(ARCHIVE));

  private static final EnvironmentProxies NO_PROXY = EnvironmentProxies.of(Map.of());

  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();
  private LoopbackHome server;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackHome().at("/good/images.gz", LoopbackHome.whole(PACKED))
        .at("/good/archive", LoopbackHome.whole(ARCHIVE));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void downloadsEveryFileAndLeavesNoOthers() throws IOException {
    fetch("/good/");
    assertAllThere();
    assertThat(lines).containsExactly(
        "images.gz: from " + server.address("/good/images.gz") + ", SHA-256 matches",
        "archive: from " + server.address("/good/archive") + ", SHA-256 matches");
  }

  @Test
  void existingFilesAreCheckedAndNotDownloadedAgain() throws IOException {
    Files.write(folder.resolve("images"), IMAGES); // without its gzip
    Files.write(folder.resolve("archive"), ARCHIVE);
    fetch("/good/");
    assertThat(server.asked()).isEmpty();
    assertThat(lines).containsExactly("images: exists, SHA-256 matches",
        "archive: exists, SHA-256 matches");
  }

  @Test
  void refusesToReplaceADifferentFile() throws IOException {
    Files.write(folder.resolve("images.gz"), gzip(random(3, IMAGES.length)));
    assertThatThrownBy(() -> fetch("/good/")).isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder + "/images.gz: not the file of tiny: SHA-256 is ")
        .hasMessageContaining("move it away");
    assertThat(names()).containsExactly("images.gz");
  }

  @Test
  void aBrokenDownloadContinuesWhereItEnded() throws IOException {
    server.at("/breaks/images.gz", LoopbackHome.breakingAfter(PACKED.length / 2, PACKED))
        .at("/breaks/archive", LoopbackHome.whole(ARCHIVE));
    fetch("/breaks/");
    assertAllThere();
    assertThat(server.asked()).startsWith("/breaks/images.gz", "/breaks/images.gz bytes=" + PACKED.length / 2 + "-");
  }

  @Test
  void aPartOfAnEarlierFetchIsContinued() throws IOException {
    Files.write(folder.resolve("images.gz.part"), Arrays.copyOf(PACKED, 1_000));
    fetch("/good/");
    assertAllThere();
    assertThat(server.asked()).containsExactly("/good/images.gz bytes=1000-", "/good/archive");
  }

  @Test
  void aCompletePartOfAnEarlierFetchIsUsed() throws IOException {
    Files.write(folder.resolve("images.gz.part"), PACKED);
    fetch("/good/");
    assertAllThere();
    assertThat(server.asked()).containsExactly("/good/archive");
  }

  @Test
  void aPartOfAnotherFileIsDiscarded() throws IOException {
    Files.write(folder.resolve("images.gz.part"), random(4, 1_000));
    fetch("/good/");
    assertAllThere();
    assertThat(server.asked()).startsWith("/good/images.gz bytes=1000-", "/good/images.gz");
  }

  @Test
  void aPartLongerThanTheFileIsDiscarded() throws IOException {
    Files.write(folder.resolve("images.gz.part"), random(5, PACKED.length + 9));
    fetch("/good/");
    assertAllThere();
  }

  @Test
  void aServerThatIgnoresRangesIsReadFromTheBeginning() throws IOException {
    Files.write(folder.resolve("images.gz.part"), Arrays.copyOf(PACKED, 1_000));
    server.at("/simple/images.gz", LoopbackHome.ignoringRanges(PACKED)).at("/simple/archive", LoopbackHome.whole(ARCHIVE));
    fetch("/simple/");
    assertAllThere();
    assertThat(server.asked()).containsExactly("/simple/images.gz bytes=1000-", "/simple/archive");
  }

  @Test
  void aWrongFileIsDiscardedAndTheNextAddressTried() throws IOException {
    server.at("/wrong/images.gz", LoopbackHome.whole(gzip(random(6, IMAGES.length))));
    fetch("/wrong/", "/good/");
    assertAllThere();
    assertThat(server.asked()).containsExactly("/wrong/images.gz", "/good/images.gz", "/wrong/archive", "/good/archive");
  }

  @Test
  void wrongFilesEverywhereLeaveNothing() {
    byte[] wrong = random(7, IMAGES.length);
    server.at("/a/images.gz", LoopbackHome.whole(gzip(wrong))).at("/b/images.gz", LoopbackHome.whole("<html>".getBytes()))
        .at("/c/images.gz", LoopbackHome.whole(Arrays.copyOf(PACKED, 900)));
    assertThatThrownBy(() -> fetch("/a/", "/b/", "/c/")).isExactlyInstanceOf(IOException.class).message().hasLineCount(1)
        .contains("/a/images.gz (SHA-256 is " + sha256(wrong) + ", not " + sha256(IMAGES) + ")")
        .contains("/b/images.gz (content has 6 bytes, not 300000)").contains("/c/images.gz (content: too short");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aRedirectIsFollowed() throws IOException {
    server.at("/moved/images.gz", LoopbackHome.redirect(server.address("/good/images.gz")))
        .at("/moved/archive", LoopbackHome.redirect("/good/archive"));
    fetch("/moved/");
    assertAllThere();
  }

  @Test
  void anAddressWithoutTheFileIsSkipped() throws IOException {
    fetch("/none/", "/good/");
    assertAllThere();
    assertThatThrownBy(() -> fetchTo(folder.resolve("other"), "/none/")).hasMessageContaining("(answers with status 404)");
  }

  @Test
  void aSilentServerIsSkipped() throws IOException {
    server.at("/mute/images.gz", server.silent()).at("/mute/archive", server.silentAfter(2_000, ARCHIVE));
    fetch("/mute/", "/good/");
    assertAllThere();
    assertThat(server.asked()).endsWith("/good/archive bytes=2000-");
  }

  @Test
  void anEndlessDownloadIsCutOff() {
    server.at("/endless/images.gz", LoopbackHome.endless());
    assertThatThrownBy(() -> fetch("/endless/")).hasMessageContaining("(sends more than the ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anUnreachableSetIsAnErrorThatListsTheDownloadsToDoByHand() throws IOException {
    String closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }
    DownloadSource home = new DownloadSource("tiny", List.of(closed), List.of(IMAGES_FILE, ARCHIVE_FILE));
    Path place = folder.resolve("new");
    assertThatThrownBy(() -> fetch(home, new DataFolder(place.toString(), new FileSystems()), NO_PROXY))
        .isExactlyInstanceOf(IOException.class).message().hasLineCount(1)
        .startsWith("tiny cannot be fetched: images.gz is not available from " + closed + "images.gz (")
        .endsWith("; put into " + place + " by hand: images.gz from " + closed + "images.gz, archive from " + closed
            + "archive");
    assertThat(place).doesNotExist();
  }

  @Test
  void downloadsToFileSystemsThatOnlyHadoopCanOpen() throws IOException {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.viewfs.mounttable.lab.link./disk", folder.toUri().toString());
    hadoop.setBoolean("fs.viewfs.impl.disable.cache", true);
    DataFolder far = new DataFolder("viewfs://lab/disk/far", new FileSystems(hadoop));
    fetch(home("/good/"), far, NO_PROXY);
    assertThat(folder.resolve("far/images.gz")).hasBinaryContent(PACKED);
    assertThat(folder.resolve("far/archive")).hasBinaryContent(ARCHIVE);
    assertThat(folder.resolve("parts")).isEmptyDirectory();
    assertThat(folder.resolve("far").toFile().list()).filteredOn(name -> name.contains(".tmp")).isEmpty();
  }

  @Test
  void goesThroughTheProxy() throws IOException {
    server.at("http://nowhere.invalid/images.gz", LoopbackHome.whole(PACKED))
        .at("http://nowhere.invalid/archive", LoopbackHome.whole(ARCHIVE));
    DownloadSource home = new DownloadSource("tiny", List.of("http://nowhere.invalid/"), List.of(IMAGES_FILE, ARCHIVE_FILE));
    fetch(home, new DataFolder(folder.toString(), new FileSystems()), EnvironmentProxies.of(Map.of("http_proxy", server.address(""))));
    assertAllThere();
  }

  @Test
  void theGenuineMnistIsDownloadedAndLoaded() throws IOException {
    String data = System.getenv("ROTE_DATA");
    Assumptions.assumeTrue(data != null, "ROTE_DATA is not set"); // CatalogTest demands it where CI=true
    for (PublishedFile file : DownloadSource.of("mnist").files()) {
      server.at("/mnist/" + file.name(), LoopbackHome.whole(Files.readAllBytes(Path.of(data, "mnist", file.name()))));
    }
    DataFolder to = new DataFolder(folder.toString(), new FileSystems());
    fetch(new DownloadSource("mnist", List.of(server.address("/mnist/")), DownloadSource.of("mnist").files()), to, NO_PROXY);
    assertThat(DatasetInfo.of(Catalog.load("mnist", List.of(to)))).isEqualTo(Catalog.known("mnist").orElseThrow());
  }

  private void fetch(String... paths) throws IOException {
    fetchTo(folder, paths);
  }

  private void fetchTo(Path place, String... paths) throws IOException {
    fetch(home(paths), new DataFolder(place.toString(), new FileSystems()), NO_PROXY);
  }

  private DownloadSource home(String... paths) {
    return new DownloadSource("tiny", Arrays.stream(paths).map(server::address).toList(), List.of(IMAGES_FILE, ARCHIVE_FILE));
  }

  private void fetch(DownloadSource home, DataFolder to, EnvironmentProxies proxies) throws IOException {
    Download download = new Download(new Web(proxies, Duration.ofMillis(500)), (part, bytes, all) -> {
      assertThat(part).endsWith(".part");
      assertThat(bytes).isPositive();
    });
    new Fetch(home, to, folder.resolve("parts"), download, lines::add).run();
  }

  private void assertAllThere() {
    assertThat(folder.resolve("images.gz")).hasBinaryContent(PACKED);
    assertThat(folder.resolve("archive")).hasBinaryContent(ARCHIVE);
    assertThat(names()).containsExactlyInAnyOrder("images.gz", "archive");
  }

  private Stream<String> names() {
    return Arrays.stream(folder.toFile().list());
  }

  private static byte[] random(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String sha256(byte[] content) {
    return Sha256.hex(Sha256.digest().digest(content));
  }
}
