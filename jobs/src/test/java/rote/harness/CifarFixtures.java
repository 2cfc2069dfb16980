package rote.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import rote.data.formats.CifarForm;

/** Small files in the form of CIFAR-10, and archives of them. */
public final class CifarFixtures {
  private static final String FOLDER = "cifar-10-batches-bin/";

  private CifarFixtures() {}

  /** Rows whose labels are 0, 1, 2, ... and whose pixels tell row, channel and place. */
  public static byte[] batch(int rows, int salt) {
    byte[] file = new byte[rows * 3073];
    for (int k = 0; k < file.length; k++) {
      file[k] = k % 3073 == 0 ? (byte) (k / 3073 % 10) : pixel(salt, k / 3073, k % 3073 - 1);
    }
    return file;
  }

  /** @param k channel * 1024 + line * 32 + column */
  public static byte pixel(int salt, int row, int k) {
    return (byte) (salt * 101 + row * 31 + k * 7);
  }

  /** The files of a genuine archive, in an order of its kind, each batch salted with its number. */
  public static byte[] tar(int rows) throws IOException {
    List<String> names = new ArrayList<>(CifarForm.CIFAR_10.files());
    Collections.swap(names, 1, 5);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      tar.putArchiveEntry(new TarArchiveEntry(FOLDER));
      tar.closeArchiveEntry();
      for (String name : names) {
        put(tar, FOLDER + name, batch(rows, CifarForm.CIFAR_10.files().indexOf(name)));
      }
      put(tar, FOLDER + "batches.meta.txt", "airplane\n".getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  public static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new AssertionError("memory takes everything", e);
    }
    return out.toByteArray();
  }
}
