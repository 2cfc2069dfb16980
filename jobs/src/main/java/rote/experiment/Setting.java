package rote.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import rote.data.InputCorruption;
import rote.data.LabelNoise;
import rote.network.Activation;
import rote.network.Cost;
import rote.network.WeightInitializer;

/**
 * One thing that can be set about a trial: its key in the file, how its value is read, and its default.
 *
 * <p>This list is the only place that knows the keys: experiment files, identities, tables and reports follow it.
 *
 * @param <T> the type of its values: Integer, Float, Boolean, an enum, a list of integers or {@link LearningRate}
 */
public final class Setting<T> {
  /** A layer wider than this is a mistake, not an experiment. */
  public static final int WIDEST_LAYER = 65_536;

  /** A seeded subset of the training set; null for all that validation leaves. */
  public static final Setting<Integer> TRAINING_EXAMPLES =
      neutral("training-examples", null, node -> node.value() == null ? null : node.integer(1, Integer.MAX_VALUE));
  /** The share of those examples on which a trial trains, drawn by its seed; 1 for all. */
  public static final Setting<Float> TRAINING_SHARE = neutral("training-share", 1f, Setting::share);
  /**
   * What draws training and validation examples, their labels and all corruption, so that every seed has the same; null for
   * the trial's own seed.
   */
  public static final Setting<Integer> DATA_SEED =
      neutral("data-seed", null, node -> node.value() == null ? null : node.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
  /** Training examples held out for choosing settings without looking at the test set. */
  public static final Setting<Integer> VALIDATION_EXAMPLES =
      neutral("validation-examples", 0, node -> node.integer(0, Integer.MAX_VALUE));
  /** Height and width of the middle that is cut out of images; null for all of them. */
  public static final Setting<List<Integer>> CROP_TO = neutral("crop-to", null, Setting::extent);
  /** Height and width to which images are averaged, after they are cropped; null for their own. */
  public static final Setting<List<Integer>> SCALE_TO = neutral("scale-to", null, Setting::extent);
  /** Whether each image is brought to mean 0 and standard deviation 1, whatever was done to it before. */
  public static final Setting<Boolean> WHITEN = neutral("whiten", false, YamlNode::flag);
  /** Units of each hidden layer, first layer first; empty for a linear model. */
  public static final Setting<List<Integer>> HIDDEN = of("hidden", List.of(16, 16), Setting::layers);

  public static final Setting<Activation> ACTIVATION = choice("activation", Activation.SIGMOID);
  public static final Setting<Cost> COST = choice("cost", Cost.QUADRATIC);
  public static final Setting<WeightInitializer> WEIGHTS = choice("weights", WeightInitializer.XAVIER);
  public static final Setting<Integer> EPOCHS = of("epochs", 100, node -> node.integer(1, 1_000_000));
  /** Examples for one update of the weights. */
  public static final Setting<Integer> MINI_BATCH = of("mini-batch", 10, node -> node.integer(1, 1_000_000));

  public static final Setting<LearningRate> LEARNING_RATE =
      of("learning-rate", new LearningRate(1, 1), Setting::learningRate);
  public static final Setting<Float> MOMENTUM = neutral("momentum", 0f, node -> node.real(0, 1));
  public static final Setting<Float> WEIGHT_DECAY = neutral("weight-decay", 0f, node -> node.real(0, Float.MAX_VALUE));
  /** The probability that a training label is replaced: 0 for true labels, 1 for random labels. */
  public static final Setting<Float> LABEL_CORRUPTION = neutral("label-corruption", 0f, node -> node.real(0, 1));

  public static final Setting<LabelNoise> LABEL_NOISE = choice("label-noise", LabelNoise.REDRAW);
  public static final Setting<InputCorruption> INPUT_CORRUPTION =
      neutral("input-corruption", InputCorruption.NONE, node -> node.choice(InputCorruption.class));
  /** Training ends after the epoch that reaches it; null for never. */
  public static final Setting<Float> STOP_AT_TRAINING_ACCURACY =
      neutral("stop-at-training-accuracy", null, node -> node.value() == null ? null : node.real(0, 1));

  private static final List<Setting<?>> ALL =
      List.of(TRAINING_EXAMPLES, TRAINING_SHARE, DATA_SEED, VALIDATION_EXAMPLES, CROP_TO, SCALE_TO, WHITEN, HIDDEN,
          ACTIVATION, COST, WEIGHTS, EPOCHS, MINI_BATCH, LEARNING_RATE, MOMENTUM, WEIGHT_DECAY, LABEL_CORRUPTION, LABEL_NOISE,
          INPUT_CORRUPTION, STOP_AT_TRAINING_ACCURACY);

  private final String key;
  private final T initial;
  private final boolean neutral;
  private final Function<YamlNode, T> reader;

  private Setting(String key, T initial, boolean neutral, Function<YamlNode, T> reader) {
    this.key = key;
    this.initial = initial;
    this.neutral = neutral;
    this.reader = reader;
  }

  /** All settings, in the order of tables and reports. */
  public static List<Setting<?>> all() {
    return ALL;
  }

  public static Optional<Setting<?>> named(String key) {
    return ALL.stream().filter(setting -> setting.key.equals(key)).findFirst();
  }

  /** The setting that a grid names: by its key, or {@code data.} and its key. */
  static Optional<Setting<?>> at(String path) {
    return ALL.stream().filter(setting -> setting.path().equals(path)).findFirst();
  }

  /** How a grid names the setting. */
  String path() {
    return ofData() ? "data." + key : key;
  }

  /** The section of a file that gives all trials its value. */
  String section() {
    return ofData() ? "data" : "trial";
  }

  /** The spelling in an experiment file: words joined by hyphens. */
  public String key() {
    return key;
  }

  /** The spelling in a table: words joined by underscores. */
  public String column() {
    return key.replace('-', '_');
  }

  /** Whether the setting belongs under {@code data} in the file, not under {@code trial}. */
  public boolean ofData() {
    return ALL.indexOf(this) <= ALL.indexOf(WHITEN); // they come first
  }

  /** The value where the file says nothing. */
  public T initial() {
    return initial;
  }

  /** Whether its values are single integers, so that a random search draws whole numbers. */
  boolean isInteger() {
    return List.of(TRAINING_EXAMPLES, DATA_SEED, VALIDATION_EXAMPLES, EPOCHS, MINI_BATCH).contains(this);
  }

  /** Whether the initial value means "not in use", so that it stays out of a trial's identity. */
  boolean isNeutral(Object value) {
    return neutral && (initial == null ? value == null : initial.equals(value));
  }

  T read(YamlNode node) {
    return reader.apply(node);
  }

  /** A value as JSON and YAML spell it: number, text, list or map. */
  public static Object plain(Object value) {
    if (value instanceof Enum<?> constant) {
      return YamlName.of(constant);
    }
    if (value instanceof LearningRate rate) {
      return rate.decay() == 1
          ? plain(rate.start())
          : Map.of("start", plain(rate.start()), "decay", plain(rate.decay()));
    }
    return value instanceof Float real ? (Object) Double.valueOf(real.toString()) : value;
  }

  /** A value as a person reads it, in one short text. */
  public static String text(Object value) {
    if (value instanceof LearningRate rate && rate.decay() != 1) {
      return NumberText.of(rate.start()) + " x " + NumberText.of(rate.decay()) + " an epoch";
    }
    Object plain = plain(value);
    return plain instanceof Double real ? NumberText.of(real.floatValue()) : String.valueOf(plain == null ? "all" : plain);
  }

  @Override
  public String toString() {
    return key;
  }

  private static <T> Setting<T> of(String key, T initial, Function<YamlNode, T> reader) {
    return new Setting<>(key, initial, false, reader);
  }

  private static <T> Setting<T> neutral(String key, T initial, Function<YamlNode, T> reader) {
    return new Setting<>(key, initial, true, reader);
  }

  private static <E extends Enum<E>> Setting<E> choice(String key, E initial) {
    return of(key, initial, node -> node.choice(initial.getDeclaringClass()));
  }

  private static List<Integer> layers(YamlNode node) {
    return node.list().stream()
        .map(width -> width.integer(1, WIDEST_LAYER)).collect(Collectors.toCollection(ArrayList::new));
  }

  private static Float share(YamlNode node) {
    float share = node.real(0, 1);
    if (share == 0) {
      throw node.error("must be above 0 and at most 1, was " + Quoted.of(node.typed()));
    }
    return share;
  }

  private static List<Integer> extent(YamlNode node) {
    if (node.value() == null) {
      return null;
    }
    List<Integer> extent = node.list().stream().map(length -> length.integer(1, WIDEST_LAYER)).toList();
    if (extent.size() != 2) {
      throw node.error("must be [HEIGHT, WIDTH], was " + Quoted.of(node.typed()));
    }
    return new ArrayList<>(extent);
  }

  private static LearningRate learningRate(YamlNode node) {
    if (!node.isMap()) {
      return new LearningRate(positive(node), 1);
    }
    Map<String, YamlNode> parts = node.map(List.of("start", "decay"));
    if (!parts.containsKey("start")) {
      throw node.error("needs start: the rate of the first epoch");
    }
    float start = positive(parts.get("start"));
    return new LearningRate(start, parts.containsKey("decay") ? decay(parts.get("decay")) : 1);
  }

  private static float decay(YamlNode node) {
    float value = node.real();
    if (!(value > 0 && value <= 1)) {
      throw node.error("must be > 0 and at most 1, was " + Quoted.of(node.typed()));
    }
    return value;
  }

  private static float positive(YamlNode node) {
    float value = node.real();
    if (!(value > 0)) {
      throw node.error("must be > 0, was " + Quoted.of(node.typed()));
    }
    return value;
  }
}
