package rote.jobs.start;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The jar from which the program runs: rote.jar, but for tests. */
public final class ProgramJar {
  private ProgramJar() {}

  /** Where it is; empty where classes lie in a folder. */
  public static Optional<Path> path() {
    try {
      Path home = Path.of(ProgramJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Optional.of(home).filter(Files::isRegularFile);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program cannot find its own jar", e);
    }
  }
}
