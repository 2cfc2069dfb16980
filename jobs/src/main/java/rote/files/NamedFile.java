package rote.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file, or a folder of files, that a user names: by a full path or URI, or relative to one of several places.
 *
 * @param location a URI or a path
 */
public record NamedFile(String location, FileSystems systems) {

  /**
   * Finds a file or folder.
   *
   * @param named a relative name is looked for in each of the places, in order
   * @param places folders; {@code ""} is the working directory
   * @throws InputException if it is nowhere; says where it was looked for
   */
  public static NamedFile find(String named, List<String> places, FileSystems systems) {
    List<NamedFile> candidates = (isFull(named) ? List.of("") : places).stream()
        .map(place -> new NamedFile(within(place, named), systems)).distinct().toList();
    return candidates.stream().filter(NamedFile::exists).findFirst().orElseThrow(() -> new InputException("no such file: "
        + candidates.stream().map(NamedFile::toString).distinct().collect(Collectors.joining(", nor "))));
  }

  private static boolean isFull(String named) {
    return Web.isAddress(named) || Place.isUri(named) || named.startsWith("~") || Path.of(named).isAbsolute();
  }

  private static String within(String place, String named) {
    return place.isEmpty() ? named : Web.isAddress(place) ? Web.within(place, named)
        : place + (place.endsWith("/") ? "" : "/") + named;
  }

  private boolean exists() {
    if (isOnTheWeb()) {
      try (InputStream in = systems.open(location)) {
        return true;
      } catch (FileNotFoundException e) {
        return false;
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
    try {
      return isFolder() || parent().exists(name());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private boolean isOnTheWeb() {
    return Web.isAddress(location);
  }

  public boolean isFolder() {
    if (isOnTheWeb()) {
      return false;
    }
    try {
      Folder.at(Place.of(location), systems).names("");
      return true;
    } catch (FileNotFoundException | NoSuchFileException | NotDirectoryException e) {
      return false;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Returns the files of a folder, sorted, without hidden ones and those that begin with an underscore. */
  public List<NamedFile> files() {
    try {
      return Folder.at(Place.of(location), systems).names("").stream().filter(name -> !name.matches("[._].*|.*/")).sorted()
          .map(name -> new NamedFile(within(location, name), systems)).toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** @param reader reads the file and names it, by {@link #toString}, in its error messages */
  public <T> T read(Gzip.Reader<T> reader) {
    try (InputStream in = systems.open(location)) {
      return reader.read(in);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Opens a file that can be read from any position. */
  public SeekableInput seek() throws IOException {
    if (isOnTheWeb()) {
      throw new InputException(this + ": is read from any position, which the web does not offer; download it first");
    }
    return parent().open(name());
  }

  private Folder parent() {
    int slash = location.lastIndexOf('/');
    return Folder.at(Place.of(slash < 0 ? "." : slash == 0 ? "/" : location.substring(0, slash)), systems);
  }

  /** Returns the last part of the location. */
  public String name() {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private InputException unreadable(IOException e) {
    String reason = e instanceof FileSystemException named && named.getReason() != null ? named.getReason() : e.getMessage();
    return new InputException(this + ": cannot be read: " + reason, e);
  }

  /** Returns the location as a person writes it, without a password. */
  @Override
  public String toString() {
    return isOnTheWeb() ? Secrets.hiddenLocation(location) : Place.of(location).toString();
  }
}
