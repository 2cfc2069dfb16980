package rote.data.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import rote.data.Dataset;
import rote.data.Examples;
import rote.files.Gzip;
import rote.files.InputException;

/** Reads the files of a CIFAR data set one by one, or from their archive. */
public final class CifarBatches {
  private static final int MAX_OTHER = 1 << 20; // bytes of other files in the archive

  private final CifarForm form;
  private final byte[] trainingLabels; // [all training rows]
  private final byte[] trainingPixels; // [all training rows][3 * 32 * 32]
  private final byte[] testLabels;
  private final byte[] testPixels;
  private final Set<String> read = new LinkedHashSet<>();

  public CifarBatches(CifarForm form) {
    int training = form.training().size() * form.trainingRows();
    this.form = form;
    this.trainingLabels = new byte[training];
    this.trainingPixels = new byte[training * CifarFile.SHAPE.size()];
    this.testLabels = new byte[form.testRows()];
    this.testPixels = new byte[form.testRows() * CifarFile.SHAPE.size()];
  }

  /** Reads one of the files, plain or compressed with gzip. */
  public CifarBatches read(String name, InputStream in, String file) {
    return Gzip.read(in, file, plain -> add(name, plain, file));
  }

  private CifarBatches add(String name, InputStream plain, String file) throws IOException {
    if (!read.add(name)) {
      throw new InputException(file + ": is there twice");
    }
    boolean isTest = name.equals(form.test());
    int rows = isTest ? form.testRows() : form.trainingRows();
    int first = isTest ? 0 : form.training().indexOf(name) * rows;
    int size = CifarFile.SHAPE.size();
    CifarFile.read(form, plain, file, ByteBuffer.wrap(isTest ? testLabels : trainingLabels, first, rows),
        ByteBuffer.wrap(isTest ? testPixels : trainingPixels, first * size, rows * size));
    return this;
  }

  /** Reads all files from their archive, and ignores others in it. */
  public CifarBatches readArchive(InputStream in, String file) {
    return Gzip.read(in, file, plain -> {
      TarArchiveInputStream tar = new TarArchiveInputStream(plain);
      for (TarArchiveEntry entry = next(tar, file); entry != null; entry = next(tar, file)) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (form.files().contains(name) && entry.isFile()) {
          add(name, tar, file + "!" + name);
        } else if (entry.getSize() > MAX_OTHER) {
          throw new InputException(
              file + ": holds more than the batches of " + form.dataset().toUpperCase(Locale.ROOT) + ": a file of " + entry.getSize() + " bytes");
        }
      }
      if (plain.readNBytes(MAX_OTHER).length == MAX_OTHER) { // to the end, for gzip's checksum
        throw new InputException(file + ": too long: more follows the archive");
      }
      return this;
    });
  }

  /** Takes the stream by its general type, whose method all versions of the library have. */
  private static TarArchiveEntry next(ArchiveInputStream<?> tar, String file) throws IOException {
    TarArchiveEntry entry = (TarArchiveEntry) tar.getNextEntry();
    if (entry != null && !entry.isCheckSumOK()) {
      throw new InputException(file + ": damaged: the header of an entry has a wrong checksum");
    }
    return entry;
  }

  /**
   * @param place names what was read in the error message
   * @throws InputException if files are missing, or their labels are of one class, or training lacks some of the test set's
   */
  public Dataset dataset(String place) {
    List<String> missing = new ArrayList<>(form.files());
    missing.removeAll(read);
    if (!missing.isEmpty()) {
      throw new InputException(place + ": lacks " + String.join(", ", missing));
    }
    LabelCheck.demandLearnable(place, trainingLabels, place, testLabels);
    return new Dataset(form.dataset(), CifarFile.SHAPE, form.classes(), new Examples(trainingPixels, trainingLabels),
        new Examples(testPixels, testLabels));
  }
}
