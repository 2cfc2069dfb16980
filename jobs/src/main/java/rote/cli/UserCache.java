package rote.cli;

import java.nio.file.Path;

/** The folder of this user for what can be downloaded again. */
final class UserCache {
  private UserCache() {}

  /** Where {@code fetch} keeps a data set, and where it is looked for. */
  static Path folder(String dataset) {
    return folder(System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home"), dataset);
  }

  /** @param cache counts only where it is an absolute path, as the XDG base directory specification has it */
  static Path folder(String cache, String home, String dataset) {
    boolean isSet = cache != null && Path.of(cache).isAbsolute();
    return (isSet ? Path.of(cache) : Path.of(home, ".cache")).resolve("rote").resolve(dataset);
  }
}
