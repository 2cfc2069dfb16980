package rote.cli;

import rote.store.Manifest;

/**
 * What came of a call.
 *
 * @param code the exit code of the same command line: 0 complete, 1 an error or a finding of {@code verify}, 2 bad input, 3 finished
 *     with FAILED trials, 4 interrupted
 * @param output the folder of the results; null for a command without one, and where a mistake was found before it was known
 * @param trials how many there are of each kind, after {@code run} and {@code plan}; null elsewhere, and where they cannot be known
 * @param text what the command printed as its result, such as the summary of a run
 * @param error the line that says what is wrong, or the stack trace of a bug; null if nothing is
 */
public record Outcome(int code, String output, Trials trials, String text, String error) {
  /**
   * The planned trials by what is recorded of them.
   *
   * @param recorded those that are completed, diverged or failed
   */
  public record Trials(int planned, int recorded, int completed, int diverged, int failed) {
    static Trials of(Manifest.Counts counts) {
      return new Trials(counts.planned(), counts.completed() + counts.diverged() + counts.failed(), counts.completed(),
          counts.diverged(), counts.failed());
    }
  }

  /**
   * Returns this outcome if its code is 0.
   *
   * @throws IllegalStateException with code and error otherwise, so that a job server sees the failure
   */
  public Outcome orThrow() {
    if (code != Main.COMPLETE) {
      throw new IllegalStateException("exit code " + code + ": " + (error == null ? text : error).strip());
    }
    return this;
  }
}
