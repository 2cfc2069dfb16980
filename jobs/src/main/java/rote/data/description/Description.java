package rote.data.description;

import java.util.List;
import rote.data.Dataset;

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
    return new Description(data, features, duplicates, data.isReal() ? DataWarnings.of(data, features, duplicates) : List.of());
  }

  /** Returns what a class is called: its name in a table, else its label. */
  public String className(int c) {
    return DataWarnings.name(data, c);
  }
}
