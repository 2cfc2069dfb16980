package rote.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Operations on local files that not every file system supports: locks, forced folders, links. */
public final class LocalFiles {

  /** EINVAL, ENOTSUP, ENOSYS and ENOLCK in the words of several C libraries: the file system lacks the operation. */
  private static final List<String> LACKING = List.of("Invalid argument", "peration not supported", "Not supported",
      "Function not implemented", "No locks available");

  private static final Set<Path> TOLD = ConcurrentHashMap.newKeySet(); // folders of which a line was logged

  private LocalFiles() {}

  /**
   * Opens a file for reading: a regular file, or a pipe that the shell made for this command. Other pipes and devices may never
   * begin or end.
   *
   * @throws NoSuchFileException if it does not exist
   */
  public static InputStream open(Path file) throws IOException {
    demandRegular(file);
    return Files.newInputStream(file);
  }

  /** @throws FileSystemException if the file exists and is not a regular one; says what it is */
  public static void demandRegular(Path file) throws FileSystemException {
    boolean isOfShell = file.startsWith("/dev/fd") || file.equals(Path.of("/dev/stdin"));
    if (Files.isRegularFile(file) || isOfShell || Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "Is a directory");
    }
    if (Files.notExists(file)) {
      throw new FileSystemException(file.toString(), null, "is a link that leads nowhere");
    }
    if (Files.exists(file)) {
      throw new FileSystemException(file.toString(), null, "is not a regular file");
    }
  }

  /** Creates a folder and those above it. A link to a folder counts as one, which older JDKs get wrong. */
  public static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  /**
   * Locks a file until its channel closes. Without locks on this file system, logs a line and returns true.
   *
   * @return false if another process holds the lock
   * @throws FileSystemException if the file cannot be locked for another reason
   */
  public static boolean lock(FileChannel channel, Path file) throws FileSystemException {
    try {
      return channel.tryLock() != null;
    } catch (IOException e) {
      if (!isLacking(e)) {
        throw failed(file, e);
      }
      log().warn("{} cannot be locked ({}); continuing without a lock: make sure that no other run writes here", file, e.getMessage());
      return true;
    }
  }

  /**
   * Forces a folder's names to the disk. If the file system cannot do that, logs a line once per folder.
   *
   * @throws FileSystemException if it fails for another reason
   */
  public static void forceFolder(Path folder) throws FileSystemException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    } catch (IOException e) {
      if (!isLacking(e) && !isUnopened(folder, e)) {
        throw failed(folder, e);
      }
      if (TOLD.add(folder)) {
        log().warn("{} cannot be forced to the disk ({}); continuing: a power cut may lose the newest files", folder, reason(e));
      }
    }
  }

  /** Returns whether the file system lacks the operation. */
  public static boolean isLacking(IOException e) {
    return LACKING.stream().anyMatch(reason(e)::contains);
  }

  /** Returns whether the folder could not be opened: some systems open none, and none opens a write-only one. */
  private static boolean isUnopened(Path folder, IOException e) {
    return Files.isDirectory(folder) && (e instanceof AccessDeniedException || reason(e).equals("Is a directory"));
  }

  private static FileSystemException failed(Path file, IOException e) {
    if (e instanceof FileSystemException named) {
      return named;
    }
    FileSystemException named = new FileSystemException(file.toString(), null, reason(e));
    named.initCause(e);
    return named;
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  /** Describes what stands in place of a folder, or of one above it, and is not a folder. */
  public static Optional<String> obstacle(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.isDirectory(at)) {
        return Optional.empty();
      }
      if (Files.exists(at)) {
        return Optional.of(at + " is a file, not a folder");
      }
      if (Files.isSymbolicLink(at)) {
        return Optional.of(at + " is a link to " + target(at) + ", which is not there; make that folder, or remove the link");
      }
    }
    return Optional.empty();
  }

  /** Describes the folder, or the first existing one above it, if it is not writable. */
  public static Optional<String> closed(Path folder) {
    Path at = folder;
    while (at != null && !Files.exists(at)) {
      at = at.getParent();
    }
    return at == null || Files.isWritable(at) ? Optional.empty() : Optional.of("no permission to write in " + at);
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "another place";
    }
  }

  /** Asked for when there is something to say: to start the log takes longer than most commands. */
  private static Logger log() {
    return LoggerFactory.getLogger(LocalFiles.class);
  }
}
