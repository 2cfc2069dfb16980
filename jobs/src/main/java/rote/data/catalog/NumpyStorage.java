package rote.data.catalog;

import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rote.data.Dataset;
import rote.data.formats.ArrayMemory;
import rote.data.formats.LabelledArrays;
import rote.data.formats.NpyArray;
import rote.data.formats.NpzFile;
import rote.files.DataFolder;
import rote.files.InputException;

/**
 * A set in four arrays of NumPy, or in two without a test set: in one .npz file, which is the place itself or the only one in it, or in
 * .npy files.
 *
 * @param names what the arrays are called; empty for the usual names
 */
record NumpyStorage(String dataset, Optional<ArrayNames> names) implements Storage {
  private static final String ARCHIVE = ".npz";
  private static final String SINGLE = ".npy";

  private List<ArrayNames> possible() {
    return names.map(List::of).orElse(ArrayNames.USUAL);
  }

  @Override
  public Optional<DataFolder> in(DataFolder place) {
    return isArchive(place) ? Optional.of(place).filter(DataFolder::isFile)
        : Optional.of(place).filter(folder -> !archives(folder).isEmpty() || single(folder).isPresent());
  }

  private static boolean isArchive(DataFolder place) {
    return isArchive(place.name());
  }

  private static boolean isArchive(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(ARCHIVE);
  }

  private static List<String> archives(DataFolder folder) {
    return folder.names().stream().filter(NumpyStorage::isArchive).sorted().toList();
  }

  /** Returns the names of which a folder has the first as a file. */
  private Optional<ArrayNames> single(DataFolder folder) {
    return possible().stream().filter(arrays -> folder.holds(arrays.trainings().get(0) + SINGLE)).findFirst();
  }

  @Override
  public Dataset read(DataFolder place) {
    List<String> archives = isArchive(place) ? List.of() : archives(place);
    if (archives.size() > 1) {
      throw new InputException(place + ": holds several .npz files: " + String.join(", ", archives) + "; name one of them, as in --data "
          + place + "/" + archives.get(0));
    }
    return isArchive(place) ? place.readFile(this::archive)
        : archives.isEmpty() ? files(place, single(place).orElseThrow()) : place.below(archives.get(0)).readFile(this::archive);
  }

  private Dataset files(DataFolder folder, ArrayNames arrays) {
    boolean hasTest = arrays.tests().stream().anyMatch(name -> folder.holds(name + SINGLE));
    ArrayMemory memory = ArrayMemory.ofHeap();
    return set((hasTest ? arrays.all() : arrays.trainings()).stream()
        .map(name -> folder.read(name + SINGLE, (in, file) -> NpyArray.read(in, file, memory))).toList());
  }

  private Dataset archive(InputStream in, String file) {
    List<String> all = possible().stream().flatMap(arrays -> arrays.all().stream()).toList();
    NpzFile read = NpzFile.read(in, file, name -> all.stream().anyMatch(name::equalsIgnoreCase), ArrayMemory.ofHeap());
    return set(chosen(read, file).stream().map(name -> read.array(name).orElseThrow()).toList());
  }

  /** Returns four names that are there, or two if there is no test set, or else it says which are missing. */
  private List<String> chosen(NpzFile read, String file) {
    ArrayNames best = possible().stream()
        .min(Comparator.comparing(arrays -> arrays.missing(name -> read.array(name).isPresent()).size())).orElseThrow();
    List<String> missing = best.missing(name -> read.array(name).isPresent());
    if (missing.size() == best.all().size()) {
      throw new InputException(file + ": holds " + read.names() + ", and none of " + String.join(", ", best.all())
          + "; name its arrays by data.arrays: {training-images: NAME, training-labels: NAME, test-images: NAME, test-labels: NAME}");
    }
    if (!missing.isEmpty() && !missing.equals(best.tests())) {
      throw new InputException(file + ": lacks " + String.join(" and ", missing) + "; it holds " + read.names()
          + "; a set needs examples and labels for training, and others for the test unless data.test-share draws them");
    }
    return missing.isEmpty() ? best.all() : best.trainings();
  }

  private Dataset set(List<NpyArray> arrays) {
    boolean hasTest = arrays.size() > 2;
    NpyArray training = arrays.get(0);
    NpyArray test = hasTest ? arrays.get(2) : null;
    if (hasTest && test.isReal() != training.isReal()) {
      throw new InputException(test + ": holds " + kind(test) + ", and " + training + " " + kind(training) + "; both must be of one kind");
    }
    LabelledArrays set = new LabelledArrays(training, arrays.get(1), test, hasTest ? arrays.get(3) : null);
    Dataset read = set.dataset(dataset, training.shape(), set.classes(), Map.of());
    training.warn();
    return read;
  }

  private static String kind(NpyArray array) {
    return array.isReal() ? "features" : "pixels (uint8 or bool)";
  }

  @Override
  public String first() {
    return possible().get(0).trainings().get(0) + SINGLE;
  }

  @Override
  public String wanted() {
    return ".npz file or " + first();
  }
}
