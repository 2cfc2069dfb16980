package rote.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A folder that may hold a data set, or a single file that is one. The files in a folder are found under any of the names that {@link FileNames} accepts.
 *
 * @param location a URI, or a path on this machine
 */
public record DataFolder(String location, FileSystems systems) {
  private static final int MAX_NAMES = 6; // in a message

  /** @throws InputException if the location is neither a URI nor a path */
  public DataFolder {
    if (!Web.isAddress(location)) {
      Place.of(location);
    }
  }

  private record Opened(String name, InputStream in) {}

  public boolean holds(String name) {
    try {
      Optional<Opened> opened = open(name);
      if (opened.isPresent()) {
        opened.get().in().close();
      }
      return opened.isPresent();
    } catch (IOException e) {
      throw unreadable(place(name), e);
    }
  }

  /** @param reader reads the file and names it, by the text that it is given, in its error messages */
  public <T> T read(String name, BiFunction<InputStream, String, T> reader) {
    try {
      Opened opened = open(name).orElseThrow(() -> new InputException(
          this + ": holds neither " + name + " nor " + name + ".gz; it " + found(name)));
      try (InputStream in = opened.in()) {
        return reader.apply(in, place(opened.name()));
      }
    } catch (IOException e) {
      throw unreadable(place(name), e);
    }
  }

  private Optional<Opened> open(String wanted) throws IOException {
    FileNames names = new FileNames(wanted);
    try {
      Optional<List<String>> listed = names("");
      return listed.isEmpty() ? firstOpened(names.guesses()) : listed(names, names.among(listed.get()));
    } catch (FileNotFoundException | NoSuchFileException | NotDirectoryException | AccessDeniedException e) {
      return Optional.empty(); // found() says why
    }
  }

  private Optional<Opened> listed(FileNames names, List<String> meant) throws IOException {
    for (String name : meant) {
      if (!name.endsWith("/")) {
        return Optional.of(new Opened(name, opened(name)));
      }
      List<String> within = names.among(names(name).orElse(List.of())).stream().filter(file -> !file.endsWith("/")).toList();
      if (!within.isEmpty()) {
        return Optional.of(new Opened(name + within.get(0), opened(name + within.get(0))));
      }
    }
    return Optional.empty();
  }

  /** Opens a file that was listed, so that every failure is an error. */
  private InputStream opened(String name) {
    try {
      return systems.open(within(location, name));
    } catch (IOException e) {
      throw unreadable(place(name), e);
    }
  }

  private Optional<Opened> firstOpened(List<String> names) throws IOException {
    AccessDeniedException refusal = null;
    for (String name : names) {
      try {
        return Optional.of(new Opened(name, systems.open(within(location, name))));
      } catch (FileNotFoundException e) {
        continue; // the next spelling
      } catch (AccessDeniedException e) { // object stores that forbid listing also answer so for missing names
        refusal = refusal == null ? new AccessDeniedException(name, null, e.getReason()) : refusal;
      }
    }
    if (refusal != null) {
      throw refusal;
    }
    return Optional.empty();
  }

  /** Describes what is here instead of a file, such as {@code holds a, b/}. */
  public String found(String wanted) {
    try {
      return names("").map(names -> found(new FileNames(wanted), names)).orElseGet(() -> unlisted(wanted));
    } catch (FileNotFoundException | NoSuchFileException e) {
      return "does not exist";
    } catch (NotDirectoryException e) {
      return "is a file, not a folder";
    } catch (IOException e) {
      return "cannot be read: " + reason(e);
    }
  }

  private String unlisted(String wanted) {
    try {
      firstOpened(new FileNames(wanted).guesses()).orElseThrow(FileNotFoundException::new).in().close();
    } catch (AccessDeniedException e) {
      return "is on the web and cannot be listed, and for " + e.getFile() + " the server " + e.getReason();
    } catch (IOException e) {
      // The message says that it is not there.
    }
    return "is on the web and cannot be listed";
  }

  private static String found(FileNames wanted, List<String> names) {
    List<String> shown = wanted.likeliestFirst(names);
    String folders = String.join(" and ", wanted.among(names).stream().filter(name -> name.endsWith("/")).toList());
    return (shown.isEmpty() ? "is empty" : "holds " + String.join(", ", shown.subList(0, Math.min(MAX_NAMES, shown.size()))))
        + (shown.size() > MAX_NAMES ? " and " + (shown.size() - MAX_NAMES) + " more" : "")
        + (folders.isEmpty() ? "" : "; " + folders + " is a folder without that file");
  }

  private static InputException unreadable(String place, IOException e) {
    return new InputException(place + ": cannot be read: " + reason(e), e);
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException ? "permission denied"
        : e instanceof FileSystemException named && named.getReason() != null ? named.getReason()
        : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Returns the names in a subfolder; empty on the web, where no folder can be listed. */
  private Optional<List<String>> names(String subfolder) throws IOException {
    return Web.isAddress(location) ? Optional.empty() : Optional.of(Folder.at(Place.of(location), systems).names(subfolder));
  }

  /** Returns the names of what is here, those of folders with a slash; none on the web, or where nothing can be listed. */
  public List<String> names() {
    try {
      return names("").orElse(List.of());
    } catch (FileNotFoundException | NoSuchFileException | NotDirectoryException | AccessDeniedException e) {
      return List.of(); // found() says why
    } catch (IOException e) {
      throw unreadable(toString(), e);
    }
  }

  /** Returns the last name of the location. */
  public String name() {
    String path = location.replaceFirst(Web.isAddress(location) ? "[?#].*$" : "/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns whether the location is that of a file, which can be read. */
  public boolean isFile() {
    try {
      systems.open(location).close();
      return true;
    } catch (FileNotFoundException | NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw unreadable(toString(), e);
    }
  }

  /** Reads the file that the location names. @param reader see {@link #read} */
  public <T> T readFile(BiFunction<InputStream, String, T> reader) {
    try (InputStream in = systems.open(location)) {
      return reader.apply(in, toString());
    } catch (IOException e) {
      throw unreadable(toString(), e);
    }
  }

  public DataFolder below(String name) {
    return new DataFolder(within(location, name), systems);
  }

  private String place(String name) {
    return within(toString(), name);
  }

  private static String within(String folder, String name) {
    return Web.isAddress(folder) ? Web.within(folder, name) : folder + (folder.endsWith("/") ? "" : "/") + name;
  }

  /** Returns the path of a folder on this machine; empty for others. */
  public Optional<Path> local() {
    return Web.isAddress(location) ? Optional.empty() : Place.of(location).local();
  }

  /** Moves a local file into this folder, where it appears whole or not at all. */
  public void put(Path file, String name) throws IOException {
    Optional<Path> folder = local();
    if (folder.isEmpty()) {
      Folder.at(Place.of(location), systems).write(name, out -> Files.copy(file, out));
      Files.delete(file);
      return;
    }
    try {
      LocalFiles.createFolder(folder.get());
      Files.move(file, folder.get().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Folder.failed("write", place(name), e);
    }
  }

  /** Returns the location without passwords and signatures. */
  @Override
  public String toString() {
    return Web.isAddress(location) ? Secrets.hiddenLocation(location) : Place.of(location).toString();
  }
}
