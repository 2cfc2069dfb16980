package rote.analysis;

/**
 * What the data say about a claim.
 *
 * @param evidence the numbers behind the answer, one line per group
 */
public record Verdict(String claim, Answer answer, String evidence) {

  public enum Answer {
    HOLDS,
    FAILS,
    /** The data do not decide. */
    OPEN;

    public String words() {
      return switch (this) {
        case HOLDS -> "holds";
        case FAILS -> "does not hold";
        case OPEN -> "open";
      };
    }

    /** All must hold, and one that fails is enough to fail. */
    static Answer of(Iterable<Answer> answers) {
      Answer all = HOLDS;
      for (Answer answer : answers) {
        all = answer == FAILS || all == FAILS ? FAILS : answer == OPEN ? OPEN : all;
      }
      return all;
    }
  }
}
