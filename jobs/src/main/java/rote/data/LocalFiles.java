package rote.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What not every file system of a machine can do, and what is done without it: locks, forced folders, links. */
public final class LocalFiles {
  private static final Logger LOG = LoggerFactory.getLogger(LocalFiles.class);

  private LocalFiles() {}

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
   */
  public static boolean lock(FileChannel channel, Path file) {
    try {
      return channel.tryLock() != null;
    } catch (IOException e) {
      LOG.warn("{} cannot be locked ({}); going on without: see to it that no other run writes here", file, e.getMessage());
      return true;
    }
  }

  /** Forces a folder's names to the disk; where folders cannot be forced, names are as safe as the file system makes them. */
  public static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("{} cannot be forced", folder, e);
    }
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
