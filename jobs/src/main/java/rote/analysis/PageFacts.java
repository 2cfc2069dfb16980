package rote.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rote.analysis.metrics.Numbers;

/**
 * What a report says about a run besides its trials.
 *
 * @param facts label → text, in the order shown
 * @param provenance the most important ones, in short
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

  public double chance() {
    return 1.0 / classes;
  }

  public String guessing() {
    return "Guessing among " + classes + " classes has accuracy " + Numbers.accuracy(chance()) + ".";
  }
}
