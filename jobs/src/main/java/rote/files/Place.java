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
 * A file or folder that a user names: a path on this machine, or a URI on any file system that Hadoop supports.
 *
 * <p>{@code ~} is the home folder, a {@code file:} URI is decoded, a relative path begins in the working directory, and
 * {@code ..} goes up from the target of a link. Other URIs are taken literally, as Hadoop's own commands do.
 */
public final class Place {
  private static final String URI = "[A-Za-z][A-Za-z0-9+.-]+:/.*";
  private static final boolean WINDOWS = File.separatorChar == '\\';

  private final Path local; // absolute, without "." and ".."; null for a URI
  private final org.apache.hadoop.fs.Path uri; // null for a local path
  private final String shown;

  private Place(Path local, org.apache.hadoop.fs.Path uri, String shown) {
    this.local = local;
    this.uri = uri;
    this.shown = shown;
  }

  /** @throws InputException if the text is neither a path nor a URI, or names another user's home folder */
  public static Place of(String typed) {
    return of(typed, System.getenv());
  }

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

  /** Returns the reason without the text, which may have a password and is part of the exception's message. */
  private static String reason(IllegalArgumentException e) {
    return e.getCause() instanceof URISyntaxException wrong ? wrong.getReason()
        : e instanceof InvalidPathException wrong ? wrong.getReason() : e.getMessage();
  }

  public static Place of(Path path) {
    return local(path, false);
  }

  /** Returns whether a text is a URI; a drive letter is not a scheme. */
  static boolean isUri(String typed) {
    return typed.matches(URI);
  }

  private static Place remote(String typed) {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(new org.apache.hadoop.fs.Path(typed).toUri().normalize());
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

  /** Returns a relative path that cannot be mistaken for an option or URI, or the full path. */
  private static String from(Path folder, Path full) {
    if (!full.startsWith(folder) || full.equals(folder)) {
      return full.toString();
    }
    String relative = folder.relativize(full).toString();
    return relative.matches("[~-].*") || relative.contains(":") ? "." + File.separator + relative : relative;
  }

  /** Removes "." and "..", where {@code ..} after a link goes up from the link's target. */
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
      return path; // it does not exist, so it is not a link
    }
  }

  /** Returns the user's home folder by HOME or the JVM; empty for a user without one. */
  public static Optional<Path> home(Map<String, String> environment) {
    return Stream.of(environment.getOrDefault("HOME", ""), System.getProperty("user.home", "")).map(Path::of)
        .filter(Path::isAbsolute).findFirst();
  }

  /** Returns the path; empty for a URI. */
  public Optional<Path> local() {
    return Optional.ofNullable(local);
  }

  public org.apache.hadoop.fs.Path hadoop() {
    return local == null ? uri : new org.apache.hadoop.fs.Path(local.toUri());
  }

  /** Returns the place as seen from a local folder instead of the working directory. */
  public String seenFrom(Path folder) {
    return local == null ? shown : from(folder.toAbsolutePath().normalize(), local);
  }

  /** Returns one text for all spellings of a place, with links followed. */
  public String identity() {
    return local == null ? uri.toString() : real(local).toString();
  }

  /** Returns the place relative to the working directory if it lies in it, without a password. */
  @Override
  public String toString() {
    return shown;
  }
}
