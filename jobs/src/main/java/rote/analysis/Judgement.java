package rote.analysis;

import java.util.ArrayList;
import java.util.List;
import rote.analysis.Verdict.Answer;
import rote.analysis.statistics.Holm;
import rote.experiment.Claim;

/**
 * The tests of one claim, and the answer that they give together.
 *
 * <p>All must hold. So the claim holds if the weakest test does, without a correction (Berger 1982); and it fails if one test does, so
 * failures are corrected for the number of tests.
 */
record Judgement(Claim claim, List<ClaimTest> tests) {
  private double pHolds() {
    return tests.stream().mapToDouble(ClaimTest::pHolds).max().orElse(1);
  }

  private double[] fails() {
    return tests.stream().mapToDouble(ClaimTest::pFails).toArray();
  }

  private double pFails() {
    double least = 1;
    for (double p : Holm.adjusted(fails())) {
      least = Math.min(least, p);
    }
    return least;
  }

  /** The level from which the data answer the claim. */
  double p() {
    return Math.min(pHolds(), pFails());
  }

  Verdict verdict(double level) {
    Answer answer = pHolds() <= level ? Answer.HOLDS : pFails() <= level ? Answer.FAILS : Answer.OPEN;
    double[] levels = levels(level);
    List<String> lines = new ArrayList<>();
    for (ClaimTest test : tests) {
      lines.add(test.evidence(levels[lines.size()]));
    }
    return new Verdict(claim, answer, String.join("\n", lines), true, OverImages.sentence(this, answer, levels));
  }

  /** At which each test is judged. */
  double[] levels(double level) {
    double[] levels = Holm.levels(level, fails());
    for (int t = 0; t < levels.length; t++) {
      levels[t] = tests.get(t).isInside() ? level : levels[t];
    }
    return levels;
  }
}
