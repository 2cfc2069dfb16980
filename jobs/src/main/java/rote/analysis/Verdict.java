package rote.analysis;

import rote.experiment.Claim;

/**
 * What the data say about a claim.
 *
 * @param evidence the numbers behind the answer, one line per group
 */
public record Verdict(Claim claim, Answer answer, String evidence) {

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
  }
}
