package rote.jobs.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import rote.files.Sha256;

/** The jar from which the program runs: rote.jar, except in tests. */
public final class ProgramJar {
  private static String digest; // reading the jar takes longer than most commands

  private ProgramJar() {}

  /** Returns where the jar is; empty where classes are in a folder. */
  public static Optional<Path> path() {
    try {
      Path home = Path.of(ProgramJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Optional.of(home).filter(Files::isRegularFile);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program cannot find its own jar", e);
    }
  }

  /** Returns the jar's SHA-256; null where there is none. */
  public static synchronized String digest() {
    Path jar = path().orElse(null);
    try {
      if (digest == null && jar != null) {
        digest = Sha256.hex(Sha256.digest().digest(Files.readAllBytes(jar)));
      }
      return digest;
    } catch (IOException e) {
      throw new UncheckedIOException(jar + ": cannot be read", e);
    }
  }

  /** Returns the commit from which the program was built; null outside of a clone. */
  public static String commit() {
    String commit = built("git.commit.id");
    return commit.isEmpty() ? null : commit;
  }

  /** Returns what the build wrote down: rote, spark, scala, java, or the commit. */
  public static String built(String key) {
    Properties build = new Properties();
    try (InputStream in = ProgramJar.class.getResourceAsStream("/rote/build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("rote/build.properties in the program", e);
    }
    return build.getProperty(key, "");
  }

  public static String jvm() {
    return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
  }
}
