package rote.jobs;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Calls for an end once the time of a run is up. */
final class TimeLimit implements AutoCloseable {
  private final Timer timer = new Timer("rote-time-limit", true);
  private Runnable end = () -> {};
  private boolean isUp;

  /** @param time from now; null for no limit */
  TimeLimit(Duration time) {
    if (time != null) {
      timer.schedule(new TimerTask() {
        @Override
        public void run() {
          up();
        }
      }, time.toMillis());
    }
  }

  private synchronized void up() {
    isUp = true;
    end.run();
  }

  /** Names what ends the work that follows; it is called at once if the time is up already. */
  synchronized void ends(Runnable work) {
    end = work;
    if (isUp) {
      work.run();
    }
  }

  synchronized boolean isUp() {
    return isUp;
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
