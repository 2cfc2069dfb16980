package rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Map<String, String> AT_HOME = Map.of("HOME", "/home/me");

  @TempDir Path folder;

  @Test
  void aRelativePathIsShownFromTheWorkingDirectory() {
    shows("out/y", "out/./x/../y/", HERE.resolve("out/y"));
    shows(HERE.toString(), ".", HERE);
    shows(HERE.toString(), "none/..", HERE);
    shows(HERE.getParent().toString(), "..", HERE.getParent());
    shows("/", "/", Path.of("/"));
    shows("/", "/../..", Path.of("/"));
    shows("a b", "a b", HERE.resolve("a b"));
    shows("my%20out", "my%20out", HERE.resolve("my%20out"));
  }

  @Test
  void aTildeIsTheHomeFolder() {
    shows("/home/me", "~", Path.of("/home/me"));
    shows("/home/me/results", "~/results/", Path.of("/home/me/results"));
    shows("./~", "./~", HERE.resolve("~"));
    shows("a/~", "a/~", HERE.resolve("a/~"));
    refuses("~you/x", "~ followed by a name is not understood");
    assertThat(Place.of(Place.of("./~you").toString()).local()).contains(HERE.resolve("~you"));
  }

  @Test
  void aFileUriIsDecodedOnce() {
    shows("/a/my out", "file:///a/my%20out", Path.of("/a/my out"));
    shows("/a/my%20out", "file:///a/my%2520out", Path.of("/a/my%20out"));
    shows("/a/\u00fc", "FILE:/a/%C3%BC", Path.of("/a/\u00fc"));
    shows("/a/b c#d%.txt", "file:/a/b c#d%.txt", Path.of("/a/b c#d%.txt"));
    shows("/a", "file://localhost/a/", Path.of("/a"));
  }

  @Test
  void placesOfOtherMachinesAreRefusedInOneLine() {
    refuses("", "it is empty");
    refuses("file:x", "a file URI is file:///FOLDER/FILE");
    refuses("file://tmp/x", "it names the machine tmp; on this machine it is file:///tmp/x");
    refuses("file:///C:/Users/me", "drive letter of Windows");
    refuses("C:\\Users\\me", "drive letter of Windows");
    refuses("a\0b", "is neither a path nor a URI");
  }

  @Test
  void upFromALinkIsUpFromItsTarget() throws IOException {
    Path real = Files.createDirectories(folder.resolve("far/real")).toRealPath();
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    assertThat(Place.of(link + "/../x").local()).contains(real.resolveSibling("x"));
    assertThat(Place.of(link + "/x").toString()).isEqualTo(link + "/x");
    assertThat(Place.of(link.toString()).identity()).isEqualTo(Place.of(real + "/.").identity());
  }

  @Test
  void aUriShowsNoPassword() {
    Place place = Place.of("hdfs://me:secret@host:9000/a/../b c");
    assertThat(place.toString()).isEqualTo("hdfs://***@host:9000/b c");
    assertThat(place.hadoop().toUri().getUserInfo()).isEqualTo("me:secret");
    assertThat(Place.of("hdfs:///x").toString()).isEqualTo("hdfs:///x");
  }

  @Test
  void isSeenFromAnotherFolder() {
    assertThat(Place.of("x/e.yaml").seenFrom(HERE.resolve("x"))).isEqualTo("e.yaml");
    assertThat(Place.of("x/e.yaml").seenFrom(Path.of("/elsewhere"))).isEqualTo(HERE.resolve("x/e.yaml").toString());
  }

  private static void shows(String shown, String typed, Path path) {
    Place place = Place.of(typed, AT_HOME);
    assertThat(place.toString()).as(typed).isEqualTo(shown);
    assertThat(place.local()).as(typed).contains(path);
  }

  private static void refuses(String typed, String part) {
    assertThatThrownBy(() -> Place.of(typed, AT_HOME)).as(typed).isInstanceOf(InputException.class)
        .hasMessageContaining(part).hasMessageNotContaining("\n");
  }
}
