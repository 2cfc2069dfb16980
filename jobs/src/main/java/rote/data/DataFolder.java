package rote.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder that may hold the files of a data set.
 *
 * @param location a URI, or a path on this machine
 */
public record DataFolder(String location, FileSystems systems) {

  /** Whether it holds a file of that name, plain or with {@code .gz} behind it. */
  boolean holds(String name) {
    try {
      return files().exists(path(name)) || files().exists(path(name + ".gz"));
    } catch (IOException e) {
      throw new InputException(location + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** What reads a file, which it names in its error messages. */
  @FunctionalInterface
  interface Reader<T> {
    T read(InputStream in, String file);
  }

  /** Reads {@code name}, or {@code name.gz} where only that is there. */
  <T> T read(String name, Reader<T> reader) {
    try {
      Path found = files().exists(path(name)) ? path(name) : path(name + ".gz");
      try (InputStream in = files().open(found)) {
        return reader.read(in, location + "/" + found.getName());
      }
    } catch (FileNotFoundException e) {
      throw new InputException(location + ": holds neither " + name + " nor " + name + ".gz", e);
    } catch (IOException e) {
      throw new InputException(location + "/" + name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The same folder as a path, if it is on this machine. */
  Optional<java.nio.file.Path> local() {
    URI uri = FileSystems.path(location).toUri();
    return "file".equals(uri.getScheme()) ? Optional.of(java.nio.file.Path.of(uri)) : Optional.empty();
  }

  /**
   * Moves a file of this machine here, so that it is here whole or not at all.
   *
   * @throws IOException that names the place, if it cannot be written
   */
  void put(java.nio.file.Path file, String name) throws IOException {
    try {
      Optional<java.nio.file.Path> folder = local();
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
        Files.move(file, folder.get().resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } else {
        copyAndRename(file, name);
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new IOException(location + "/" + name + ": cannot be written: " + e, e);
    }
  }

  private void copyAndRename(java.nio.file.Path file, String name) throws IOException {
    Path part = path("." + name + ".part");
    try {
      files().copyFromLocalFile(false, true, new Path(file.toUri()), part);
      if (!files().rename(part, path(name))) {
        throw new IOException("the file system does not rename " + part);
      }
    } finally {
      files().delete(part, false); // nothing, where it went well
    }
  }

  private FileSystem files() {
    return systems.of(FileSystems.path(location));
  }

  private Path path(String name) {
    return new Path(FileSystems.path(location), name);
  }

  @Override
  public String toString() {
    return location;
  }
}
