package rote.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a page tells about a run beyond its trials.
 *
 * @param classes of the data set: guessing among them gives the chance line
 * @param facts label → text, in the order in which the page shows them, such as data digest, kernels, JVM, started
 */
public record PageFacts(int classes, Map<String, String> facts) {
  public PageFacts {
    if (classes < 1) {
      throw new IllegalArgumentException("classes must be at least 1, was " + classes);
    }
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** The accuracy of guessing. */
  public double chance() {
    return 1.0 / classes;
  }
}
