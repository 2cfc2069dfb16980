package rote.data;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rote.files.Sha256;

/**
 * A training set and a test set of labelled examples, with a name and the SHA-256 of its content. The examples are images of
 * bytes or real features. The test set may have no examples; then each trial draws its own from the training set.
 */
public final class Dataset implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int IDX_BYTES = 0x0800; // in the header of an IDX file of bytes
  private static final int IDX_FLOATS = 0x0d00;
  private static final int FLOATS_AT_ONCE = 1 << 14;

  private final String name;
  private final Shape shape;
  private final Classes classes;
  private final Examples training;
  private final Examples test;
  private final Names names;
  private final Grouping groups; // of the training examples; null if each stands for itself
  private List<String> digests; // null until first asked for
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
    this(name, shape, classes, training, test, Names.NONE, null, former);
  }

  private Dataset(String name, Shape shape, Classes classes, Examples training, Examples test, Names names,
      Grouping groups, Map<String, String> former) {
    this.name = name;
    this.shape = shape;
    this.classes = classes;
    this.training = training;
    this.test = test;
    this.names = names;
    this.groups = groups;
    this.former = Map.copyOf(former);
  }

  /**
   * Returns a set whose classes have names: of real features, or of images of bytes.
   *
   * @param shape that of one example, {@link Shape#ofFeatures} if it is no picture
   * @param names what features and classes are called; features of images have no names
   * @param test {@link Examples#none()} where each trial draws its own
   */
  public static Dataset ofTable(String name, Shape shape, Names names, Examples training, Examples test) {
    return new Dataset(name, shape, Classes.upTo(names.classes().size()), training, test, names, null, Map.of());
  }

  /** Returns the set with examples that belong together; it must have no test set. @param these null if none do */
  public Dataset grouped(Grouping these) {
    return new Dataset(name, shape, classes, training, test, names, these, former);
  }

  /** Returns which examples belong together; null if each stands for itself. */
  public Grouping groups() {
    return groups;
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

  /** Returns what features and classes are called; no names for images. */
  public Names names() {
    return names;
  }

  /** Returns whether the examples are real features and not bytes. */
  public boolean isReal() {
    return training.isReal();
  }

  public Examples training() {
    return training;
  }

  public Examples test() {
    return test;
  }

  /**
   * Returns the SHA-256 of four lines: the SHA-256 of training images, training labels, test images and test labels as IDX
   * files, so that it follows from a set's published checksums, and whatever the files were from which these numbers were
   * decoded. Real features are an IDX file of 32-bit floats. Without a test set there are two lines. If a label below the highest
   * does not occur, one more line names those that do, since they determine the network's outputs. And one has the digest of the
   * groups, if examples belong together.
   */
  public String digest() {
    List<String> lines = new ArrayList<>(digests());
    if (!classes.isFull()) {
      lines.add("classes " + classes);
    }
    if (groups != null) {
      lines.add("groups " + groups.digest());
    }
    return digestOf(lines);
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
        key -> new Dataset(name, to, classes, change.apply(training), test.count() == 0 ? test : change.apply(test), names, groups, Map.of()));
  }

  /**
   * Returns the set with a test set that is drawn out of its training set, stratified by class.
   *
   * @param count of the test set, about which if groups stay whole; 0 returns the set as it is
   */
  public Dataset withTest(int count, RandomStreams streams) {
    return count == 0 ? this : split(groups == null ? TestShare.rows(training.labels(), classes(), count, streams)
        : TestShare.rows(training.labels(), classes(), groups, count, streams));
  }

  /** Returns the set with one of its folds as its test set, stratified by class. @param fold from 1 */
  public Dataset withFold(int fold, int folds, RandomStreams streams) {
    int[] of = groups == null ? Folds.of(training.labels(), classes(), folds, streams)
        : Folds.of(training.labels(), classes(), groups, folds, streams);
    return split(IntStream.range(0, of.length).filter(row -> of[row] == fold - 1).toArray());
  }

  private Dataset split(int[] testRows) {
    boolean[] isTest = new boolean[training.count()];
    Arrays.stream(testRows).forEach(row -> isTest[row] = true);
    int[] others = IntStream.range(0, isTest.length).filter(row -> !isTest[row]).toArray();
    return new Dataset(name, shape, classes, training.at(others), training.at(testRows), names, null, Map.of());
  }

  /** Returns the set with the labels of all examples permuted; only for a set without a test set. @param number which permutation */
  public Dataset permuted(int number, RandomStreams streams) {
    if (test.count() > 0) {
      throw new IllegalStateException("labels are permuted before a test set is drawn");
    }
    byte[] labels = LabelPermutation.of(training.labels(), groups, streams.stream("permutation", number));
    return new Dataset(name, shape, classes, training.labelled(labels), test, names, groups, Map.of());
  }

  /** Returns the first lines of {@link #digest()}, two per set of examples. */
  public synchronized List<String> digests() {
    if (digests == null) {
      digests = Stream.of(training, test).filter(set -> set.count() > 0)
          .flatMap(set -> Stream.of(images(shape, set), labels(set))).toList();
    }
    return digests;
  }

  public static String digestOf(List<String> digests) {
    return Sha256.hex(Sha256.of(String.join("\n", digests) + "\n"));
  }

  private static String images(Shape shape, Examples examples) {
    if (examples.isReal()) {
      return floats(examples, shape.isRow() ? new int[] {examples.count(), shape.width()}
          : new int[] {examples.count(), shape.channels(), shape.height(), shape.width()});
    }
    return shape.channels() == 1
        ? idx(examples.pixels(), examples.count(), shape.height(), shape.width())
        : idx(examples.pixels(), examples.count(), shape.channels(), shape.height(), shape.width());
  }

  private String labels(Examples examples) {
    return idx(classes.labelsOf(examples.labels()), examples.count());
  }

  /** Returns the SHA-256 of an IDX file of bytes. */
  public static String idx(byte[] content, int... dimensions) {
    MessageDigest sha = Sha256.digest();
    sha.update(header(IDX_BYTES, dimensions));
    return Sha256.hex(sha.digest(content));
  }

  /** Zeros have no sign here, and all missing values are the same. */
  private static String floats(Examples examples, int... dimensions) {
    MessageDigest sha = Sha256.digest();
    sha.update(header(IDX_FLOATS, dimensions));
    ByteBuffer buffer = ByteBuffer.allocate(FLOATS_AT_ONCE * Float.BYTES);
    for (float value : examples.values()) {
      buffer.putInt(Float.floatToIntBits(value + 0f));
      if (!buffer.hasRemaining()) {
        sha.update(buffer.flip());
        buffer.clear();
      }
    }
    sha.update(buffer.flip());
    return Sha256.hex(sha.digest());
  }

  private static byte[] header(int type, int... dimensions) {
    ByteBuffer header = ByteBuffer.allocate(4 + 4 * dimensions.length);
    header.putInt(type | dimensions.length);
    for (int dimension : dimensions) {
      header.putInt(dimension);
    }
    return header.array();
  }
}
