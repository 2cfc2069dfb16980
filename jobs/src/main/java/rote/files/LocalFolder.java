package rote.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder on this machine, read and written by java.nio: Hadoop's local file system starts a process for each file's
 * permissions, writes checksum files and believes those that it finds.
 *
 * @param root absolute
 * @param location the folder as a person writes it
 */
record LocalFolder(Path root, String location) implements Folder {
  private static final String LOCK = ".lock";

  /** Folders that this JVM has locked: opening and closing a lock file again would drop its lock (POSIX). */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  @Override
  public Optional<String> obstacle() {
    return LocalFiles.obstacle(root);
  }

  @Override
  public List<String> names(String subfolder) throws IOException {
    Path folder = root.resolve(subfolder);
    if (Files.exists(folder) && !Files.isDirectory(folder)) { // to open a pipe as a folder would wait for ever
      throw new NotDirectoryException(folder.toString());
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : "")).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public boolean exists(String name) {
    return Files.exists(root.resolve(name));
  }

  @Override
  public void write(String name, Body body) throws IOException {
    Path file = root.resolve(name);
    Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      LocalFiles.createFolder(file.getParent());
      writeDurably(part, body);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      LocalFiles.forceFolder(file.getParent()); // only then is the name on the disk
    } catch (IOException | RuntimeException e) {
      discard(part, e);
      throw Folder.failed("write", path(name), e);
    }
  }

  /** Deletes a partial file. If that fails too, the first failure still is the one that is thrown. */
  private static void discard(Path part, Exception reason) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** Forces the file to the disk: if it were renamed before, a power cut could leave an empty file under the final name. */
  private static void writeDurably(Path part, Body body) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      body.writeTo(out);
      out.flush();
      force(channel);
    }
  }

  private static void force(FileChannel channel) throws IOException {
    try {
      channel.force(true);
    } catch (IOException e) {
      if (!LocalFiles.isLacking(e)) {
        throw e;
      }
    }
  }

  @Override
  public SeekableInput open(String name) throws IOException {
    LocalFiles.demandRegular(root.resolve(name));
    FileChannel channel = FileChannel.open(root.resolve(name));
    return new SeekableInput(Channels.newInputStream(channel), channel.size(), channel::position, channel::position);
  }

  @Override
  public void delete(String name) throws IOException {
    if (!Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root.resolve(name))) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      throw Folder.failed("delete", path(name), e);
    }
  }

  @Override
  public Closeable lock() throws IOException {
    try {
      LocalFiles.createFolder(root);
      return lock(root.toRealPath());
    } catch (FileSystemException e) {
      IOException told = Folder.failed("write", location, e);
      if (e instanceof AccessDeniedException || e instanceof NoSuchFileException
          || "Read-only file system".equals(e.getReason())) {
        throw new InputException("output " + location + ": " + told.getMessage(), told);
      }
      throw told;
    }
  }

  private Closeable lock(Path key) throws IOException {
    if (!HELD.add(key)) {
      throw inUse();
    }
    try {
      FileChannel channel = lockFile();
      return () -> {
        channel.close();
        HELD.remove(key);
      };
    } catch (IOException | RuntimeException e) {
      HELD.remove(key);
      throw e;
    }
  }

  private FileChannel lockFile() throws IOException {
    Path file = root.resolve(LOCK);
    LocalFiles.demandRegular(file);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (LocalFiles.lock(channel, file)) {
        return channel;
      }
      throw inUse();
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private InputException inUse() {
    return new InputException("output " + location + ": another run is writing here; wait for it or give another --out");
  }
}
