package rote.experiment;

import java.util.Optional;

/**
 * A statement about a metric of some trials, which an experiment tests.
 *
 * @param where choose the trials
 * @param relation what it says of the metric
 * @param standsFor empty if it is nobody else's
 */
public record Claim(String text, MetricName metric, Conditions where, Relation relation, Optional<StandsFor> standsFor) {

  public Claim(String text, MetricName metric, Conditions where, Relation relation) {
    this(text, metric, where, relation, Optional.empty());
  }
}
