package rote.analysis;

import java.util.Optional;
import rote.analysis.metrics.Digits;
import rote.analysis.metrics.Metric;
import rote.analysis.metrics.Numbers;
import rote.analysis.statistics.Interval;
import rote.analysis.statistics.Prediction;
import rote.analysis.statistics.Statistics;
import rote.experiment.MetricName;
import rote.experiment.PublishedValue;

/** A published figure and what a group measured of it; both are empty if no group did. */
public record PublishedFigure(PublishedValue published, Optional<Group> group, Optional<Statistics> measured) {

  /** The group; if no group measured it, what the figure is about. */
  public String label() {
    return group.map(Group::label).orElse(Words.where(published.where()));
  }

  public boolean isMeasured() {
    return measured.isPresent();
  }

  /** Measured minus published; NaN if nothing was measured. */
  public double difference() {
    return measured.map(Statistics::mean).orElse(Double.NaN) - published.value();
  }

  public String metricWords() {
    return metric().words();
  }

  public Metric metric() {
    return Metric.of(published.metric());
  }

  public String publishedText() {
    return format(published.value());
  }

  public String measuredText() {
    return measured.map(Statistics::mean).map(this::format).orElse("-");
  }

  /**
   * Where a further result of the same kind would lie, with a chance of 95 %: the mean of as many runs, or the best of them. The interval of the
   * number itself, if it is no mean of trials.
   */
  public Interval expected() {
    return measured.map(of -> !Double.isNaN(of.standardDeviation())
        ? published.isBest() ? Prediction.ofBest(of, published.runs(), isHighestBest()) : Prediction.ofMean(of, published.runs())
        : Double.isNaN(of.low()) || of.n() == 1 ? Interval.NONE : new Interval(of.low(), of.high())).orElse(Interval.NONE);
  }

  private boolean isHighestBest() {
    return metric().kind() == MetricName.Kind.ACCURACY;
  }

  /** Whether the published figure is no such result. */
  public boolean isApart() {
    return published.value() < expected().low() || published.value() > expected().high();
  }

  public String intervalText() {
    Interval of = expected();
    return of.exists() ? "[" + format(of.low()) + ", " + format(of.high()) + "]" : "-";
  }

  /** {@code within 0.010: holds}: whether the measured mean is so near, by its 95 % interval; empty if no distance is declared. */
  public String replication() {
    return published.within().isEmpty() || !isMeasured() ? ""
        : "within " + format(published.within().getAsDouble()) + ": " + replicated(published.within().getAsDouble()).words();
  }

  private Verdict.Answer replicated(double margin) {
    Interval near = group.flatMap(of -> of.estimate(metric())).map(of -> of.interval(Statistics.LEVEL)).orElse(Interval.NONE);
    double low = published.value() - margin;
    double high = published.value() + margin;
    return near.low() >= low && near.high() <= high ? Verdict.Answer.HOLDS
        : near.low() > high || near.high() < low ? Verdict.Answer.FAILS : Verdict.Answer.OPEN;
  }

  public String differenceText() {
    return Numbers.signed(format(difference())) + (replication().isEmpty() ? "" : "; " + replication());
  }

  private String format(double value) {
    return metric().format(value, more());
  }

  /** As many as the published figure has, and as distinguish it from what was measured. */
  private int more() {
    double[] values = measured.map(Statistics::ends).orElse(new double[0]);
    return Math.max(Digits.moreToWrite(metric(), published.value()), Digits.more(metric(), values, published.value()));
  }
}
