package rote.data;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import rote.files.Sha256;

/** A training set and a test set of labelled images, with a name and the SHA-256 of its content. */
public final class Dataset implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int IDX_BYTES = 0x0800; // in the header of an IDX file of bytes

  private final String name;
  private final Shape shape;
  private final Classes classes;
  private final Examples training;
  private final Examples test;
  private final List<String> digests;
  private final Map<String, String> former; // see DatasetInfo
  private transient Map<String, Dataset> derived; // scaled or cropped; null before the first

  /** @param classes above every label */
  public Dataset(String name, Shape shape, int classes, Examples training, Examples test) {
    this(name, shape, Classes.upTo(classes), training, test, Map.of());
  }

  /**
   * @param training its labels are classes, 0 to {@code classes.count()} - 1, as are those of {@code test}
   * @param former see {@link DatasetInfo#former}
   */
  public Dataset(String name, Shape shape, Classes classes, Examples training, Examples test, Map<String, String> former) {
    this.name = name;
    this.shape = shape;
    this.classes = classes;
    this.training = training;
    this.test = test;
    this.digests = List.of(images(shape, training), labels(training), images(shape, test), labels(test));
    this.former = Map.copyOf(former);
  }

  public String name() {
    return name;
  }

  public Shape shape() {
    return shape;
  }

  public int classes() {
    return classes.count();
  }

  /** Returns the label of a class in the files. */
  public int label(int c) {
    return classes.label(c);
  }

  /** Returns the labels in the files, one per class. */
  public List<Integer> labels() {
    return classes.labels();
  }

  public Examples training() {
    return training;
  }

  public Examples test() {
    return test;
  }

  /**
   * Returns the SHA-256 of four lines: the SHA-256 of training images, training labels, test images and test labels as IDX
   * files, so that it follows from a set's published checksums. If a label below the highest does not occur, a fifth line names
   * those that do, since they determine the network's outputs.
   */
  public String digest() {
    return classes.isFull() ? digestOf(digests)
        : digestOf(Stream.concat(digests.stream(), Stream.of("classes " + classes)).toList());
  }

  Map<String, String> former() {
    return former;
  }

  /** Returns the same images scaled down; computed once per JVM. */
  public Dataset scaledTo(Shape to) {
    return derived("scaled", to, images -> new AreaAverage(shape, to).of(images));
  }

  /** Returns the middle of the same images; computed once per JVM. */
  public Dataset croppedTo(Shape to) {
    return derived("cropped", to, images -> CentralCrop.of(images, shape, to));
  }

  private synchronized Dataset derived(String how, Shape to, UnaryOperator<Examples> change) {
    if (to.equals(shape)) {
      return this;
    }
    derived = derived == null ? new HashMap<>() : derived;
    return derived.computeIfAbsent(how + to,
        key -> new Dataset(name, to, classes, change.apply(training), change.apply(test), Map.of()));
  }

  /** Returns the first four lines of {@link #digest()}. */
  public List<String> digests() {
    return digests;
  }

  public static String digestOf(List<String> digests) {
    return Sha256.hex(Sha256.of(String.join("\n", digests) + "\n"));
  }

  private static String images(Shape shape, Examples examples) {
    return shape.channels() == 1
        ? idx(examples.pixels(), examples.count(), shape.height(), shape.width())
        : idx(examples.pixels(), examples.count(), shape.channels(), shape.height(), shape.width());
  }

  private String labels(Examples examples) {
    return idx(classes.labelsOf(examples.labels()), examples.count());
  }

  /** Returns the SHA-256 of an IDX file. */
  public static String idx(byte[] content, int... dimensions) {
    ByteBuffer header = ByteBuffer.allocate(4 + 4 * dimensions.length);
    header.putInt(IDX_BYTES | dimensions.length);
    for (int dimension : dimensions) {
      header.putInt(dimension);
    }
    MessageDigest sha = Sha256.digest();
    sha.update(header.array());
    return Sha256.hex(sha.digest(content));
  }
}
