package rote.files;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;

/** A folder somewhere, with the few operations that an output needs; names are relative and joined by {@code /}. */
public interface Folder {
  /** Causes of causes that a message tells: their chain may be a ring. */
  int MAX_CAUSES = 10;

  /** What is to be written, given the stream to write it to. */
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * The folder at a place; nothing is touched yet.
   *
   * @throws rote.files.InputException if the place is on no file system that can be had
   */
  static Folder at(Place place, FileSystems systems) {
    return place.local().isPresent()
        ? new LocalFolder(place.local().get(), place.toString()) : new HadoopFolder(place, systems);
  }

  /** The folder as a person writes it. */
  String location();

  /** What is where the folder, or a folder above it, should be, and is no folder; in words, with its path. */
  Optional<String> obstacle() throws IOException;

  /**
   * Returns the names in a subfolder ({@code ""} for the folder itself), those of folders with a {@code /} at the end.
   *
   * @throws FileNotFoundException or {@link NoSuchFileException} if there is no such folder
   * @throws NotDirectoryException if it is a file
   */
  List<String> names(String subfolder) throws IOException;

  /** Returns the names in a subfolder ({@code ""} for the folder itself), sorted; none if there is no such folder. */
  default List<String> list(String subfolder) throws IOException {
    try {
      return names(subfolder).stream().map(name -> name.replace("/", "")).sorted().toList();
    } catch (FileNotFoundException | NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw failed("list", subfolder.isEmpty() ? location() : path(subfolder), e);
    }
  }

  boolean exists(String name) throws IOException;

  /** Creates or replaces a file; its name shows all of the old content or all of the new, never a part. */
  void write(String name, Body body) throws IOException;

  /** @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} if there is no such file */
  SeekableInput open(String name) throws IOException;

  /** Deletes a file, or a folder with all in it; nothing happens if it does not exist. */
  void delete(String name) throws IOException;

  /** Refuses a second run on the folder where that can be told, until closed or until the process dies. */
  Closeable lock() throws IOException;

  /** The full path of a name, as a person writes it. */
  default String path(String name) {
    return location().endsWith("/") ? location() + name : location() + "/" + name;
  }

  /**
   * The exception of an operation that failed: one line with the path that it failed on, why, down to the root, and what
   * helps where that is known.
   */
  static IOException failed(String operation, String path, Exception failure) {
    StringBuilder why = new StringBuilder(said(failure));
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      if (why.indexOf(reason(cause)) < 0) { // many say again what their cause says; Parquet's say only that closing failed
        why.append(": ").append(said(cause));
      }
      cause = cause.getCause();
    }
    return new IOException("cannot " + operation + " " + path + ": " + why + Remedy.of(why.toString()), failure);
  }

  /** What an exception says, with its name; those of java.nio say a path and little else. */
  private static String said(Throwable failure) {
    if (failure instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (failure instanceof NoSuchFileException missing) {
      return "there is no " + missing.getFile() + ", and it cannot be made";
    }
    if (failure instanceof NotDirectoryException other) {
      return other.getFile() + " is no folder";
    }
    if (failure instanceof FileSystemException files && files.getReason() != null && files.getOtherFile() == null) {
      return files.getReason() + " at " + files.getFile();
    }
    return firstLine(failure.toString());
  }

  private static String reason(Throwable cause) {
    String said = cause.getMessage();
    return said == null || said.isEmpty() || cause instanceof FileSystemException ? said(cause) : firstLine(said);
  }

  /** A name node sends its stack trace along. */
  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
