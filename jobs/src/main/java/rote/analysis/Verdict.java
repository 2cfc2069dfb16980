package rote.analysis;

import java.util.Optional;
import rote.experiment.Claim;

/**
 * What the data say about a claim.
 *
 * @param evidence the numbers behind the answer, one line per group
 * @param isTested whether any trial has its settings; otherwise it is open without a test
 * @param overImages a sentence on whether it is an answer for other test examples too; empty where trials have not kept their answers, and
 *     for other metrics than test accuracy
 */
public record Verdict(Claim claim, Answer answer, String evidence, boolean isTested, Optional<String> overImages) {

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
