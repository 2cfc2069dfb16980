package rote.data.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.Shape;
import rote.data.download.DownloadSource;
import rote.data.download.PublishedFile;
import rote.data.formats.CifarForm;
import rote.files.DataFolder;
import rote.files.InputException;

/** Finds and reads data sets by their name, and checks that they are what their name says. */
public final class Catalog {
  public static final List<String> EMNIST_SPLITS = IdxNames.SPLITS;

  private static final String PEN_DIGITS = "pen-digits";
  private static final String IDX = "idx";
  private static final String CIFAR = "cifar-10";
  private static final String CIFAR_100 = "cifar-100";
  private static final String NPZ = "npz";

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

  /** Returns the names that an experiment file can use; {@code idx} and {@code npz} are any sets in files of that kind. */
  public static List<String> names() {
    return List.of(PEN_DIGITS, "mnist", "fashion-mnist", CIFAR, CIFAR_100, IDX, NPZ);
  }

  /** Returns whether the program makes the set, without any folder. */
  public static boolean isBuiltIn(String name) {
    return name.equals(PEN_DIGITS);
  }

  /** Returns whether a set is the user's own, a table or arrays, and none that others have published and looked at. */
  public static boolean isOwn(String name) {
    return !names().contains(name) || name.equals(IDX) || name.equals(NPZ);
  }

  /** Returns what is known before a set is read; empty for data of one's own, and for CIFAR, whose content is not pinned. */
  public static Optional<DatasetInfo> known(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }

  /** Reads a set whose files leave nothing open; see the other method. */
  public static Dataset load(String name, List<DataFolder> folders) {
    return load(DataKeys.of(name), folders);
  }

  /**
   * Reads a set, or makes the built-in one.
   *
   * @param folders where to look for its files; the first that has them is used
   * @throws InputException if there is no such set, or its files are missing, damaged or not those of that name
   */
  public static Dataset load(DataKeys keys, List<DataFolder> folders) {
    demandKnown(keys.dataset());
    if (isBuiltIn(keys.dataset())) {
      return PenDigits.create();
    }
    Storage storage = storage(keys);
    return storage.read(holding(storage, folders).orElseThrow(() -> nowhere(keys, folders)));
  }

  private static void demandKnown(String name) {
    if (!names().contains(name)) {
      throw new InputException("unknown value \"" + name + "\"; known: " + String.join(", ", names()));
    }
  }

  private static Storage storage(DataKeys keys) {
    return switch (keys.dataset()) {
      case CIFAR -> new CifarStorage(CifarForm.CIFAR_10);
      case CIFAR_100 -> new CifarStorage(keys.labels() == DataKeys.Labels.COARSE ? CifarForm.COARSE : CifarForm.FINE);
      case NPZ -> new NumpyStorage(NPZ, keys.arrays());
      default -> new IdxStorage(keys, known(keys.dataset()), checksums(keys.dataset()));
    };
  }

  public static boolean isIn(String name, List<DataFolder> folders) {
    return holding(storage(DataKeys.of(name)), folders).isPresent();
  }

  /** Describes what keeps a set from being loaded; empty if nothing does, or if a folder is not on this machine. */
  public static Optional<String> absence(DataKeys keys, List<DataFolder> folders) {
    if (isBuiltIn(keys.dataset()) || !folders.stream().allMatch(folder -> folder.local().isPresent())) {
      return Optional.empty();
    }
    try {
      return holding(storage(keys), folders).isPresent() ? Optional.empty() : Optional.of(nowhere(keys, folders).getMessage());
    } catch (InputException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static Optional<DataFolder> holding(Storage storage, List<DataFolder> folders) {
    return folders.stream().flatMap(place -> storage.in(place).stream()).findFirst();
  }

  private static InputException nowhere(DataKeys keys, List<DataFolder> folders) {
    Storage storage = storage(keys);
    String places = folders.stream().map(folder -> folder + " (which " + folder.found(storage.first()) + ")")
        .collect(Collectors.joining(" or "));
    return new InputException("no " + storage.wanted() + " of " + keys.dataset() + " in " + (places.isEmpty() ? "any known place" : places)
        + "; name its folder by --data URI, or set ROTE_DATA to the folder above it"
        + (DownloadSource.known(keys.dataset()).isPresent() ? ", or let rote fetch " + keys.dataset() + " download it" : ""));
  }
}
