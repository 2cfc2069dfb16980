package rote.data.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The names of a data set's arrays. Capital letters make no difference.
 *
 * @param all in the order of {@link #KEYS}; two where there is no test set, else four
 */
public record ArrayNames(List<String> all) {
  /** The keys under which an experiment file gives the names. */
  public static final List<String> KEYS = List.of("training-images", "training-labels", "test-images", "test-labels");

  /** How many are of the training set. */
  public static final int TRAINING = 2;

  /** The names that Keras and MedMNIST use. */
  static final List<ArrayNames> USUAL = List.of(new ArrayNames(List.of("x_train", "y_train", "x_test", "y_test")),
      new ArrayNames(List.of("train_images", "train_labels", "test_images", "test_labels")));

  public ArrayNames {
    all = List.copyOf(all);
  }

  Map<String, Object> plain() {
    Map<String, Object> names = new LinkedHashMap<>();
    IntStream.range(0, all.size()).forEach(k -> names.put(KEYS.get(k), all.get(k)));
    return names;
  }

  List<String> trainings() {
    return all.subList(0, TRAINING);
  }

  List<String> tests() {
    return all.subList(TRAINING, all.size());
  }

  List<String> missing(Predicate<String> isThere) {
    return all.stream().filter(isThere.negate()).toList();
  }
}
