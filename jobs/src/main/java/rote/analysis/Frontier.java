package rote.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.data.catalog.Catalog;
import rote.network.Architecture;
import rote.trial.Curve;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.training.TrialRun;

/**
 * Finds how many examples a network fits: for every hidden size the largest training set that its trials fitted. Theorem 1 of
 * Zhang et al. 2016 is shown beside it: 2n + d weights in two layers can hold any labels of n examples in d dimensions.
 */
final class Frontier {
  private static final String NOTE = "A training set is fitted if each of its trials reaches a training accuracy of " + Curve.FITTED
      + "; all training sets up to that n are fitted. Some network with as many weights, of another form than these, fits any"
      + " (weights - d) / 2 labels of images of d pixels (Zhang et al. 2016, theorem 1).";

  private Frontier() {}

  /** Empty unless both hidden size and number of training examples vary. */
  static Optional<AnalysisTable> of(Groups groups) {
    if (!groups.axes().containsAll(List.of(Setting.HIDDEN, Setting.TRAINING_EXAMPLES))) {
      return Optional.empty();
    }
    List<Setting<?>> others = groups.axesBut(Setting.TRAINING_EXAMPLES);
    Map<List<String>, List<Group>> sizes =
        Groups.series(others, groups.all().stream().filter(group -> group.trial().get(Setting.TRAINING_EXAMPLES) != null));
    List<String> headings = new ArrayList<>(others.stream().map(Words::of).toList());
    headings.addAll(List.of("weights", "labels by the theorem", "largest n fitted", "of n up to"));
    return Optional.of(new AnalysisTable("How many examples are fitted", NOTE, headings,
        sizes.entrySet().stream().map(size -> row(size.getKey(), size.getValue())).toList()));
  }

  private static List<String> row(List<String> values, List<Group> groups) {
    List<String> row = new ArrayList<>(values);
    Optional<Architecture> form = form(groups.get(0));
    row.add(form.map(f -> String.valueOf(f.parameters())).orElse("-"));
    row.add(form.map(f -> String.valueOf(Math.max(0, (f.parameters() - f.inputs()) / 2))).orElse("-"));
    List<Group> bySize = groups.stream().sorted(Comparator.comparing(group -> n(group.trial()))).toList();
    int fitted = 0;
    while (fitted < bySize.size() && bySize.get(fitted).isFitted()) {
      fitted++;
    }
    row.add(fitted == 0 ? "< " + n(bySize.get(0).trial()) : String.valueOf(n(bySize.get(fitted - 1).trial())));
    row.add(String.valueOf(n(bySize.get(bySize.size() - 1).trial())));
    return row;
  }

  /** Empty unless the data set is in the catalog. */
  private static Optional<Architecture> form(Group group) {
    return Catalog.known(group.dataset())
        .map(known -> TrialRun.architecture(group.trial(), known.shape(), known.classes()));
  }

  private static int n(Trial trial) {
    return trial.get(Setting.TRAINING_EXAMPLES);
  }
}
