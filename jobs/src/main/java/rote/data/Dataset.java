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

/** A named training set and test set of images with labels, with the SHA-256 that names its content. */
public final class Dataset implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int IDX_BYTES = 0x0800; // of the header of an IDX file of bytes

  private final String name;
  private final Shape shape;
  private final Classes classes;
  private final Examples training;
  private final Examples test;
  private final List<String> digests; // of training images, training labels, test images, test labels
  private final Map<String, String> former; // see Known
  private transient Map<String, Dataset> derived; // the same images made smaller; null before the first

  /** @param classes how many labels there are; every label lies in 0..classes-1 */
  public Dataset(String name, Shape shape, int classes, Examples training, Examples test) {
    this(name, shape, Classes.upTo(classes), training, test, Map.of());
  }

  /**
   * A set of any labels.
   *
   * @param training has the classes of its labels, 0 to {@code classes.count()} - 1; so has {@code test}
   * @param former see {@link Known#former}
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

  /** How many classes there are. */
  public int classes() {
    return classes.count();
  }

  /** The label in the files of a class, 0 to {@link #classes()} - 1. */
  public int label(int c) {
    return classes.label(c);
  }

  /** The labels in the files, one per class, ascending. */
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
   * SHA-256 over the SHA-256 digests (hexadecimal, a line each) of training images, training labels, test images and
   * test labels in IDX form: so the digest of a published IDX set follows from its published checksums. Where some label below
   * the highest does not occur, a fifth line names those that do: they decide what a network's outputs are.
   */
  public String digest() {
    return classes.isFull() ? digestOf(digests)
        : digestOf(Stream.concat(digests.stream(), Stream.of("classes " + classes)).toList());
  }

  /** See {@link Known#former}. */
  Map<String, String> former() {
    return former;
  }

  /**
   * The same images averaged to a shape; made when first asked for, once a JVM.
   *
   * @param to not larger than the images in any direction
   */
  public Dataset scaledTo(Shape to) {
    return derived("scaled", to, images -> new AreaAverage(shape, to).of(images));
  }

  /**
   * The middle of the same images; cut out when first asked for, once a JVM.
   *
   * @param to not larger than the images in any direction
   */
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

  /** The four digests of which {@link #digest()} is made. */
  public List<String> digests() {
    return digests;
  }

  /** @param digests the lines, in the order of {@link #digest()} */
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

  /** The SHA-256 of content in IDX form. */
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
