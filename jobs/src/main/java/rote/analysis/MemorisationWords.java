package rote.analysis;

import java.util.Locale;
import rote.trial.Setting;

/** Memorisation scores in sentences. */
public final class MemorisationWords {
  private MemorisationWords() {}

  /** Of a group of which models were asked about training examples: how many, and how well scores find wrong labels. */
  public static String of(Group group) {
    MemorisationScores scores = group.memorisation().orElseThrow();
    return sentence(group, scores) + " " + check(scores);
  }

  private static String sentence(Group group, MemorisationScores scores) {
    return String.format(Locale.ROOT, "%s, each trained on a random share of %s of %,d examples; no score has a standard"
            + " error above %.3f.", Words.count(scores.models(), "model"), group.value(Setting.TRAINING_SHARE),
        scores.examples(), scores.largestError());
  }

  private static String check(MemorisationScores scores) {
    return scores.auc().map(auc -> String.format(Locale.ROOT, "The score finds the %,d wrong labels among %,d with an AUC of"
            + " %.3f [%.3f, %.3f].", auc.positives(), auc.positives() + auc.negatives(), auc.value(), auc.low(), auc.high()))
        .orElse("No label is wrong, so that there is nothing to find.");
  }
}
