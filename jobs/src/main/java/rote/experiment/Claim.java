package rote.experiment;

import java.util.Map;
import java.util.Optional;

/**
 * A statement about a metric of some trials, which an experiment tests.
 *
 * @param where plain values of settings by key, which choose the trials; empty for all
 * @param low the least mean, or for a comparison the least difference
 * @param high the largest
 * @param than plain values of the settings in which the trials to compare with differ; empty unless it is a comparison
 */
public record Claim(
    String text, MetricName metric, Map<String, Object> where, double low, double high, Optional<Map<String, Object>> than) {}
