package rote.data;

import java.io.Serializable;
import java.util.List;

/**
 * What a table calls its features and classes; the lists are empty for images. Names are not part of a data set's digest.
 *
 * @param features one per number of an example
 * @param classes one per class
 * @param rounded the columns with whole numbers of more digits than 32-bit floats keep
 * @param distinct the columns of texts that have another one in every row to train on
 */
public record Names(List<String> features, List<String> classes, List<String> rounded, List<String> distinct) implements Serializable {
  public static final Names NONE = new Names(List.of(), List.of());

  /** Names of a table whose whole numbers are kept and whose texts repeat. */
  public Names(List<String> features, List<String> classes) {
    this(features, classes, List.of(), List.of());
  }

  public Names {
    features = List.copyOf(features);
    classes = List.copyOf(classes);
    rounded = List.copyOf(rounded);
    distinct = List.copyOf(distinct);
  }
}
