package rote.analysis;

/**
 * What the data say about a claim.
 *
 * @param evidence the numbers behind the answer, with their n, a line a group
 */
public record Verdict(String claim, Answer answer, String evidence) {

  /** The three things that data can say. */
  public enum Answer {
    HOLDS,
    FAILS,
    /** They do not decide. */
    OPEN;

    /** As it stands in a report. */
    public String words() {
      return switch (this) {
        case HOLDS -> "holds";
        case FAILS -> "does not hold";
        case OPEN -> "open";
      };
    }

    /** Of several groups: one that fails is enough to fail, and all must hold. */
    static Answer of(Iterable<Answer> answers) {
      Answer all = HOLDS;
      for (Answer answer : answers) {
        all = answer == FAILS || all == FAILS ? FAILS : answer == OPEN ? OPEN : all;
      }
      return all;
    }
  }
}
