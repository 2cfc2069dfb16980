package rote.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The classes of a data set, which are the labels that occur in it. A network has one output per class, in this order.
 *
 * @param labels as in the files, 0 to 255, ascending
 */
public record Classes(List<Integer> labels) implements Serializable {
  private static final int MAX_LABELS = 256;

  public Classes {
    labels = List.copyOf(labels);
  }

  public static Classes upTo(int count) {
    return new Classes(IntStream.range(0, count).boxed().toList());
  }

  public static Classes in(byte[]... sets) {
    boolean[] occurs = new boolean[MAX_LABELS];
    for (byte[] labels : sets) {
      for (byte label : labels) {
        occurs[label & 0xff] = true;
      }
    }
    return new Classes(IntStream.range(0, MAX_LABELS).filter(label -> occurs[label]).boxed().toList());
  }

  public int count() {
    return labels.size();
  }

  public int label(int c) {
    return labels.get(c);
  }

  /** Returns whether every label from 0 to the highest occurs, so that class and label are the same number. */
  public boolean isFull() {
    return label(count() - 1) == count() - 1;
  }

  public byte[] classesOf(byte[] labelled) {
    byte[] classes = new byte[MAX_LABELS];
    for (int c = 0; c < count(); c++) {
      classes[label(c)] = (byte) c;
    }
    return mapped(labelled, classes);
  }

  byte[] labelsOf(byte[] classes) {
    byte[] all = new byte[MAX_LABELS];
    for (int c = 0; c < count(); c++) {
      all[c] = (byte) label(c);
    }
    return mapped(classes, all);
  }

  private static byte[] mapped(byte[] from, byte[] map) {
    byte[] to = new byte[from.length];
    for (int i = 0; i < from.length; i++) {
      to[i] = map[from[i] & 0xff];
    }
    return to;
  }

  /** Returns a text such as {@code 0 to 9} or {@code 0, 3 to 5, 255}. */
  @Override
  public String toString() {
    List<String> runs = new ArrayList<>();
    for (int c = 0; c < count(); c++) {
      int first = label(c);
      while (c + 1 < count() && label(c + 1) == label(c) + 1) {
        c++;
      }
      runs.add(first == label(c) ? String.valueOf(first) : first + " to " + label(c));
    }
    return String.join(", ", runs);
  }
}
