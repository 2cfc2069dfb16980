package rote.experiment;

import java.io.Serializable;
import java.util.Map;
import rote.trial.Setting;

/**
 * A figure from the literature, to be set beside what was measured.
 *
 * @param where the plain values (see {@link Setting#plain}) of the settings to which the figure belongs, by key;
 *     {@code dataset} is one of the keys
 * @param metric a numeric column of the trials table, such as {@code test_accuracy}, which stands for
 *     {@code final_test_accuracy}
 * @param source author, title or place, as the report shows it
 */
public record Published(Map<String, Object> where, MetricName metric, double value, String source)
    implements Serializable {}
