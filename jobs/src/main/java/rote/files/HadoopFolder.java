package rote.files;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.util.functional.FutureIO;

/** A folder on a Hadoop file system: HDFS, an object store, or any other that the class path has. */
final class HadoopFolder implements Folder {
  /** Stores where a file appears whole when it is closed, and where renaming copies. */
  private static final Set<String> OBJECT_STORES = Set.of("s3a", "s3", "s3n", "gs", "oss", "obs", "cosn");

  private static final String READ_POLICY = "whole-file, sequential"; // the first that the file system knows

  private final Place place;
  private final Path root;
  private final Configuration hadoop;
  private final FileSystem files;

  HadoopFolder(Place place, FileSystems systems) {
    this.place = place;
    this.root = place.hadoop();
    this.hadoop = systems.hadoop();
    this.files = systems.of(root);
  }

  @Override
  public String location() {
    return place.toString();
  }

  @Override
  public Optional<String> obstacle() throws IOException {
    for (Path path = root; path != null; path = path.getParent()) {
      try {
        return files.getFileStatus(path).isDirectory() ? Optional.empty()
            : Optional.of(Place.of(path.toString()) + " is a file, not a folder");
      } catch (FileNotFoundException | ParentNotDirectoryException | AccessControlException e) {
        continue; // HDFS answers so below a file: look at the folder above
      } catch (IOException e) {
        throw Folder.failed("reach", location(), e);
      }
    }
    return Optional.empty();
  }

  @Override
  public List<String> names(String subfolder) throws IOException {
    FileStatus[] found = files.listStatus(at(subfolder));
    if (found.length == 1 && found[0].isFile() && found[0].getPath().toUri().getPath().equals(at(subfolder).toUri().getPath())) {
      throw new NotDirectoryException(path(subfolder));
    }
    return Arrays.stream(found).map(status -> status.getPath().getName() + (status.isDirectory() ? "/" : "")).toList();
  }

  private Path at(String name) {
    return name.isEmpty() ? root : new Path(root, name);
  }

  @Override
  public boolean exists(String name) throws IOException {
    try {
      return files.exists(at(name));
    } catch (IOException e) {
      throw Folder.failed("reach", path(name), e);
    }
  }

  @Override
  public void write(String name, Body body) throws IOException {
    Path file = new Path(root, name);
    try {
      Optional<FileContext> renamer = renamer();
      if (renamer.isPresent()) {
        writeAndRename(file, body, renamer.get());
      } else {
        writeWhole(file, body);
      }
    } catch (IOException | RuntimeException e) {
      throw Folder.failed("write", path(name), e);
    }
  }

  /** Returns what can replace a file by renaming, which {@link FileSystem#rename} refuses; not every file system has it. */
  private Optional<FileContext> renamer() throws IOException {
    if (OBJECT_STORES.contains(files.getUri().getScheme())) {
      return Optional.empty();
    }
    try {
      return Optional.of(FileContext.getFileContext(root.toUri(), hadoop));
    } catch (UnsupportedFileSystemException e) {
      return Optional.empty();
    }
  }

  private void writeAndRename(Path file, Body body, FileContext renamer) throws IOException {
    Path part = new Path(file.getParent(), "." + file.getName() + "." + UUID.randomUUID() + ".tmp");
    try {
      writeWhole(part, body);
      renamer.rename(part, file, Options.Rename.OVERWRITE);
    } catch (IOException | RuntimeException e) {
      discard(part, e);
      throw e;
    }
  }

  /** Deletes a partial file. If that fails too, the first failure still is the one that is thrown. */
  private void discard(Path part, Exception reason) {
    try {
      files.delete(part, false);
    } catch (IOException e) {
      if (e != reason) {
        reason.addSuppressed(e);
      }
    }
  }

  private void writeWhole(Path file, Body body) throws IOException {
    FSDataOutputStream out = files.create(file, true);
    try {
      body.writeTo(out);
    } catch (IOException | RuntimeException e) {
      abandon(out, file, e);
      throw e;
    }
    out.close();
  }

  /** Aborts a partial object, which closing would make visible, or deletes it where its store cannot abort. */
  private void abandon(FSDataOutputStream out, Path file, Exception reason) {
    try {
      if (out.hasCapability("fs.capability.outputstream.abortable")) {
        out.abort();
        return;
      }
      out.close();
    } catch (IOException e) {
      if (e != reason) { // HDFS throws its first failure again and again
        reason.addSuppressed(e);
      }
    }
    discard(file, reason);
  }

  /**
   * Passes on the file's status, so that an object store does not ask for it again, and how the file will be read: {@code Seal}
   * reads it from beginning to end, Parquet then row group by row group. File systems ignore options that they do not know.
   */
  @Override
  public SeekableInput open(String name) throws IOException {
    FileStatus status = files.getFileStatus(new Path(root, name));
    FSDataInputStream in = FutureIO.awaitFuture(files.openFile(status.getPath())
        .opt(Options.OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY, READ_POLICY).withFileStatus(status).build());
    return new SeekableInput(in, status.getLen(), in::getPos, in::seek);
  }

  @Override
  public void delete(String name) throws IOException {
    try {
      files.delete(new Path(root, name), true);
    } catch (IOException e) {
      throw Folder.failed("delete", path(name), e);
    }
  }

  /** Refuses nothing: with unique names and whole files, two runs do not harm each other. */
  @Override
  public Closeable lock() {
    return () -> {};
  }
}
