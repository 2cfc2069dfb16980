package rote.experiment;

import java.util.OptionalDouble;

/**
 * A figure from the literature, printed beside what was measured.
 *
 * @param where choose the trials
 * @param runs of how many runs it is the mean, or the best
 * @param isBest whether it is the best of them
 * @param within the distance from it that a replication may have; empty if none is declared
 */
public record PublishedValue(
    Conditions where, MetricName metric, double value, String source, int runs, boolean isBest, OptionalDouble within) {

  /** The result of one run. */
  public PublishedValue(Conditions where, MetricName metric, double value, String source) {
    this(where, metric, value, source, 1, false, OptionalDouble.empty());
  }
}
