package rote.data.description;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rote.data.Dataset;
import rote.data.Shape;

/**
 * What a data set holds.
 *
 * @param features of real features, one each; none for images
 * @param warnings about what may make a verdict false
 */
public record Description(Dataset data, List<Feature> features, Duplicates duplicates, List<String> warnings) {
  public static Description of(Dataset data) {
    List<Feature> features = DataWarnings.features(data);
    Duplicates duplicates = Duplicates.in(data);
    return new Description(data, features, duplicates, DataWarnings.of(data, features, duplicates));
  }

  /** Returns what the set holds, such as {@code 150 rows without a test set, 4 features, 3 classes}. */
  public String sentence() {
    Shape shape = data.shape();
    String kind = data.isReal() ? shape.size() + (shape.size() == 1 ? " feature" : " features")
        : "images of " + shape.height() + " x " + shape.width() + " pixels" + (shape.channels() == 1 ? "" : ", " + shape.channels() + " channels");
    return data.training().count() + (hasTest() ? " training and " + data.test().count() + " test examples" : " rows without a test set")
        + ", " + kind + ", " + data.classes() + " classes";
  }

  /** Returns how many examples are the same as others. */
  public String sameness() {
    return "The same as an earlier row: " + duplicates.training() + (hasTest() ? " in training, " + duplicates.test()
        + " in the test set; test rows that are training rows too: " + duplicates.both() : "");
  }

  /** Returns how many groups there are and how many rows they have; empty without groups. */
  public Optional<String> groups() {
    return Optional.ofNullable(data.groups()).map(groups -> {
      IntSummaryStatistics rows = Arrays.stream(groups.sizes()).summaryStatistics();
      String range = rows.getMin() == rows.getMax() ? String.valueOf(rows.getMin()) : rows.getMin() + " to " + rows.getMax();
      return "Groups: " + groups.count() + ", of " + range + (rows.getMax() == 1 ? " row" : " rows") + (rows.getMin() == rows.getMax() ? " each" : "");
    });
  }

  public boolean hasTest() {
    return data.test().count() > 0;
  }

  /** Returns how many training examples each class has. */
  public List<Integer> rows() {
    return data.training().classCounts(data.classes());
  }

  /** Returns how many test examples each class has. */
  public List<Integer> testRows() {
    return data.test().classCounts(data.classes());
  }

  /** Returns a class's share of the training examples. */
  public String share(int c) {
    return String.format(Locale.ROOT, "%.3f", (double) rows().get(c) / data.training().count());
  }

  /** Returns what a class is called: its name in a table, else its label. */
  public String className(int c) {
    return DataWarnings.name(data, c);
  }
}
