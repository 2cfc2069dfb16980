package rote.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page tells about a run beyond its trials.
 *
 * @param classes of the data set: guessing among them gives the chance line
 * @param facts label → text, in the order in which the page shows them, such as data digest, kernels, JVM, started
 * @param provenance the few of them that a reader wants first, in short
 * @param file where the experiment was declared
 */
public record PageFacts(int classes, Map<String, String> facts, List<String> provenance, String file) {
  public PageFacts {
    if (classes < 1) {
      throw new IllegalArgumentException("classes must be at least 1, was " + classes);
    }
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    provenance = List.copyOf(provenance);
  }

  /** The accuracy of guessing. */
  public double chance() {
    return 1.0 / classes;
  }

  public String guessing() {
    return "Guessing among " + classes + " classes has accuracy " + Numbers.accuracy(chance()) + ".";
  }
}
