package rote.trial;

import static rote.trial.SettingReader.choice;
import static rote.trial.SettingReader.integer;
import static rote.trial.SettingReader.optional;
import static rote.trial.SettingReader.real;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import rote.data.InputCorruption;
import rote.data.LabelNoise;
import rote.files.yaml.YamlName;
import rote.files.yaml.YamlNode;
import rote.network.Activation;
import rote.network.Cost;
import rote.network.WeightInitializer;

/**
 * Declares one thing that can be set about a trial: its key, type, default, and what it affects.
 *
 * <p>Experiment files, identities, lock-step, memory, tables, reports and the schema follow this list. A new setting is
 * declared here, and read where training needs it.
 *
 * @param <T> Integer, Float, Boolean, an enum, a list of integers or {@link LearningRate}
 */
public final class Setting<T> {
  /** Wider layers are taken for mistakes. */
  public static final int MAX_WIDTH = 65_536;

  /** The kinds of values: SIZES are lists of integers, a RATE is a {@link LearningRate}. */
  public enum Type { INTEGER, REAL, FLAG, CHOICE, SIZES, RATE }

  /** The size of a random subset of the training set; null for all but the validation examples. */
  public static final Setting<Integer> TRAINING_EXAMPLES =
      data("training-examples", Type.INTEGER, null, optional(integer(1, Integer.MAX_VALUE))).neutral().selects().unset("all");
  /** The share of those examples that a trial trains on, drawn by its seed. */
  public static final Setting<Float> TRAINING_SHARE =
      data("training-share", Type.REAL, 1f, SettingReader::share).neutral().selects().canonical(Canonical::share);
  /** Draws examples, labels, shifts and corruption, the same for every seed. */
  public static final Setting<Integer> DATA_SEED =
      data("data-seed", Type.INTEGER, null, SettingReader::seed).seed().selects();
  public static final Setting<Integer> VALIDATION_EXAMPLES =
      data("validation-examples", Type.INTEGER, 0, integer(0, Integer.MAX_VALUE)).neutral().selects();
  /** Height and width of the middle of images; null for whole images. */
  public static final Setting<List<Integer>> CROP_TO =
      data("crop-to", Type.SIZES, null, optional(SettingReader::extent)).neutral().selects();
  /** Height and width to which images are averaged after cropping; null for their own. */
  public static final Setting<List<Integer>> SCALE_TO =
      data("scale-to", Type.SIZES, null, optional(SettingReader::extent)).neutral().selects()
          .unusedIf(trial -> Objects.equals(trial.get(Setting.SCALE_TO), trial.get(CROP_TO))); // cropped images have that size
  /** The most pixels by which a training image is moved, in each direction. */
  public static final Setting<Integer> SHIFT = data("shift", Type.INTEGER, 0, integer(0, MAX_WIDTH)).neutral()
      .unusedIf(Canonical::hasOnlyNoise);
  /** Whether each image is brought to mean 0 and standard deviation 1, last of all. */
  public static final Setting<Boolean> WHITEN = data("whiten", Type.FLAG, false, YamlNode::flag).neutral();
  /** Whether each feature is brought to mean 0 and standard deviation 1; null for real features alone. */
  public static final Setting<Boolean> STANDARDISE =
      data("standardise", Type.FLAG, null, optional(YamlNode::flag)).neutral().unset("real features");
  /** The share of the examples that a trial tests on, where the data set has no test set; null where it has one. */
  public static final Setting<Float> TEST_SHARE =
      data("test-share", Type.REAL, null, optional(SettingReader::testShare)).neutral().unset("its own test set");
  /** Into how many folds the examples are dealt, each of which is the test set once; null for none. */
  public static final Setting<Integer> FOLDS = data("folds", Type.INTEGER, null, optional(integer(2, 1000))).neutral();
  /** Which of them is the test set, counted from 1; null in an experiment that trains once for each. */
  public static final Setting<Integer> FOLD = data("fold", Type.INTEGER, null, optional(integer(1, 1000))).neutral().unset("each")
      .unusedIf(trial -> trial.get(FOLDS) == null).unnamedIfUnused();
  /** Which permutation of all labels takes their place, before folds or a test set are drawn; 0 for the true labels. */
  public static final Setting<Integer> PERMUTATION = data("permutation", Type.INTEGER, 0, integer(0, Integer.MAX_VALUE)).neutral();
  /** Units of each hidden layer; empty for a linear model. */
  public static final Setting<List<Integer>> HIDDEN =
      trial("hidden", Type.SIZES, List.of(16, 16), SettingReader::layers).affects(Affects.FORM);
  public static final Setting<Activation> ACTIVATION =
      trial("activation", Type.CHOICE, Activation.SIGMOID, choice(Activation.class)).affects(Affects.FORM)
          .unusedIf(trial -> trial.get(HIDDEN).isEmpty() && trial.get(Setting.COST) != Cost.QUADRATIC); // the cost has its own
  public static final Setting<Cost> COST = trial("cost", Type.CHOICE, Cost.QUADRATIC, choice(Cost.class)).affects(Affects.FORM);
  public static final Setting<WeightInitializer> WEIGHTS =
      trial("weights", Type.CHOICE, WeightInitializer.XAVIER, choice(WeightInitializer.class)).affects(Affects.START);
  /** The layers that keep their initial weights, counted from 1, in ascending order. */
  public static final Setting<List<Integer>> FROZEN =
      trial("frozen", Type.SIZES, List.<Integer>of(), SettingReader::frozen).neutral().affects(Affects.UPDATE);
  public static final Setting<Integer> EPOCHS =
      trial("epochs", Type.INTEGER, 100, integer(1, 1_000_000)).affects(Affects.LENGTH);
  public static final Setting<Integer> MINI_BATCH =
      trial("mini-batch", Type.INTEGER, 10, integer(1, 1_000_000)).affects(Affects.FORM).canonical(Canonical::batch);
  public static final Setting<LearningRate> LEARNING_RATE =
      trial("learning-rate", Type.RATE, new LearningRate(1, 1), SettingReader::learningRate).affects(Affects.UPDATE)
          .canonical(Canonical::rate);
  public static final Setting<Float> MOMENTUM =
      trial("momentum", Type.REAL, 0f, real(0, 1)).neutral().affects(Affects.UPDATE);
  public static final Setting<Float> WEIGHT_DECAY =
      trial("weight-decay", Type.REAL, 0f, real(0, Float.MAX_VALUE)).neutral().affects(Affects.UPDATE);
  /** How much of each training target is spread evenly over the classes; what is measured is not smoothed. */
  public static final Setting<Float> LABEL_SMOOTHING =
      trial("label-smoothing", Type.REAL, 0f, SettingReader::smoothing).neutral().affects(Affects.UPDATE);
  /** The probability that a training label is replaced. */
  public static final Setting<Float> LABEL_CORRUPTION =
      trial("label-corruption", Type.REAL, 0f, real(0, 1)).neutral().affects(Affects.LABELS);
  public static final Setting<LabelNoise> LABEL_NOISE =
      trial("label-noise", Type.CHOICE, LabelNoise.REDRAW, choice(LabelNoise.class)).neutral().affects(Affects.LABELS)
          .unusedIf(trial -> trial.get(LABEL_CORRUPTION) == 0).unnamedIfUnused(); // no label is replaced
  public static final Setting<InputCorruption> INPUT_CORRUPTION =
      trial("input-corruption", Type.CHOICE, InputCorruption.NONE, choice(InputCorruption.class)).neutral()
          .unusedIf(Canonical::corruptsNoInput);
  /** The probability that a training image is corrupted, and no other image is; null to corrupt the images of all sets. */
  public static final Setting<Float> INPUT_CORRUPTION_SHARE =
      trial("input-corruption-share", Type.REAL, null, optional(real(0, 1))).neutral().selects().unset("all sets")
          .unusedIf(trial -> trial.get(INPUT_CORRUPTION) == InputCorruption.NONE).unnamedIfUnused()
          .canonical(trial -> Canonical.corruptsNoInput(trial) ? null : trial.get(Setting.INPUT_CORRUPTION_SHARE));
  /** How many images of noise it trains on too, told that they are of no class. */
  public static final Setting<Integer> NOISE_EXAMPLES =
      trial("noise-examples", Type.INTEGER, 0, integer(0, 100_000)).neutral();
  /** Training ends after the first epoch that reaches it; null for never. */
  public static final Setting<Float> STOP_AT_TRAINING_ACCURACY =
      trial("stop-at-training-accuracy", Type.REAL, null, optional(real(0, 1))).neutral().affects(Affects.LENGTH);
  /** Draws the initial weights. */
  public static final Setting<Integer> WEIGHTS_SEED =
      trial("weights-seed", Type.INTEGER, null, SettingReader::seed).seed().affects(Affects.START);
  /** Draws the order of the examples in each epoch. */
  public static final Setting<Integer> ORDER_SEED =
      trial("order-seed", Type.INTEGER, null, SettingReader::seed).seed().affects(Affects.ORDER);

