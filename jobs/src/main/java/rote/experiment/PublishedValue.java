package rote.experiment;

import java.util.Map;

/**
 * A figure from the literature, printed beside what was measured.
 *
 * @param where plain values of settings by key, which choose the trials; {@code dataset} is a key too
 */
public record PublishedValue(Map<String, Object> where, MetricName metric, double value, String source) {}
