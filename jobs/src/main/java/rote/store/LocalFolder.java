package rote.store;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import rote.data.InputException;

/**
 * A folder on this machine, written by java.nio.
 *
 * <p>Hadoop's own local file system starts a process for each file's permissions and adds checksum files.
 */
record LocalFolder(Path root, Configuration hadoop) implements Folder {
  private static final String LOCK = ".lock";

  /** What this JVM has locked: opening such a lock file once more and closing it would drop the lock (POSIX). */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  @Override
  public String location() {
    return root.toString();
  }

  @Override
  public Optional<String> fileInTheWay() {
    Path nearest = root.toAbsolutePath();
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    return nearest == null || Files.isDirectory(nearest) ? Optional.empty() : Optional.of(nearest.toString());
  }

  @Override
  public List<String> list(String subfolder) throws IOException {
    try (Stream<Path> paths = Files.list(root.resolve(subfolder))) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
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
      Files.createDirectories(file.toAbsolutePath().getParent());
      writeDurably(part, body);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      force(file.toAbsolutePath().getParent());
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw Folder.failed("write", path(name), e);
    }
  }

  /** A name is on the disk when its folder is. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  /** Forced to the disk before the rename, or a power cut could leave the final name on an empty file. */
  private static void writeDurably(Path part, Body body) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      body.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(root.resolve(name));
  }

  @Override
  public InputFile parquet(String name) throws IOException {
    return HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(root.resolve(name).toUri()), hadoop);
  }

  @Override
  public void delete(String name) throws IOException {
    if (!Files.exists(root.resolve(name))) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root.resolve(name))) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  @Override
  public Closeable lock() throws IOException {
    Path key = createFolder().toRealPath();
    if (!HELD.add(key)) {
      throw inUse();
    }
    try {
      FileLock lock = lock(root.resolve(LOCK));
      return () -> {
        lock.channel().close();
        HELD.remove(key);
      };
    } catch (IOException | RuntimeException e) {
      HELD.remove(key);
      throw e;
    }
  }

  private Path createFolder() throws IOException {
    try {
      return Files.createDirectories(root);
    } catch (AccessDeniedException e) {
      throw new InputException("output " + root + ": no permission to create it", e);
    }
  }

  private FileLock lock(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw inUse();
    }
    return lock;
  }

  private InputException inUse() {
    return new InputException("output " + root + ": another run is writing here; wait for it or give another --out");
  }
}
