package rote.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A run that trained some of an output's trials.
 *
 * @param id of the run; the names of its segments begin with it
 * @param trials how many of the trials that tables and report show it has trained
 * @param facts by which program, on what and when, as the run wrote them; empty in segments of format 1
 */
public record TrainingRun(String id, int trials, Map<String, Object> facts) {
  public TrainingRun {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** When it began, as ISO 8601; empty if its segments do not say it. */
  public String started() {
    return facts.get("started") == null ? "" : facts.get("started").toString();
  }
}
