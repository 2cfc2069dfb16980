package rote.files;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place that a user names: a folder or a file on this machine, or a URI on any file system that Hadoop reaches.
 *
 * <p>What was typed is understood once, here. {@code ~} is the home folder, a {@code file:} URI is decoded, a relative path
 * begins in the working directory, and {@code ..} goes up from where a link leads. Other URIs are taken by the letter, as
 * Hadoop's own commands take them.
 */
public final class Place {
  private static final String URI = "[A-Za-z][A-Za-z0-9+.-]+:/.*";
  private static final boolean WINDOWS = File.separatorChar == '\\';

  private final Path local; // absolute, without "." and ".."; null where the place is a URI
  private final org.apache.hadoop.fs.Path uri; // null where the place is on this machine
  private final String shown;

  private Place(Path local, org.apache.hadoop.fs.Path uri, String shown) {
    this.local = local;
    this.uri = uri;
    this.shown = shown;
  }

  /**
   * Understands what was typed; nothing is touched.
   *
   * @throws InputException if it is neither a path nor a URI, or names the home folder of another user
   */
  public static Place of(String typed) {
    return of(typed, System.getenv());
  }

  /** @param environment names the home folder */
  static Place of(String typed, Map<String, String> environment) {
    try {
      if (typed.isBlank()) {
        throw new IllegalArgumentException("it is empty");
      }
      if (typed.regionMatches(true, 0, "file:", 0, 5)) {
        return local(FileUri.path(typed), false);
      }
      return isUri(typed) ? remote(typed) : local(typed, environment);
    } catch (IllegalArgumentException e) {
      throw new InputException("\"" + Secrets.hiddenLocation(typed) + "\" is neither a path nor a URI: " + reason(e), e);
    }
  }

  /** Without the text itself, which an exception of URIs shows as it is. */
  private static String reason(IllegalArgumentException e) {
    return e.getCause() instanceof URISyntaxException wrong ? wrong.getReason()
        : e instanceof InvalidPathException wrong ? wrong.getReason() : e.getMessage();
  }

  /** A place on this machine. */
  public static Place of(Path path) {
    return local(path, false);
  }

  /** Whether a text is a URI; a drive letter is no scheme. */
  static boolean isUri(String typed) {
    return typed.matches(URI);
  }

  private static Place remote(String typed) {
    org.apache.hadoop.fs.Path path =
        new org.apache.hadoop.fs.Path(new org.apache.hadoop.fs.Path(typed).toUri().normalize());
    return new Place(null, path, FileSystems.shown(path));
  }

  private static Place local(String typed, Map<String, String> environment) {
    if (!WINDOWS && typed.matches("[A-Za-z]:[\\\\/].*")) {
      throw new IllegalArgumentException("it has a drive letter of Windows; in WSL, C: is /mnt/c");
    }
    if (!typed.startsWith("~")) {
      Path path = Path.of(typed);
      return local(path, !path.isAbsolute());
    }
    if (!typed.matches("~([/\\\\].*)?")) {
      throw new InputException(typed + ": ~ followed by a name is not understood; write the path out, or ./" + typed
          + " for a folder of that name");
    }
    Path home = home(environment).orElseThrow(() ->
        new InputException(typed + ": no home folder is known; set HOME, or write the path out"));
    return local(home.resolve(typed.substring(Math.min(2, typed.length()))), false);
  }

  private static Place local(Path path, boolean isRelative) {
    Path full = resolved(path.toAbsolutePath());
    return new Place(full, null, isRelative ? from(Path.of("").toAbsolutePath(), full) : full.toString());
  }

  /** A relative path that cannot be taken for something else, or the full one. */
  private static String from(Path folder, Path full) {
    if (!full.startsWith(folder) || full.equals(folder)) {
      return full.toString();
    }
    String relative = folder.relativize(full).toString();
    return relative.matches("[~-].*") || relative.contains(":") ? "." + File.separator + relative : relative;
  }

  /** Without "." and "..": up from a link is up from where it leads, which its text does not tell. */
  private static Path resolved(Path path) {
    Path at = path.getRoot();
    for (Path name : path) {
      if (name.toString().equals("..")) {
        Path above = real(at).getParent();
        at = above == null ? path.getRoot() : above;
      } else if (!name.toString().equals(".")) {
        at = at.resolve(name);
      }
    }
    return at;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path; // nothing is there: it is no link
    }
  }

  /** The user's home folder, by the shell's HOME or by what the JVM knows; empty for a user without one. */
  public static Optional<Path> home(Map<String, String> environment) {
    return Stream.of(environment.getOrDefault("HOME", ""), System.getProperty("user.home", "")).map(Path::of)
        .filter(Path::isAbsolute).findFirst();
  }

  /** The same place on this machine; empty for a URI. */
  public Optional<Path> local() {
    return Optional.ofNullable(local);
  }

  /** The same place as Hadoop names it. */
  public org.apache.hadoop.fs.Path hadoop() {
    return local == null ? uri : new org.apache.hadoop.fs.Path(local.toUri());
  }

  /** As a person writes it who is in a folder of this machine, and not in the working directory. */
  public String seenFrom(Path folder) {
    return local == null ? shown : from(folder.toAbsolutePath().normalize(), local);
  }

  /** The same text for every spelling of one place, links followed. */
  public String identity() {
    return local == null ? uri.toString() : real(local).toString();
  }

  /** As a person writes it: it leads there from the working directory, and shows no password. */
  @Override
  public String toString() {
    return shown;
  }
}
