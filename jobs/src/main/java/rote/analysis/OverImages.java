package rote.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rote.analysis.Verdict.Answer;
import rote.analysis.statistics.Interval;
import rote.experiment.MetricName;
import rote.experiment.Relation;

/** Says of a claim about test accuracy that it is judged for fixed test examples, and what the interval over test examples makes of it. */
final class OverImages {
  private static final String FIXED = "Judged over seeds, with the test examples fixed";

  private OverImages() {}

  /**
   * Empty for other metrics, and unless all trials have kept their answers. Comparisons have no interval over test examples.
   *
   * @param levels at which each test is judged
   */
  static Optional<String> sentence(Judgement judged, Answer answer, double[] levels) {
    boolean isKept = judged.tests().stream().flatMap(test -> test.groups().stream())
        .allMatch(group -> group.overTestImages().isPresent());
    if (judged.claim().metric() != MetricName.FINAL_TEST_ACCURACY || !isKept) {
      return Optional.empty();
    }
    boolean isTested = answer != Answer.OPEN && judged.claim().relation() instanceof Relation.Range;
    return Optional.of(FIXED + (!isTested ? "." : isSupported(judged.tests(), answer, levels)
        ? "; over seeds and test examples the answer is the same." : "; over seeds and test examples the claim would be open."));
  }

  private static boolean isSupported(List<ClaimTest> tests, Answer answer, double[] levels) {
    IntStream all = IntStream.range(0, levels.length);
    return answer == Answer.HOLDS ? all.allMatch(t -> isInside(interval(tests.get(t), levels[t]), tests.get(t).wanted()))
        : all.anyMatch(t -> isOutside(interval(tests.get(t), levels[t]), tests.get(t).wanted()));
  }

  private static Interval interval(ClaimTest test, double level) {
    return test.groups().get(0).overTestImages(level).orElseThrow();
  }

  private static boolean isInside(Interval interval, Relation.Form wanted) {
    return interval.low() >= wanted.low() && interval.high() <= wanted.high();
  }

  private static boolean isOutside(Interval interval, Relation.Form wanted) {
    return interval.low() > wanted.high() || interval.high() < wanted.low();
  }
}
