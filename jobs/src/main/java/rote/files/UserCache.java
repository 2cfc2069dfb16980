package rote.files;

import java.nio.file.Path;
import java.util.Optional;

/** This user's folder for what can be downloaded again. */
public final class UserCache {
  private UserCache() {}

  /**
   * Returns where {@code fetch} keeps a data set.
   *
   * @throws InputException if the user has no home folder, and XDG_CACHE_HOME is not set
   */
  public static Path folder(String dataset) {
    return ifKnown(dataset).orElseThrow(() ->
        new InputException("no home folder is known to keep " + dataset + " in; set XDG_CACHE_HOME, or give --to"));
  }

  public static Optional<Path> ifKnown(String dataset) {
    String cache = System.getenv("XDG_CACHE_HOME");
    String home = Place.home(System.getenv()).map(Path::toString).orElse(null);
    return isSet(cache) || home != null ? Optional.of(folder(cache, home, dataset)) : Optional.empty();
  }

  /** @param cache ignored unless absolute, as the XDG base directory specification says */
  public static Path folder(String cache, String home, String dataset) {
    return (isSet(cache) ? Path.of(cache) : Path.of(home, ".cache")).resolve("rote").resolve(dataset);
  }

  private static boolean isSet(String cache) {
    return cache != null && Path.of(cache).isAbsolute();
  }
}
