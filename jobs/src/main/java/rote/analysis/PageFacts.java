package rote.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rote.analysis.metrics.Numbers;

/**
 * What a report says about a run besides its trials.
 *
 * @param largestClass its share of the test examples
 * @param classNames what a table calls its classes; empty where they are numbers
 * @param facts label → text, in the order shown
 * @param provenance the most important ones, in short
 * @param file where the experiment was declared
 */
public record PageFacts(int classes, double largestClass, List<String> classNames, Map<String, String> facts, List<String> provenance,
    String file) {
  public PageFacts {
    if (classes < 1) {
      throw new IllegalArgumentException("classes must be at least 1, was " + classes);
    }
    classNames = List.copyOf(classNames);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    provenance = List.copyOf(provenance);
  }

  /** Facts of data whose classes are numbers, and all as large. */
  public PageFacts(int classes, Map<String, String> facts, List<String> provenance, String file) {
    this(classes, 1.0 / classes, List.of(), facts, provenance, file);
  }

  /** Returns the accuracy of the best answer that does not look: the largest class, always. */
  public double chance() {
    return largestClass;
  }

  public String guessing() {
    return largestClass > 1.0 / classes + 1e-9 ? "Always answering the largest of " + classes + " classes has accuracy "
        + Numbers.accuracy(chance()) + "." : "Guessing among " + classes + " classes has accuracy " + Numbers.accuracy(chance()) + ".";
  }
}
