package rote.data.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import rote.files.Gzip;
import rote.files.InputException;

/**
 * The arrays of a file that {@code numpy.savez} or {@code numpy.savez_compressed} wrote: a ZIP archive of NumPy files.
 *
 * <p>It is read from front to back, entry by entry, and nothing is unpacked to disk.
 */
public final class NpzFile {
  private static final int MAGIC = 0x504b; // PK
  private static final String SUFFIX = ".npy";
  private static final long MAX_SKIPPED = 1L << 34; // bytes of other entries
  private static final int MAX_NAMES = 1_000;
  private static final int MAX_SHOWN = 8;
  private static final int BUFFER = 1 << 16;

  private final String file;
  private final Predicate<String> wanted;
  private final ArrayMemory memory;
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<String, NpyArray> arrays = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private long skipped;

  private NpzFile(String file, Predicate<String> wanted, ArrayMemory memory) {
    this.file = file;
    this.wanted = wanted;
    this.memory = memory;
  }

  /**
   * Reads some of the arrays.
   *
   * @param in read to the archive's directory, not closed
   * @param file names the file in error messages
   * @param wanted which arrays are read, by their names
   * @param memory of all arrays of the data set
   * @throws InputException if it is damaged, or one of the arrays is none that can be read
   */
  public static NpzFile read(InputStream in, String file, Predicate<String> wanted, ArrayMemory memory) {
    return Gzip.read(in, file, plain -> {
      NpzFile read = new NpzFile(file, wanted, memory);
      try {
        read.entries(plain);
      } catch (ZipException e) {
        throw new InputException(file + (String.valueOf(e.getMessage()).contains("encrypted") ? ": is encrypted; only open archives are read"
            : ": damaged ZIP archive, or one that was written into a pipe: " + PythonLiteral.shown(String.valueOf(e.getMessage()))), e);
      } catch (IllegalArgumentException e) {
        throw new InputException(file + ": damaged ZIP archive: an entry has an impossible name or size", e);
      }
      return read;
    });
  }

  private void entries(InputStream plain) throws IOException {
    BufferedInputStream in = new BufferedInputStream(plain, BUFFER);
    in.mark(2);
    if ((in.read() << 8 | in.read()) != MAGIC) {
      throw new InputException(file + ": not an .npz file, which is a ZIP archive of arrays and begins with PK");
    }
    in.reset();
    ZipInputStream zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      add(entry.getName(), new BufferedInputStream(zip, BUFFER));
    }
  }

  private void add(String entry, InputStream content) throws IOException {
    String shown = PythonLiteral.shown(entry);
    if (entry.startsWith("/") || entry.contains("..") || entry.contains("\\")) {
      throw new InputException(file + ": has an entry \"" + shown + "\", a path; arrays have plain names, such as x_train.npy");
    }
    String name = entry.endsWith(SUFFIX) ? entry.substring(0, entry.length() - SUFFIX.length()) : entry;
    if (!names.add(name)) {
      throw new InputException(file + ": has two entries \"" + shown + "\"");
    }
    if (names.size() > MAX_NAMES) {
      throw new InputException(file + ": has more than " + MAX_NAMES + " entries");
    }
    if (entry.endsWith(SUFFIX) && wanted.test(name)) {
      if (arrays.containsKey(name)) {
        throw new InputException(file + ": has two arrays \"" + PythonLiteral.shown(name) + "\", which differ in capital letters alone");
      }
      arrays.put(name, NpyArray.readPlain(content, file + "!" + PythonLiteral.shown(name), memory));
    } else {
      skip(content);
    }
  }

  private void skip(InputStream content) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      skipped += n;
      if (skipped > MAX_SKIPPED) {
        throw new InputException(file + ": unpacks to more than " + MAX_SKIPPED + " bytes beside the arrays of the data set");
      }
    }
  }

  /** Returns an array that was wanted; capital letters make no difference. */
  public Optional<NpyArray> array(String name) {
    return Optional.ofNullable(arrays.get(name));
  }

  /** Lists the names of the arrays, for messages. */
  public String names() {
    String shown = String.join(", ", names.stream().limit(MAX_SHOWN).map(PythonLiteral::shown).toList());
    return names.isEmpty() ? "nothing" : names.size() > MAX_SHOWN ? shown + " and " + (names.size() - MAX_SHOWN) + " more" : shown;
  }
}
