package rote.jobs.progress;

import java.util.concurrent.TimeUnit;

/**
 * Decides when the page of a run is renewed: every 30 seconds or 5 % of the trials, whichever comes first, but never so often that it takes
 * more than 1 % of the run's time.
 *
 * <p>After each renewal it waits 100 times as long as that took. The first one, in a JVM that has made no page
 * yet, is taken to last a second. All times are in nanoseconds of one clock.
 */
public final class RenewalRule {
  private static final long BETWEEN = TimeUnit.SECONDS.toNanos(30);
  private static final double SHARE_OF_TRIALS = 0.05;
  private static final int WAIT = 100; // times as long as a renewal takes
  private static final long FIRST = TimeUnit.SECONDS.toNanos(1);

  private final double newTrials;
  private long last;
  private long earliest;
  private int shown;

  /**
   * @param start when the run began
   * @param planned how many trials it has
   * @param recorded how many of them were recorded before it began
   */
  public RenewalRule(long start, int planned, int recorded) {
    this.newTrials = Math.max(1, SHARE_OF_TRIALS * planned);
    this.last = start;
    this.earliest = start + WAIT * FIRST;
    this.shown = recorded;
  }

  /** Says whether the page is to be renewed now. @param recorded how many trials it would show */
  public boolean isDue(long now, int recorded) {
    return recorded > 0 && now - earliest >= 0 && (now - last >= BETWEEN || recorded - shown >= newTrials);
  }

  /** Takes note of a renewal, also of one that failed. @param recorded how many trials it shows */
  public void renewed(long began, long ended, int recorded) {
    last = began;
    earliest = ended + WAIT * (ended - began);
    shown = recorded;
  }
}
