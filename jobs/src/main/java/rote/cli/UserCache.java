package rote.cli;

import java.nio.file.Path;
import java.util.Optional;
import rote.files.InputException;
import rote.files.Place;

/** The folder of this user for what can be downloaded again. */
final class UserCache {
  private UserCache() {}

  /**
   * Where {@code fetch} keeps a data set.
   *
   * @throws InputException if the user has no home folder, and nothing else is given
   */
  static Path folder(String dataset) {
    return ifKnown(dataset).orElseThrow(() ->
        new InputException("no home folder is known to keep " + dataset + " in; set XDG_CACHE_HOME, or give --to"));
  }

  /** Where a data set is looked for; empty for a user without a home folder. */
  static Optional<Path> ifKnown(String dataset) {
    String cache = System.getenv("XDG_CACHE_HOME");
    String home = Place.home(System.getenv()).map(Path::toString).orElse(null);
    return isSet(cache) || home != null ? Optional.of(folder(cache, home, dataset)) : Optional.empty();
  }

  /** @param cache counts only where it is an absolute path, as the XDG base directory specification has it */
  static Path folder(String cache, String home, String dataset) {
    return (isSet(cache) ? Path.of(cache) : Path.of(home, ".cache")).resolve("rote").resolve(dataset);
  }

  private static boolean isSet(String cache) {
    return cache != null && Path.of(cache).isAbsolute();
  }
}
