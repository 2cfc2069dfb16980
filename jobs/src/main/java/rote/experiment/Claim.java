package rote.experiment;

import java.util.Optional;

/**
 * A statement about a metric of some trials, which an experiment tests.
 *
 * @param where choose the trials
 * @param low the least mean, or for a comparison the least difference
 * @param high the largest
 * @param than in which the trials to compare with differ; empty unless it is a comparison
 */
public record Claim(
    String text, MetricName metric, Conditions where, double low, double high, Optional<Conditions> than) {}
