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

/** A folder on any file system, with the few operations that Rote needs. Names are relative and joined by {@code /}. */
public interface Folder {
  /** The longest chain of causes in a message: a chain may be a circle. */
  int MAX_CAUSES = 10;

  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** @throws InputException if the place's file system is unknown or missing from the class path */
  static Folder at(Place place, FileSystems systems) {
    return place.local().isPresent()
        ? new LocalFolder(place.local().get(), place.toString()) : new HadoopFolder(place, systems);
  }

  /** Returns the folder as a person writes it. */
  String location();

  /** Describes, with its path, what stands in place of the folder or a folder above it and is not a folder. */
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

  /** Creates or replaces a file. Readers see the whole old content or the whole new content. */
  void write(String name, Body body) throws IOException;

  /** @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} if there is no such file */
  SeekableInput open(String name) throws IOException;

  /** Deletes a file, or a folder with its content, if it exists. */
  void delete(String name) throws IOException;

  /** Refuses a second run on the folder, if the file system can tell, until closed or until the process dies. */
  Closeable lock() throws IOException;

  /** Returns the full path of a name, as a person writes it. */
  default String path(String name) {
    return location().endsWith("/") ? location() + name : location() + "/" + name;
  }

  /** Makes the exception of a failed operation: one line with the path, all causes, and a remedy if one is known. */
  static IOException failed(String operation, String path, Exception failure) {
    StringBuilder why = new StringBuilder(said(failure));
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      if (why.indexOf(reason(cause)) < 0) { // many repeat their cause; Parquet's say only that closing failed
        why.append(": ").append(said(cause));
      }
      cause = cause.getCause();
    }
    return new IOException("cannot " + operation + " " + path + ": " + why + Remedy.of(why.toString()), failure);
  }

  /** Describes an exception; the messages of java.nio are little more than a path. */
  private static String said(Throwable failure) {
    if (failure instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (failure instanceof NoSuchFileException missing) {
      return "there is no " + missing.getFile() + ", and it cannot be made";
    }
    if (failure instanceof NotDirectoryException other) {
      return other.getFile() + " is not a folder";
    }
    if (failure instanceof FileSystemException files && files.getReason() != null && files.getOtherFile() == null) {
      return files.getReason() + " at " + files.getFile();
    }
    return failure.toString().lines().findFirst().orElse(""); // a name node adds its stack trace
  }

  private static String reason(Throwable cause) {
    String said = cause.getMessage();
    return said == null || said.isEmpty() || cause instanceof FileSystemException ? said(cause) : firstLine(said);
  }

  /** The first line of a message, for a name node sends its stack trace along. */
  static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
