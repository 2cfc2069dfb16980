package rote.data.description;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import rote.data.Dataset;
import rote.data.catalog.Catalog;

/** Lines about what may make a verdict on data of one's own false; each says what to do. */
public final class DataWarnings {
  private static final int MAX_NAMES = 10; // in a line
  private static final double MOST = 0.8; // the share of a class from which it is said to be large

  private DataWarnings() {}

  /** Returns the warnings about a set; none for those that others have published. */
  public static List<String> of(Dataset data) {
    return Catalog.isOwn(data.name()) ? of(data, features(data), Duplicates.in(data)) : List.of();
  }

  static List<Feature> features(Dataset data) {
    List<String> names = data.names().features();
    return IntStream.range(0, data.isReal() ? data.shape().size() : 0)
        .mapToObj(k -> Feature.of(names.isEmpty() ? "feature " + (k + 1) : names.get(k), data.training(), k)).toList();
  }

  static List<String> of(Dataset data, List<Feature> features, Duplicates same) {
    List<String> lines = new ArrayList<>();
    if (!Catalog.isOwn(data.name())) {
      return lines;
    }
    say(lines, features, Feature::isCounted, "numbers the rows: where these are sorted by class, it alone gives a perfect and false"
        + " verdict; leave it out by ignore");
    say(lines, features, feature -> feature.areDistinct() && !feature.isCounted(), "has another whole number in every row, as a"
        + " name of the row has; leave it out by ignore, unless it is a measurement");
    say(lines, features, Feature::isConstant, "has the same value in all rows, so nothing can be learned from it");
    say(lines, data.names().rounded(), "has whole numbers of more digits than 32-bit floats keep, so 16777217 becomes 16777216 and rows may become the"
        + " same; take a constant off, such as the least of them, or leave it out by ignore");
    say(lines, data.names().distinct(), "has another text in every row, which says nothing of other rows; leave it out by ignore");
    String row = data.isReal() ? "row" : "image";
    sameness(data, same, row, lines);
    classes(data, row, lines);
    return lines;
  }

  private static void sameness(Dataset data, Duplicates same, String row, List<String> lines) {
    int apart = same.training() + same.test();
    if (same.both() > 0) {
      lines.add(same.both() + " of " + data.test().count() + " test " + row + (same.both() == 1 ? "s is a training " + row : "s are training " + row + "s")
          + " too, which a network may know by heart");
    } else if (apart > 0) {
      lines.add(apart + " " + row + (apart == 1 ? " is" : "s are") + " the same as an earlier " + row + (data.groups() == null ? "" : " of another group")
          + (data.test().count() == 0 ? ", so some may be both trained on and tested on" : ""));
    }
    if (same.contradictory() > 0) {
      lines.add(same.contradictory() + " " + row + (same.contradictory() == 1 ? " is" : "s are")
          + " the same as another " + row + " that has another label, so not all can be right");
    }
  }

  private static void classes(Dataset data, String row, List<String> lines) {
    List<Integer> counts = data.training().classCounts(data.classes());
    int largest = IntStream.range(0, counts.size()).reduce((a, b) -> counts.get(b) > counts.get(a) ? b : a).orElseThrow();
    if (counts.get(largest) >= MOST * data.training().count()) {
      lines.add("class " + name(data, largest) + " has " + counts.get(largest) + " of " + data.training().count()
          + " " + row + "s: always answering it is right as often; balanced_accuracy, of probe test-answers, counts all classes alike");
    }
    List<String> single = IntStream.range(0, counts.size()).filter(c -> counts.get(c) < 2).mapToObj(c -> name(data, c)).toList();
    if (!single.isEmpty()) {
      lines.add(listed("class ", "classes ", single) + (single.size() == 1 ? " has" : " have") + " a single " + row + " or none to train on");
    }
  }

  /** Returns what a class is called: its name in a table, else its label. */
  static String name(Dataset data, int c) {
    return data.names().classes().isEmpty() ? String.valueOf(data.label(c)) : data.names().classes().get(c);
  }

  private static void say(List<String> lines, List<Feature> features, Predicate<Feature> which, String what) {
    say(lines, features.stream().filter(which).map(Feature::name).toList(), what);
  }

  private static void say(List<String> lines, List<String> names, String what) {
    if (!names.isEmpty()) {
      lines.add(listed("column ", "columns ", names) + ": " + (names.size() == 1 ? "" : "each ") + what);
    }
  }

  private static String listed(String one, String many, List<String> names) {
    return (names.size() == 1 ? one : many) + String.join(", ", names.subList(0, Math.min(MAX_NAMES, names.size())))
        + (names.size() > MAX_NAMES ? " and " + (names.size() - MAX_NAMES) + " more" : "");
  }
}
