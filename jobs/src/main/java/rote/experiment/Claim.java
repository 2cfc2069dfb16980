package rote.experiment;

import java.util.Map;
import java.util.Optional;

/**
 * A statement that an experiment tests, about a metric of the trials whose settings it names.
 *
 * @param text the statement, as the report shows it
 * @param metric as in {@link Published}
 * @param where the plain values of the settings of the trials it is about, by key; empty for all
 * @param low the mean is claimed to be at least this; for a comparison, how much larger
 * @param high the mean is claimed to be at most this
 * @param than the plain values of the settings in which the trials to compare with differ, each paired with one of the same
 *     seed; none where the mean itself is bounded
 */
public record Claim(
    String text, MetricName metric, Map<String, Object> where, double low, double high, Optional<Map<String, Object>> than) {}
