package rote.jobs.progress;

/**
 * How far a run is.
 *
 * @param planned trials of the whole experiment, those of a follow-up included
 * @param done those that are recorded, from earlier runs too, and whatever came of them
 * @param failed how many of them FAILED in this run
 * @param running those of the tasks that run
 * @param seconds since training began
 * @param perSecond trials of this run; 0 before the first
 * @param secondsLeft predicted; NaN as long as there is nothing to predict from
 * @param scores the groups so far, at most {@value GroupScores#MAX_SHOWN}
 * @param slowest of the running trials, the one that has taken longest; null where none has told of itself
 */
public record RunState(int planned, int done, int failed, int running, double seconds, double perSecond, double secondsLeft,
    GroupScores.Shown scores, Slowest slowest) {

  /** The same state with another count of trials that are done. */
  public RunState with(int recorded) {
    return new RunState(planned, recorded, failed, running, seconds, perSecond, secondsLeft, scores, slowest);
  }

  /**
   * A trial that runs.
   *
   * @param label of its group, and its seed
   * @param epochs the most that it may have
   * @param seconds since its task began
   */
  public record Slowest(String trial, String label, int epoch, int epochs, double seconds) {}
}