  private static final List<Setting<?>> ALL =
      List.of(TRAINING_EXAMPLES, TRAINING_SHARE, DATA_SEED, VALIDATION_EXAMPLES, CROP_TO, SCALE_TO, SHIFT, WHITEN, STANDARDISE, TEST_SHARE,
          FOLDS, FOLD, PERMUTATION, HIDDEN, ACTIVATION, COST, WEIGHTS, FROZEN, EPOCHS, MINI_BATCH, LEARNING_RATE, MOMENTUM, WEIGHT_DECAY, LABEL_SMOOTHING,
          LABEL_CORRUPTION, LABEL_NOISE, INPUT_CORRUPTION, INPUT_CORRUPTION_SHARE, NOISE_EXAMPLES, STOP_AT_TRAINING_ACCURACY,
          WEIGHTS_SEED, ORDER_SEED);

  private final String section;
  private final String key;
  private final Type type;
  private final T initial;
  private final Function<YamlNode, T> reader;
  private boolean neutral;
  private boolean selects;
  private Affects affects = Affects.DATA; // safe: trials that differ in such a setting never share inputs
  private String unset = "none";
  private Predicate<Trial> unused = trial -> false;
  private boolean unnamedIfUnused;
  private Function<Trial, Object> canonical = trial -> trial.get(this);

