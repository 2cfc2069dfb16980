package rote.experiment;


/**
 * A figure from the literature, printed beside what was measured.
 *
 * @param where choose the trials
 */
public record PublishedValue(Conditions where, MetricName metric, double value, String source) {}
