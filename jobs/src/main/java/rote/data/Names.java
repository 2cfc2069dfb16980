package rote.data;

import java.io.Serializable;
import java.util.List;

/**
 * What a table calls its features and classes; both lists are empty for images. Names are not part of a data set's digest.
 *
 * @param features one per number of an example
 * @param classes one per class
 */
public record Names(List<String> features, List<String> classes) implements Serializable {
  public static final Names NONE = new Names(List.of(), List.of());

  public Names {
    features = List.copyOf(features);
    classes = List.copyOf(classes);
  }
}
