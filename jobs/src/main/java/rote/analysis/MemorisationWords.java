package rote.analysis;

import java.util.Locale;
import rote.trial.Setting;

/** Memorisation scores in sentences. */
public final class MemorisationWords {
  private MemorisationWords() {}

  /** One line per group; empty where the probe of examples was not asked for. */
  public static String of(Groups groups) {
    StringBuilder lines = new StringBuilder();
    groups.all().forEach(group -> MemorisationScores.of(group).ifPresent(scores -> lines.append("\nmemorisation, ")
        .append(group.label()).append(": ").append(sentence(group, scores)).append(' ').append(check(scores)).append('\n')));
    return lines.toString();
  }

  public static String sentence(Group group, MemorisationScores scores) {
    return String.format(Locale.ROOT, "%s, each trained on a random share of %s of %,d examples; no score has a standard"
            + " error above %.3f.", Words.count(scores.models(), "model"), group.value(Setting.TRAINING_SHARE),
        scores.examples(), scores.largestError());
  }

  public static String check(MemorisationScores scores) {
    return scores.auc().map(auc -> String.format(Locale.ROOT, "The score finds the %,d wrong labels among %,d with an AUC of"
            + " %.3f [%.3f, %.3f].", auc.positives(), auc.positives() + auc.negatives(), auc.value(), auc.low(), auc.high()))
        .orElse("No label is wrong, so that there is nothing to find.");
  }
}
