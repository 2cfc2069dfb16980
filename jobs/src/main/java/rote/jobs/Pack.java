package rote.jobs;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one Spark task trains.
 *
 * @param groups single trials, and groups that are trained side by side
 */
record Pack(ArrayList<ArrayList<PlannedTrial>> groups) implements Serializable {
  static Pack empty() {
    return new Pack(new ArrayList<>());
  }

  void add(List<PlannedTrial> group) {
    groups.add(new ArrayList<>(group));
  }

  Stream<PlannedTrial> trials() {
    return groups.stream().flatMap(List::stream);
  }

  /** Equal for packs whose trials are of the same kinds, however many there are. */
  Object kind() {
    return trials().map(planned -> planned.trial().kind()).collect(Collectors.toSet());
  }

  double seconds() {
    return trials().mapToDouble(PlannedTrial::seconds).sum();
  }

  int size() {
    return groups.stream().mapToInt(List::size).sum();
  }
}
