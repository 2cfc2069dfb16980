package rote.data.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import rote.files.InputException;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.Suggestion;

/** Which column of a table is the label, which are features, and which are left out. */
final class TableColumns {
  private static final int MAX_FEATURES = 65_536; // wider layers are taken for mistakes
  private static final int MAX_SHOWN = 20; // names in a message

  private final List<String> names;
  private final int label;
  private final int group; // -1 if rows are in no groups
  private final int[] features; // the columns, in the order of the features
  private final boolean[] isOneHot; // [features]

  private TableColumns(List<String> names, int label, int group, int[] features, boolean[] isOneHot) {
    this.names = names;
    this.label = label;
    this.group = group;
    this.features = features;
    this.isOneHot = isOneHot;
  }

  /**
   * @param file names the table in error messages
   * @throws InputException if a column that is asked for is missing, or none is left to learn from
   */
  static TableColumns of(DataFile asked, List<String> names, String file) {
    demandDifferent(names, file);
    if (asked.label() == null) {
      throw new InputException(file + ": which column is the label? Name it by data.label; its columns are " + shown(names));
    }
    int label = found(asked.label(), "label", names, file);
    Set<Integer> ignored = found(asked.ignore(), "ignore", names, file);
    Set<Integer> oneHot = found(asked.oneHot(), "one-hot", names, file);
    Set<Integer> chosen = found(asked.columns(), "columns", names, file);
    if (chosen.contains(label) || oneHot.contains(label) || ignored.contains(label)) {
      throw new InputException(file + ": column " + QuotedValue.of(names.get(label)) + " is the label, so it can be no feature"
          + " and is not to be ignored; take it out of columns, one-hot and ignore");
    }
    int group = asked.group() == null ? -1 : found(asked.group(), "group-column", names, file);
    if (group == label || chosen.contains(group) || oneHot.contains(group)) {
      throw new InputException(file + ": data.group-column: column " + QuotedValue.of(names.get(group)) + " says which rows belong together, so it"
          + " can be no label and no feature; name another, or take it out of " + (group == label ? "label" : "columns and one-hot"));
    }
    int[] features = IntStream.range(0, names.size()).filter(column -> column != label && column != group && !ignored.contains(column)
        && (chosen.isEmpty() || chosen.contains(column) || oneHot.contains(column))).toArray();
    if (features.length == 0) {
      throw new InputException(file + ": there is no column to learn from besides the label; its columns are " + shown(names));
    }
    boolean[] isOneHot = new boolean[features.length];
    IntStream.range(0, features.length).forEach(f -> isOneHot[f] = oneHot.contains(features[f]));
    return new TableColumns(List.copyOf(names), label, group, features, isOneHot);
  }

  /** Returns the same columns in another file, which may have them in another order. */
  TableColumns in(List<String> others, String file) {
    demandDifferent(others, file);
    int[] places = Arrays.stream(features).map(column -> place(names.get(column), others, file)).toArray();
    return new TableColumns(List.copyOf(others), place(names.get(label), others, file), -1, places, isOneHot);
  }

  private static int place(String name, List<String> names, String file) {
    int place = names.indexOf(name);
    if (place < 0) {
      throw new InputException(file + ": has no column " + QuotedValue.of(name) + ", which the training table has; its columns are "
          + shown(names));
    }
    return place;
  }

  private static void demandDifferent(List<String> names, String file) {
    Set<String> seen = new HashSet<>();
    for (int column = 0; column < names.size(); column++) {
      if (!seen.add(names.get(column))) {
        throw new InputException(file + ": columns " + (names.indexOf(names.get(column)) + 1) + " and " + (column + 1)
            + " are both named " + QuotedValue.of(names.get(column)) + "; give each a name of its own");
      }
    }
  }

  private static Set<Integer> found(List<ColumnName> wanted, String key, List<String> names, String file) {
    Set<Integer> places = new HashSet<>();
    wanted.forEach(column -> places.add(found(column, key, names, file)));
    return places;
  }

