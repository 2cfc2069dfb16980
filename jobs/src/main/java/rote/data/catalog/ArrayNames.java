package rote.data.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The names of the four arrays of a data set. Capital letters make no difference. */
public record ArrayNames(String trainingImages, String trainingLabels, String testImages, String testLabels) {
  /** The keys under which an experiment file gives the names. */
  public static final List<String> KEYS = List.of("training-images", "training-labels", "test-images", "test-labels");

  /** The names that Keras and MedMNIST use. */
  static final List<ArrayNames> USUAL = List.of(
      new ArrayNames("x_train", "y_train", "x_test", "y_test"),
      new ArrayNames("train_images", "train_labels", "test_images", "test_labels"));

  Map<String, Object> plain() {
    Map<String, Object> names = new LinkedHashMap<>();
    IntStream.range(0, KEYS.size()).forEach(k -> names.put(KEYS.get(k), all().get(k)));
    return names;
  }

  List<String> all() {
    return List.of(trainingImages, trainingLabels, testImages, testLabels);
  }

  List<String> trainings() {
    return all().subList(0, 2);
  }

  List<String> tests() {
    return all().subList(2, 4);
  }

  List<String> missing(Predicate<String> isThere) {
    return all().stream().filter(isThere.negate()).toList();
  }
}
