package rote.analysis.statistics;

/** An estimate without a test: it rejects nothing. */
record Untested(int n, double value) implements Estimate {
  @Override
  public double p(double supposed) {
    return 1;
  }

  @Override
  public Interval interval(double level) {
    return Interval.NONE;
  }

  @Override
  public double smallestP() {
    return 1;
  }
}
