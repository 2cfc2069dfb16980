package rote.report;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import rote.experiment.EpochRow;

/** The four measures that a page draws by epoch. */
enum Chart {
  TRAINING_ACCURACY("training_accuracy", "Training accuracy", row -> row.training().accuracy()),
  TEST_ACCURACY("test_accuracy", "Test accuracy", row -> row.test().accuracy()),
  TRAINING_COST("training_cost", "Training cost", row -> row.training().cost()),
  TEST_COST("test_cost", "Test cost", row -> row.test().cost());

  /** What a screen reader is told one by one; the table has the rest. */
  private static final int SPOKEN = 8;

  private final String id;
  private final String title;
  private final ToDoubleFunction<EpochRow> value;

  Chart(String id, String title, ToDoubleFunction<EpochRow> value) {
    this.id = id;
    this.title = title;
    this.value = value;
  }

  /** As in the curves table: {@code test_accuracy}. */
  String id() {
    return id;
  }

  String title() {
    return title;
  }

  boolean isAccuracy() {
    return Metric.named(id).map(metric -> metric.kind() == Metric.Kind.ACCURACY).orElseThrow();
  }

  MeanCurve curve(Group group) {
    return group.curve(value);
  }

  /** The chart in words: where each group's line ends. */
  String description(Groups groups) {
    List<String> ends = groups.all().stream().flatMap(group -> end(group).stream()).toList();
    String more = ends.size() > SPOKEN ? "; and " + (ends.size() - SPOKEN) + " more in the table below" : "";
    String spoken = ends.stream().limit(SPOKEN).collect(Collectors.joining("; "));
    return title + " by epoch, mean over seeds. " + spoken + more + ".";
  }

  private Optional<String> end(Group group) {
    Metric metric = Metric.named(id).orElseThrow();
    return group.statistics(metric).map(of -> group.label() + " ends at " + metric.format(of.mean()));
  }
}
