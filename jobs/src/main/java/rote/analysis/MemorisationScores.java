package rote.analysis;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rote.analysis.answers.ExampleAnswers;
import rote.analysis.statistics.Auc;
import rote.analysis.statistics.Interval;
import rote.analysis.statistics.Statistics;
import rote.trial.ProbeItem;
import rote.trial.TrialResult;

/**
 * How much of each training example is memorised (Feldman and Zhang 2020): P[right | trained on it] - P[right | left out],
 * over models that trained on random shares of the same examples. Memory does not grow with the number of models.
 */
public final class MemorisationScores {
  private final ProbeItem wrongLabel;
  private final int[] trained;
  private final int[] trainedRight;
  private final int[] leftOutRight;
  private int models;

  private MemorisationScores(ExampleAnswers first) {
    this.wrongLabel = first.wrongLabel();
    this.trained = new int[first.count()];
    this.trainedRight = new int[first.count()];
    this.leftOutRight = new int[first.count()];
  }

  /** Empty if no model was asked, or none left an example out. */
  public static Optional<MemorisationScores> of(Stream<TrialResult> results) {
    Iterator<ExampleAnswers> all = results.flatMap(result -> ExampleAnswers.of(result).stream()).iterator();
    if (!all.hasNext()) {
      return Optional.empty();
    }
    ExampleAnswers first = all.next();
    MemorisationScores scores = new MemorisationScores(first);
    scores.add(first);
    all.forEachRemaining(scores::add);
    return Optional.of(scores).filter(some -> some.known().findAny().isPresent());
  }

  private void add(ExampleAnswers answers) {
    if (!answers.wrongLabel().equals(wrongLabel)) {
      throw new IllegalArgumentException("models with different examples or labels cannot be combined");
    }
    models++;
    for (int e = 0; e < trained.length; e++) {
      int right = answers.right().bit(e) ? 1 : 0;
      if (answers.trainedOn().bit(e)) {
        trained[e]++;
        trainedRight[e] += right;
      } else {
        leftOutRight[e] += right;
      }
    }
  }

  int models() {
    return models;
  }

  int examples() {
    return trained.length;
  }

  int trained(int example) {
    return trained[example];
  }

  int trainedRight(int example) {
    return trainedRight[example];
  }

  int leftOut(int example) {
    return models - trained[example];
  }

  int leftOutRight(int example) {
    return leftOutRight[example];
  }

  /** Whether some models trained on it, and others did not. */
  boolean isKnown(int example) {
    return trained(example) > 0 && leftOut(example) > 0;
  }

  double score(int example) {
    return (double) trainedRight(example) / trained(example) - (double) leftOutRight(example) / leftOut(example);
  }

  /** An upper bound of the scores' standard errors: that of two shares of one half. */
  double largestError() {
    return known()
        .mapToDouble(e -> 0.5 * Math.sqrt(1.0 / trained(e) + 1.0 / leftOut(e))).max().orElseThrow();
  }

  /** The known scores of examples with a wrong label, or of the others. */
  public double[] scores(boolean wrong) {
    return known(wrong).mapToDouble(this::score).toArray();
  }

  List<Integer> highest(boolean wrong, int most) {
    return known(wrong).boxed().sorted(Comparator.comparingDouble(this::score).reversed()).limit(most).toList();
  }

  private IntStream known(boolean wrong) {
    return known().filter(example -> wrongLabel.bit(example) == wrong);
  }

  private IntStream known() {
    return IntStream.range(0, examples()).filter(this::isKnown);
  }

  /** Empty unless there are both wrong and true labels. */
  Optional<Auc> auc() {
    double[] wrong = scores(true);
    double[] others = scores(false);
    return wrong.length == 0 || others.length == 0 ? Optional.empty() : Optional.of(Auc.of(wrong, others));
  }

  /** @param share of the examples on which each model trained */
  public String words(String share) {
    return String.format(Locale.ROOT, "%s, each trained on a random share of %s of %,d examples; no score has a standard"
        + " error above %.3f. ", Words.count(models, "model"), share, examples(), largestError())
        + auc().map(auc -> String.format(Locale.ROOT, "The score finds the %,d wrong labels among %,d with an AUC of %.3f%s.",
            auc.positives(), auc.n(), auc.value(), interval(auc.interval(Statistics.LEVEL))))
        .orElse("No label is wrong, so there is nothing to find.");
  }

  private static String interval(Interval of) {
    return of.exists() ? String.format(Locale.ROOT, " [%.3f, %.3f]", of.low(), of.high()) : "";
  }
}