  private Setting(String section, String key, Type type, T initial, Function<YamlNode, T> reader) {
    this.section = section;
    this.key = key;
    this.type = type;
    this.initial = initial;
    this.reader = reader;
  }

  private static <T> Setting<T> data(String key, Type type, T initial, Function<YamlNode, T> reader) {
    return new Setting<>("data", key, type, initial, reader);
  }

  public static <T> Setting<T> trial(String key, Type type, T initial, Function<YamlNode, T> reader) {
    return new Setting<>("trial", key, type, initial, reader);
  }

  /** Declares that the default means "not in use", and stays out of a trial's name. */
  private Setting<T> neutral() {
    neutral = true;
    return this;
  }

  /** Declares that it only selects from the data set's bytes, which all trials of a JVM share. */
  private Setting<T> selects() {
    selects = true;
    return this;
  }

  private Setting<T> affects(Affects what) {
    affects = what;
    return this;
  }

  /** Declares when it has no effect beside the other settings: then it counts as its default. */
  private Setting<T> unusedIf(Predicate<Trial> when) {
    unused = when;
    return this;
  }

  /** Declares that it stays out of names too when unused. Names already given have the unused values of all other settings. */
  private Setting<T> unnamedIfUnused() {
    unnamedIfUnused = true;
    return this;
  }

  /** Declares that it is a seed in the place of the trial's, which null stands for. */
  private Setting<T> seed() {
    return neutral().unset("the trial's").unusedIf(trial -> trial.get(this) instanceof Integer seed && seed == trial.seed());
  }

  /** Declares the value that it amounts to beside the other settings. */
  private Setting<T> canonical(Function<Trial, Object> value) {
    canonical = value;
    return this;
  }

  /** Declares how null reads. */
  private Setting<T> unset(String words) {
    unset = words;
    return this;
  }

  String unset() {
    return unset;
  }

  /** All settings, in the order of tables and reports; those of {@code data} come first. */
  public static List<Setting<?>> all() {
    return ALL;
  }

  public static Optional<Setting<?>> named(String key) {
    return ALL.stream().filter(setting -> setting.key.equals(key)).findFirst();
  }

  /** The setting that a grid names: by its key, or {@code data.} and its key. */
  public static Optional<Setting<?>> at(String path) {
    return ALL.stream().filter(setting -> setting.path().equals(path)).findFirst();
  }

  public String path() {
    return ofData() ? "data." + key : key;
  }

  /** The section of the file: {@code data} or {@code trial}. */
  public String section() {
    return section;
  }

  public String key() {
    return key;
  }

  public Type type() {
    return type;
  }

  public boolean ofData() {
    return section.equals("data");
  }

  public T initial() {
    return initial;
  }

  public Affects affects() {
    return affects;
  }

  /** Whether a trial with this value can use the data set's own bytes as its inputs. */
  public boolean sharesInputs(Object value) {
    return affects != Affects.DATA || selects || isNeutral(value);
  }

  private boolean isNeutral(Object value) {
    return neutral && Objects.equals(initial, value);
  }

  /** Whether it stays out of the trial's name. */
  boolean isUnnamed(Trial trial) {
    return isNeutral(trial.get(this)) || unnamedIfUnused && unused.test(trial);
  }

  /** The value it amounts to beside the other settings, for {@link TrialKey}: equal if it makes no difference. */
  Object canonical(Trial trial) {
    return unused.test(trial) ? initial : canonical.apply(trial);
  }

  public T read(YamlNode node) {
    return reader.apply(node);
  }

  /** The columns of its value. */
  public List<SettingPart<T>> parts() {
    return SettingPart.of(this);
  }

  /** A value as JSON and YAML write it: number, text, list or map. */
  public static Object plain(Object value) {
    if (value instanceof Enum<?> constant) {
      return YamlName.of(constant);
    }
    if (value instanceof LearningRate rate) {
      Map<String, Object> plain = new LinkedHashMap<>(Map.of("start", plain(rate.start())));
      plain.put("decay", plain(rate.decay()));
      return rate.decay() == 1 ? plain.get("start") : plain;
    }
    return value instanceof Float real ? (Object) Double.valueOf(real.toString()) : value;
  }

  @Override
  public String toString() {
    return key;
  }
}
