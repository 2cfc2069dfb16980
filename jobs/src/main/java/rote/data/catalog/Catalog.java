package rote.data.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.Shape;
import rote.data.download.DownloadSource;
import rote.data.download.PublishedFile;
import rote.data.formats.CifarBatches;
import rote.data.formats.IdxFile;
import rote.data.formats.IdxSet;
import rote.files.DataFolder;
import rote.files.InputException;

/** Finds and reads data sets by their name, and checks that they are what their name says. */
public final class Catalog {
  private static final String PEN_DIGITS = "pen-digits";
  private static final String IDX = "idx";
  private static final String CIFAR = "cifar-10";

  private static final Map<String, DatasetInfo> KNOWN = Map.of(
      PEN_DIGITS, new DatasetInfo(PenDigits.SHAPE, 10, PenDigits.TRAINING, PenDigits.TEST, PenDigits.DIGEST),
      "fashion-mnist", likeMnist("fashion-mnist"),
      "mnist", likeMnist("mnist"));

  private Catalog() {}

  private static DatasetInfo likeMnist(String name) {
    return new DatasetInfo(new Shape(1, 28, 28), 10, 60_000, 10_000, Dataset.digestOf(checksums(name).orElseThrow()));
  }

  /** Returns the SHA-256 of the four files, unpacked, of a set that is published in MNIST's form. */
  private static Optional<List<String>> checksums(String name) {
    return DownloadSource.known(name).map(home -> home.files().stream().map(PublishedFile::sha256).toList())
        .filter(checksums -> checksums.size() == DownloadSource.IDX_FILES.size());
  }

  /** Returns the names that an experiment file can use; {@code idx} is any set in four files named like MNIST's. */
  public static List<String> names() {
    return List.of(PEN_DIGITS, "mnist", "fashion-mnist", CIFAR, IDX);
  }

  /** Returns whether the program makes the set, without any folder. */
  public static boolean isBuiltIn(String name) {
    return name.equals(PEN_DIGITS);
  }

  /** Returns what is known before a set is read; empty for {@code idx}, and for cifar-10, whose content is not pinned. */
  public static Optional<DatasetInfo> known(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }

  /**
   * Reads a set, or makes the built-in one.
   *
   * @param folders where to look for its files; the first that has them is used
   * @throws InputException if there is no such set, or its files are missing, damaged or not those of that name
   */
  public static Dataset load(String name, List<DataFolder> folders) {
    if (!names().contains(name)) {
      throw new InputException("unknown value \"" + name + "\"; known: " + String.join(", ", names()));
    }
    if (isBuiltIn(name)) {
      return PenDigits.create();
    }
    DataFolder folder = holding(name, folders).orElseThrow(() -> nowhere(name, folders));
    return name.equals(CIFAR) ? cifar(folder) : idx(name, folder);
  }

  public static boolean isIn(String name, List<DataFolder> folders) {
    return holding(name, folders).isPresent();
  }

  /** Describes what keeps a set from being loaded; empty if nothing does, or if a folder is not on this machine. */
  public static Optional<String> absence(String name, List<DataFolder> folders) {
    if (isBuiltIn(name) || !folders.stream().allMatch(folder -> folder.local().isPresent())) {
      return Optional.empty();
    }
    try {
      return isIn(name, folders) ? Optional.empty() : Optional.of(nowhere(name, folders).getMessage());
    } catch (InputException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Returns the first folder that has a set, or for CIFAR-10 the folder in it that the archive unpacks to. */
  private static Optional<DataFolder> holding(String name, List<DataFolder> folders) {
    return name.equals(CIFAR)
        ? folders.stream().flatMap(place -> Stream.of(place, place.below(CifarBatches.FOLDER)))
            .filter(place -> place.holds(first(name)) || place.holds(CifarBatches.ARCHIVE)).findFirst()
        : folders.stream().filter(place -> place.holds(first(name))).findFirst();
  }

  private static String first(String name) {
    return name.equals(CIFAR) ? CifarBatches.FILES.get(0) : DownloadSource.IDX_FILES.get(0);
  }

  private static Dataset idx(String name, DataFolder folder) {
    List<IdxFile> files = DownloadSource.IDX_FILES.stream().map(file -> folder.read(file, IdxFile::read)).toList();
    return checked(folder, new IdxSet(files.get(0), files.get(1), files.get(2), files.get(3)).dataset(name, known(name)));
  }

  private static Dataset cifar(DataFolder folder) {
    CifarBatches batches = new CifarBatches(CifarBatches.ROWS);
    if (folder.holds(first(CIFAR))) {
      CifarBatches.FILES.forEach(name -> folder.read(name, (in, file) -> batches.read(name, in, file)));
    } else {
      folder.read(CifarBatches.ARCHIVE, batches::readArchive);
    }
    return batches.dataset(folder.toString());
  }

  private static InputException nowhere(String name, List<DataFolder> folders) {
    String files = first(name) + " or " + (name.equals(CIFAR) ? CifarBatches.ARCHIVE : first(name) + ".gz");
    String places = folders.stream().map(folder -> folder + " (which " + folder.found(first(name)) + ")")
        .collect(Collectors.joining(" or "));
    return new InputException("no " + files + " of " + name + " in " + (places.isEmpty() ? "any known place" : places)
        + "; name its folder by --data URI, or set ROTE_DATA to the folder above it"
        + (DownloadSource.known(name).isPresent() ? ", or let rote fetch " + name + " download it" : ""));
  }

  private static Dataset checked(DataFolder folder, Dataset dataset) {
    List<String> expected = checksums(dataset.name()).orElse(dataset.digests());
    for (int f = 0; f < DownloadSource.IDX_FILES.size(); f++) {
      if (!expected.get(f).equals(dataset.digests().get(f))) {
        throw new InputException(folder + "/" + DownloadSource.IDX_FILES.get(f) + ": not the file of " + dataset.name()
            + ": its SHA-256 is " + dataset.digests().get(f) + ", not " + expected.get(f)
            + "; for data of your own, name the set idx");
      }
    }
    return dataset;
  }
}
