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

/** What not every file system of a machine can do, and what is done without it: locks, forced folders, links. */
public final class LocalFiles {
  private static final Logger LOG = LoggerFactory.getLogger(LocalFiles.class);

  /** What file systems answer that lack something: EINVAL, ENOTSUP, ENOSYS, ENOLCK, in the words of several C libraries. */
  private static final List<String> LACKING = List.of("Invalid argument", "peration not supported", "Not supported",
      "Function not implemented", "No locks available");

  private static final Set<Path> TOLD = ConcurrentHashMap.newKeySet(); // folders that cannot be forced

  private LocalFiles() {}

  /**
   * Opens a file to be read. Of what is no regular file only the ends of pipes that a shell makes for a command are opened:
   * others may have no end, or never begin.
   *
   * @throws NoSuchFileException if there is nothing of that name
   */
  public static InputStream open(Path file) throws IOException {
    demandRegular(file);
    return Files.newInputStream(file);
  }

  /**
   * Refuses what is there and is no regular file.
   *
   * @throws FileSystemException that says what it is instead
   */
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
      throw new FileSystemException(file.toString(), null, "is no regular file");
    }
  }

  /** Creates a folder and those above it; a link to a folder is one, which older JDKs do not see. */
  public static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  /**
   * Locks a file until its channel closes. A file system without locks is said in a line, and all goes on.
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
      LOG.warn("{} cannot be locked ({}); going on without: see to it that no other run writes here", file, e.getMessage());
      return true;
    }
  }

  /**
   * Forces a folder's names to the disk. Where folders cannot be forced, names are as safe as the file system makes them,
   * and a line says so once for each folder.
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
        LOG.warn("{} cannot be forced to the disk ({}); going on: a power cut may lose the newest files", folder, reason(e));
      }
    }
  }

  /** Whether an exception says that the file system lacks what was asked for. */
  public static boolean isLacking(IOException e) {
    return LACKING.stream().anyMatch(reason(e)::contains);
  }

  /** Some systems open no folders, and none opens one that may only be written. */
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

  /** The first of a folder and those above it that is there and is no folder, in words; empty if a folder can be made. */
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

  /** The folder, or the first above it that is there, in words if nothing can be made in it; empty if something can. */
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
}
