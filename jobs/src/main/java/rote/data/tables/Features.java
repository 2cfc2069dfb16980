package rote.data.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rote.files.InputException;

/** The place of each column's numbers in a row as it is read, and the features that they become after one-hot coding. */
final class Features {
  private final TableColumns columns;
  private final int[] widths; // [columns], how many numbers: of lists more than 1
  private final Map<String, Map<String, Integer>> oneHot; // by column, the codes of its texts
  private final int[] starts; // [columns], where a column's numbers begin in a row; -1 if it is left out
  private final int width; // of a row

  Features(TableColumns columns, int[] widths, Map<String, Map<String, Integer>> oneHot) {
    this.columns = columns;
    this.widths = widths;
    this.oneHot = oneHot;
    this.starts = new int[columns.count()];
    Arrays.fill(starts, -1);
    int at = 0;
    for (int f = 0; f < columns.features(); f++) {
      starts[columns.column(f)] = at;
      at += widths[columns.column(f)];
    }
    this.width = at;
  }

  boolean has(int column) {
    return starts[column] >= 0;
  }

  int start(int column) {
    return starts[column];
  }

  /** Returns how many numbers a row has, one of each one-hot column. */
  int width() {
    return width;
  }

  /** Returns what the features are called: a list has one per element, a one-hot column one per value, in order. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int f = 0; f < columns.features(); f++) {
      String name = columns.name(columns.column(f));
      if (columns.isOneHot(f)) {
        oneHot.get(name).keySet().stream().sorted().forEach(value -> names.add(name + "=" + value));
      } else if (widths[columns.column(f)] == 1) {
        names.add(name);
      } else {
        for (int k = 0; k < widths[columns.column(f)]; k++) {
          names.add(name + "[" + k + "]");
        }
      }
    }
    return names;
  }

  /** Returns the features, [count][features], of rows with codes in their one-hot columns. */
  float[] of(float[] rows, int count, String file) {
    if (oneHot.isEmpty()) {
      return rows;
    }
    int wide = names().size();
    TableColumns.demandFew(wide, file);
    if ((long) wide * count > Integer.MAX_VALUE - 8) {
      throw new InputException(file + ": one-hot makes " + wide + " features of it, too many for " + count + " rows");
    }
    float[] expanded = new float[wide * count];
    int[][] places = places();
    for (int e = 0; e < count; e++) {
      int to = e * wide;
      for (int f = 0; f < columns.features(); f++) {
        int column = columns.column(f);
        float first = rows[e * width + starts[column]];
        if (places[f] == null) {
          System.arraycopy(rows, e * width + starts[column], expanded, to, widths[column]);
        } else if (Float.isNaN(first)) {
          Arrays.fill(expanded, to, to + places[f].length, Float.NaN);
        } else {
          expanded[to + places[f][(int) first]] = 1;
        }
        to += places[f] == null ? widths[column] : places[f].length;
      }
    }
    return expanded;
  }

  /** By feature, where each code's value stands among its sorted values; null if it is not one-hot. */
  private int[][] places() {
    int[][] places = new int[columns.features()][];
    for (int f = 0; f < places.length; f++) {
      if (columns.isOneHot(f)) {
        Map<String, Integer> codes = oneHot.get(columns.name(columns.column(f)));
        List<String> sorted = codes.keySet().stream().sorted().toList();
        places[f] = new int[sorted.size()];
        for (int value = 0; value < sorted.size(); value++) {
          places[f][codes.get(sorted.get(value))] = value;
        }
      }
    }
    return places;
  }
}
