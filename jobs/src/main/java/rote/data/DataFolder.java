package rote.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A folder that holds the files of a data set, on any file system that Hadoop reaches. */
final class DataFolder {
  private final String location;
  private final Path path;
  private final FileSystem files;

  private DataFolder(String location, Path path, FileSystem files) {
    this.location = location;
    this.path = path;
    this.files = files;
  }

  /** @param location a URI, or a path of the local file system */
  static DataFolder at(String location) {
    try {
      Path path = location.contains("://") ? new Path(location) : new Path(java.nio.file.Path.of(location).toUri());
      return new DataFolder(location, path, path.getFileSystem(new Configuration()));
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException(location + ": cannot be reached: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof ClassNotFoundException) {
        throw new InputException(
            location + ": its file system is not on the class path: " + e.getCause().getMessage(), e);
      }
      throw e;
    }
  }

  /** Whether it holds a file of that name, plain or with {@code .gz} behind it. */
  boolean holds(String name) {
    try {
      return files.exists(new Path(path, name)) || files.exists(new Path(path, name + ".gz"));
    } catch (IOException e) {
      throw new InputException(location + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Reads {@code name}, or {@code name.gz} where only that is there. */
  IdxFile read(String name) {
    try {
      Path plain = new Path(path, name);
      Path found = files.exists(plain) ? plain : new Path(path, name + ".gz");
      try (InputStream in = files.open(found)) {
        return IdxFile.read(in, location + "/" + found.getName());
      }
    } catch (FileNotFoundException e) {
      throw new InputException(location + ": holds neither " + name + " nor " + name + ".gz", e);
    } catch (IOException e) {
      throw new InputException(location + "/" + name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return location;
  }
}
