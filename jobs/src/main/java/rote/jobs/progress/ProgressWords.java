package rote.jobs.progress;

import java.util.Locale;

/** Says in words how far a run is. */
public final class ProgressWords {
  private ProgressWords() {}

  /** {@code 27 of 60 trials done, 1 FAILED, 2 running}. */
  static String counts(RunState now) {
    return done(now) + (now.running() == 0 ? "" : ", " + now.running() + " running");
  }

  /** {@code 27 of 60 trials done, 1 FAILED}. */
  public static String done(RunState now) {
    return now.done() + " of " + now.planned() + " trials done" + (now.failed() == 0 ? "" : ", " + now.failed() + " FAILED");
  }

  /** {@code 0.52 trials/s}; empty before the first. */
  static String rate(RunState now) {
    return now.perSecond() == 0 ? "" : String.format(Locale.ROOT, now.perSecond() < 10 ? "%.2f trials/s" : "%.0f trials/s", now.perSecond());
  }

  /** {@code about 1 min 20 s to go}; empty where nothing is known, or nothing is to do. */
  static String toGo(RunState now) {
    return Double.isNaN(now.secondsLeft()) || now.done() >= now.planned() ? "" : "about " + duration(now.secondsLeft()) + " to go";
  }

  /** {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 7 min}. */
  public static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : whole < 3600 ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }
}
