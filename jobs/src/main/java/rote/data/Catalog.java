package rote.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The data sets that have a name: where their files come from, and the checksums by which they are known. */
public final class Catalog {
  private static final String PEN_DIGITS = "pen-digits";
  private static final String IDX = "idx";
  private static final List<String> FILES = List.of(
      "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

  /** SHA-256 of the uncompressed files, in the order above. */
  private static final Map<String, List<String>> CHECKSUMS = Map.of(
      "fashion-mnist", List.of(
          "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
          "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
          "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
          "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
      "mnist", List.of(
          "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
          "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
          "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
          "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

  private static final Map<String, Known> KNOWN = Map.of(
      PEN_DIGITS, new Known(PenDigits.SHAPE, 10, PenDigits.TRAINING, PenDigits.TEST, PenDigits.DIGEST),
      "fashion-mnist", likeMnist("fashion-mnist"),
      "mnist", likeMnist("mnist"));

  private Catalog() {}

  private static Known likeMnist(String name) {
    return new Known(new Shape(1, 28, 28), 10, 60_000, 10_000, Dataset.digestOf(CHECKSUMS.get(name)));
  }

  /** What an experiment file may name; {@code idx} is any set in four files named like MNIST's. */
  public static List<String> names() {
    return List.of(PEN_DIGITS, "mnist", "fashion-mnist", IDX);
  }

  /** What is known of a set before it is read; empty for {@code idx}. */
  public static Optional<Known> known(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }

  /**
   * Reads a set, or makes it where it is built in.
   *
   * @param folders where to look for its files; the first that holds them is taken
   * @throws InputException if there is no such set, its files are nowhere, damaged, or not those of that name
   */
  public static Dataset load(String name, List<DataFolder> folders) {
    if (!names().contains(name)) {
      throw new InputException("unknown value \"" + name + "\"; known: " + String.join(", ", names()));
    }
    if (name.equals(PEN_DIGITS)) {
      return PenDigits.create();
    }
    for (DataFolder folder : folders) {
      if (folder.holds(FILES.get(0))) {
        return checked(folder, read(name, folder));
      }
    }
    throw new InputException("no " + FILES.get(0) + " or " + FILES.get(0) + ".gz of " + name + " in "
        + (folders.isEmpty() ? "any known place" : folders.stream().map(DataFolder::location).collect(Collectors.joining(" or ")))
        + "; name its folder by --data URI, or set ROTE_DATA to the folder above it");
  }

  private static Dataset read(String name, DataFolder folder) {
    IdxFile images = folder.read(FILES.get(0));
    IdxFile labels = folder.read(FILES.get(1));
    Shape shape = known(name).map(Known::shape).orElseGet(images::shape);
    int classes = known(name).map(Known::classes).orElseGet(labels::classes);
    Examples training = examples(folder, images, labels, shape, classes);
    Examples test = examples(folder, folder.read(FILES.get(2)), folder.read(FILES.get(3)), shape, classes);
    return new Dataset(name, shape, classes, training, test);
  }

  private static Examples examples(DataFolder folder, IdxFile images, IdxFile labels, Shape shape, int classes) {
    byte[] pixels = images.images(shape);
    if (images.count() != labels.count()) {
      throw new InputException(folder + ": " + images.count() + " images but " + labels.count() + " labels");
    }
    return new Examples(pixels, labels.labels(classes));
  }

  /** A named set is what its name says, or it is refused. */
  private static Dataset checked(DataFolder folder, Dataset dataset) {
    List<String> expected = CHECKSUMS.getOrDefault(dataset.name(), dataset.digests());
    for (int f = 0; f < FILES.size(); f++) {
      if (!expected.get(f).equals(dataset.digests().get(f))) {
        throw new InputException(folder + "/" + FILES.get(f) + ": not the file of " + dataset.name() + ": its SHA-256 is "
            + dataset.digests().get(f) + ", not " + expected.get(f) + "; for data of your own, name the set idx");
      }
    }
    return dataset;
  }
}
