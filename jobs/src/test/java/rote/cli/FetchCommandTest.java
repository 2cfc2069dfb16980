package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.files.UserCache;

class FetchCommandTest {
  @TempDir Path folder;

  /** Behind a proxy that is closed, so that no address of the world is asked. */
  @Test
  void unreachableHomesGiveOneLineWithEveryFileAndItsPlace() throws IOException {
    String errors = fetch(1, "mnist", folder.resolve("new").toString());
    assertThat(errors.lines()).singleElement().asString().startsWith("rote: mnist cannot be fetched: ")
        .contains("; put into " + folder.resolve("new") + " by hand: ");
    for (String file : List.of("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")) {
      assertThat(errors).contains(
          file + "-ubyte.gz from https://ossci-datasets.s3.amazonaws.com/mnist/" + file + "-ubyte.gz");
    }
    assertThat(fetch(1, "fashion-mnist", folder.toString())).contains("s3-website.eu-central-1.amazonaws.com/t10k-labels");
    assertThat(fetch(1, "cifar-10", folder.toString()))
        .contains("cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesTheSetsThatCanBeFetched() throws IOException {
    assertThat(fetch(2, "pen-digits", folder.toString())).isEqualTo(
        "rote: cannot fetch \"pen-digits\"; known: mnist, fashion-mnist, cifar-10 (pen-digits is built in)\n");
  }

  @Test
  void theCacheIsWhereTheUsersEnvironmentHasIt() {
    assertThat(UserCache.folder("/cache", "/home/me", "mnist")).isEqualTo(Path.of("/cache/rote/mnist"));
    assertThat(UserCache.folder(null, "/home/me", "mnist")).isEqualTo(Path.of("/home/me/.cache/rote/mnist"));
    assertThat(UserCache.folder("", "/home/me", "mnist")).isEqualTo(Path.of("/home/me/.cache/rote/mnist"));
    assertThat(UserCache.folder("relative", "/home/me", "mnist")).isEqualTo(Path.of("/home/me/.cache/rote/mnist"));
  }

  @Test
  void dataIsLookedForInTheCacheLast() {
    assertThat(new DataOption().folders("mnist", System.err)).endsWith(UserCache.folder("mnist").toString());
  }

  @Test
  void aWebAddressCannotReceiveFiles() throws IOException {
    assertThat(fetch(2, "mnist", "http://me:secret@host/x")).isEqualTo("rote: --to http://***@host/x: web addresses can only"
        + " be read; name a folder of this machine, or of a file system such as hdfs:// or s3a://\n");
  }

  @Test
  void partsOfAUserWithoutAHomeAreInANewFolderOfTheirOwn() throws IOException {
    String place = System.getProperty("java.io.tmpdir");
    System.setProperty("java.io.tmpdir", folder.toString());
    try {
      Path parts = FetchCommand.newFolder();
      assertThat(parts.getParent()).isEqualTo(folder);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parts))).isEqualTo("rwx------");
      assertThat(FetchCommand.newFolder()).isNotEqualTo(parts);
    } finally {
      System.setProperty("java.io.tmpdir", place);
    }
  }

  private static String fetch(int expectedCode, String dataset, String to) throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    PrintStream standard = System.err;
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    for (String scheme : List.of("http", "https")) {
      System.setProperty(scheme + ".proxyHost", "127.0.0.1");
      System.setProperty(scheme + ".proxyPort", String.valueOf(closed));
    }
    try {
      assertThat(Main.run("fetch", dataset, "--to", to)).isEqualTo(expectedCode);
    } finally {
      System.setErr(standard);
      for (String scheme : List.of("http", "https")) {
        System.clearProperty(scheme + ".proxyHost");
        System.clearProperty(scheme + ".proxyPort");
      }
    }
    return errors.toString(StandardCharsets.UTF_8);
  }
}
