package rote.jobs.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A folder of this process for temporary files, those of Spark and of native libraries: deleted at the end, or after a kill by
 * the next run.
 *
 * <p>A locked file in it says that its process lives; the system releases the lock at death. Only folders of the same user that
 * have this file are deleted, and no link is followed: a folder that looks similar may be an output.
 */
public final class Scratch {
  private static final String PREFIX = "rote-scratch-";
  private static final String LOCK = ".rote-scratch";
  private static final String CONTENT = "Temporary files of one process of Rote; they can be deleted once that process has ended.\n";
  private static final String PLACE = "java.io.tmpdir";

  private static final int ATTEMPTS = 20;
  private static final long BETWEEN_ATTEMPTS = TimeUnit.MILLISECONDS.toNanos(20);

  private static FileChannel locked; // kept, or the garbage collector would close it and release the lock

  private Scratch() {}

  /**
   * Makes {@code java.io.tmpdir} a folder of this process. If it cannot be created and locked, {@code java.io.tmpdir} stays as
   * it is.
   */
  public static void open() {
    Path place = Path.of(System.getProperty(PLACE)).toAbsolutePath();
    try {
      Path folder = Files.createTempDirectory(place, PREFIX); // for this user alone
      Interruption.atEnd(() -> delete(folder));
      lockOrDelete(folder);
      System.setProperty(PLACE, folder.toString());
      sweep(place, folder);
    } catch (IOException | UnsupportedOperationException e) {
      // Most commands need no temporary files; Spark's start reports a folder that it cannot use.
    }
  }

  private static void lockOrDelete(Path folder) throws IOException {
    try {
      lock(folder);
    } catch (IOException e) {
      if (locked != null) {
        locked.close(); // some file systems do not delete open files
      }
      delete(folder);
      throw e;
    }
  }

  /** Locks the file before it gets its name, so nobody sees it unlocked while this process lives. */
  private static void lock(Path folder) throws IOException {
    Path unnamed = folder.resolve(LOCK + ".new");
    locked = FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    locked.lock();
    locked.write(ByteBuffer.wrap(CONTENT.getBytes(UTF_8)));
    Files.move(unnamed, folder.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes what dead processes of this user left. */
  static void sweep(Path place, Path own) throws IOException {
    UserPrincipal user = Files.getOwner(own);
    List<Path> others;
    try (Stream<Path> entries = Files.list(place)) {
      others = entries.filter(path -> path.getFileName().toString().startsWith(PREFIX) && !path.equals(own)).toList();
    }
    for (Path folder : others) {
      if (isDead(folder, user)) {
        delete(folder);
      }
    }
  }

  private static boolean isDead(Path folder, UserPrincipal user) {
    Path lock = folder.resolve(LOCK);
    try {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)
          || !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)
          || !Files.readString(lock).equals(CONTENT) || isOutput(folder)) {
        return false;
      }
      try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
          FileLock free = channel.tryLock()) {
        return free != null;
      }
    } catch (IOException | RuntimeException e) { // deleted meanwhile, or no locks here
      return false;
    }
  }

  private static boolean isOutput(Path folder) {
    return Stream.of("segments", "manifest.json").anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** Deletes a folder even while others write to it. What remains, the next run deletes. */
  private static void delete(Path folder) {
    deleteOnce(folder);
    for (int attempt = 1; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
      LockSupport.parkNanos(BETWEEN_ATTEMPTS);
      deleteOnce(folder);
    }
    if (Files.exists(folder)) {
      mark(folder);
    }
  }

  private static void deleteOnce(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete); // the lock after its neighbours
    } catch (IOException | UncheckedIOException e) {
      // Deleted meanwhile; another attempt finds the rest.
    }
  }

  /** An unlocked file tells the next run that the folder has no process. */
  private static void mark(Path folder) {
    try {
      Files.writeString(folder.resolve(LOCK), CONTENT);
    } catch (IOException e) {
      // It stays.
    }
  }
}
