package rote.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
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

  /** Reads {@code name}, or {@code name.gz} where only that is there. */
  IdxFile read(String name) {
    try {
      Path found = files().exists(path(name)) ? path(name) : path(name + ".gz");
      try (InputStream in = files().open(found)) {
        return IdxFile.read(in, location + "/" + found.getName());
      }
    } catch (FileNotFoundException e) {
      throw new InputException(location + ": holds neither " + name + " nor " + name + ".gz", e);
    } catch (IOException e) {
      throw new InputException(location + "/" + name + ": cannot be read: " + e.getMessage(), e);
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
