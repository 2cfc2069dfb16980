package rote.jobs;

import java.io.IOException;

/** Says that somebody has cancelled a run's job, as a notebook does: the same command continues from what is recorded. */
public final class CancelledException extends IOException {
  private static final long serialVersionUID = 1L;

  CancelledException(Exception cause) {
    super("the job was cancelled", cause);
  }
}
