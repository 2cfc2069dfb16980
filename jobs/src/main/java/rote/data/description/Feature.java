package rote.data.description;

import java.util.HashSet;
import java.util.Set;
import rote.data.Examples;

/**
 * What the numbers of one feature are like in the training examples.
 *
 * @param missing how many values are missing
 * @param min NaN if all are missing
 * @param areWhole whether all numbers are whole
 * @param areDistinct whether every example has a number of its own
 * @param isCounted whether each is one more than that of the example before
 */
public record Feature(String name, int missing, float min, float max, double mean, boolean areWhole, boolean areDistinct,
    boolean isCounted) {

  static Feature of(String name, Examples set, int feature) {
    Set<Float> seen = new HashSet<>();
    boolean areWhole = true;
    boolean areDistinct = true;
    boolean isCounted = set.count() > 1;
    int missing = 0;
    double sum = 0;
    float min = Float.NaN;
    float max = Float.NaN;
    for (int e = 0; e < set.count(); e++) {
      float value = set.values()[e * set.size() + feature];
      isCounted &= e == 0 || value == set.values()[(e - 1) * set.size() + feature] + 1;
      if (Float.isNaN(value)) {
        missing++;
        continue;
      }
      areWhole &= value == Math.rint(value);
      areDistinct = areDistinct && areWhole && seen.add(value);
      sum += value;
      min = Float.isNaN(min) ? value : Math.min(min, value);
      max = Float.isNaN(max) ? value : Math.max(max, value);
    }
    return new Feature(name, missing, min, max, sum / Math.max(1, set.count() - missing), areWhole,
        areDistinct && areWhole && missing == 0 && set.count() > 1, isCounted && areWhole);
  }

  public boolean isConstant() {
    return !(min < max);
  }
}
