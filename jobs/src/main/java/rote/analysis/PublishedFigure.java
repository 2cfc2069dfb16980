package rote.analysis;

import java.util.Optional;
import rote.analysis.statistics.Statistics;
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

  public String intervalText() {
    return measured.map(m -> Numbers.interval(metric(), m, more())).orElse("-");
  }

  public String differenceText() {
    return Numbers.signed(format(difference()));
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