  private static int found(ColumnName wanted, String key, List<String> names, String file) {
    int place = wanted.among(names);
    if (place < 0) {
      throw new InputException(file + ": data." + key + ": there is no column " + wanted + " among its "
          + names.size() + "; " + (wanted.name() == null || names.size() > MAX_SHOWN ? "they are " + shown(names)
              : Suggestion.of(wanted.name(), names)));
    }
    return place;
  }

  private static String shown(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(MAX_SHOWN, names.size())))
        + (names.size() > MAX_SHOWN ? " and " + (names.size() - MAX_SHOWN) + " more" : "");
  }

  int count() {
    return names.size();
  }

  /** Returns the place of the label's column, from 0. */
  int label() {
    return label;
  }

  /** Returns the place of the column that says which rows belong together, from 0; -1 if there is none. */
  int group() {
    return group;
  }

  /** Returns which columns are read: features, the label, and that of the groups. */
  boolean[] used() {
    boolean[] used = new boolean[names.size()];
    Arrays.stream(features).forEach(column -> used[column] = true);
    used[label] = true;
    if (group >= 0) {
      used[group] = true;
    }
    return used;
  }

  int features() {
    return features.length;
  }

  /** Returns the place of a feature's column, from 0. */
  int column(int feature) {
    return features[feature];
  }

  boolean isOneHot(int feature) {
    return isOneHot[feature];
  }

  String name(int column) {
    return names.get(column);
  }

  /** @throws InputException if the label, the groups or a one-hot column have lists, or the groups images. @param widths see {@link #areImages} */
  void demandSingle(int[] widths, String file) {
    if (group >= 0 && widths[group] != 1) {
      throw new InputException(file + ": data.group-column: column " + QuotedValue.of(names.get(group))
          + " holds " + (widths[group] == 0 ? "images" : "lists") + ", which name no groups; name another");
    }
    if (widths[label] > 1) {
      throw new InputException(file + ": column " + QuotedValue.of(names.get(label)) + " holds lists, which are no classes; name another for label");
    }
    IntStream.range(0, features.length).filter(f -> isOneHot[f] && widths[features[f]] > 1).findFirst().ifPresent(f -> {
      throw new InputException(file + ": column " + QuotedValue.of(names.get(features[f])) + " holds lists, of which one-hot makes nothing;"
          + " take it out of one-hot");
    });
  }

  /**
   * Returns whether these are images, one per row.
   *
   * @param widths by column, 0 for images
   * @throws InputException if there is something beside them, or they are the label or are to be one-hot
   */
  boolean areImages(int[] widths, String file) {
    List<Integer> images = Arrays.stream(features).filter(column -> widths[column] == 0).boxed().toList();
    if (widths[label] == 0 || !images.isEmpty() && IntStream.range(0, features.length).anyMatch(f -> isOneHot[f] && widths[features[f]] == 0)) {
      throw new InputException(file + ": column " + QuotedValue.of(names.get(widths[label] == 0 ? label : images.get(0)))
          + " holds images, which are no classes; name another for label, and none of images for one-hot");
    }
    if (!images.isEmpty() && features.length > 1) {
      List<Integer> others = Arrays.stream(features).filter(column -> column != images.get(0)).boxed().toList();
      throw new InputException(file + ": column " + QuotedValue.of(names.get(images.get(0))) + " holds images, beside which there can be no other"
          + " feature; leave the other columns out by ignore: [" + list(others) + "]");
    }
    return !images.isEmpty();
  }

  /** Returns the names of some columns, quoted as YAML needs it, in one list. */
  String list(List<Integer> columns) {
    List<String> some = new ArrayList<>();
    columns.stream().limit(MAX_SHOWN).forEach(column -> some.add(names.get(column).matches("[A-Za-z_][A-Za-z0-9_]*")
        ? names.get(column) : QuotedValue.of(names.get(column)).toString()));
    return String.join(", ", some) + (columns.size() > MAX_SHOWN ? ", and " + (columns.size() - MAX_SHOWN) + " more" : "");
  }

  /** @throws InputException if there are more features than a network may have inputs */
  static void demandFew(int features, String file) {
    if (features > MAX_FEATURES) {
      throw new InputException(file + ": has " + features + " features; there can be at most " + MAX_FEATURES
          + ": choose some by columns, or leave some out by ignore");
    }
  }
}
