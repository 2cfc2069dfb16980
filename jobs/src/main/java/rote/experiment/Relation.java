package rote.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import rote.trial.LearningRate;
import rote.trial.Setting;

/** What a claim says of its metric. */
public sealed interface Relation {

  /** The mean lies in a range, ends included. */
  record Range(double low, double high) implements Relation {}

  /**
   * Trials differ from those with other settings, seed by seed.
   *
   * @param than the settings in which the other trials differ
   * @param form what the difference must be
   * @param moreThanFor settings for which the difference must be smaller; only above and below have it
   * @param ratio whether values are compared by their ratio; only above and below have it
   */
  record Difference(Conditions than, Form form, Optional<Conditions> moreThanFor, boolean ratio) implements Relation {

    /** A plain difference: above or below. */
    public Difference(Conditions than, Form form) {
      this(than, form, Optional.empty(), false);
    }

    /** Whether the metric must be a value of single trials. */
    public boolean needsTrials() {
      return moreThanFor.isPresent() || ratio || !form.isOpen();
    }
  }

  /** The epoch that the metric gives comes before the one that another metric gives, in each trial. */
  record Before(MetricName other) implements Relation {}

  /** The metric rises, or falls, as a setting grows, seed by seed. */
  record Trend(Setting<?> axis, boolean rising) implements Relation {}

  /** The metric has its highest value where a setting is in a range, ends included. */
  record PeakAt(Setting<?> axis, double low, double high) implements Relation {}

  /** Which differences a claim allows. @param isOpen whether the ends are left out */
  record Form(double low, double high, boolean isOpen) {
    public static final Form ABOVE = new Form(0, Double.POSITIVE_INFINITY, true);
    public static final Form BELOW = new Form(Double.NEGATIVE_INFINITY, 0, true);

    public static Form within(double margin) {
      return new Form(-margin, margin, false);
    }
  }

  /** The settings of the trials to compare with, if it is a comparison. */
  default Optional<Conditions> comparedWith() {
    return this instanceof Difference difference ? Optional.of(difference.than()) : Optional.empty();
  }

  /** Where a value lies on its axis: a number, the width of one hidden layer, the first learning rate; otherwise nowhere. */
  static OptionalDouble place(Object value) {
    if (value instanceof LearningRate rate) {
      return OptionalDouble.of(rate.start());
    }
    Object one = value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
    return one instanceof Number number ? OptionalDouble.of(Double.parseDouble(number.toString())) : OptionalDouble.empty();
  }
}
