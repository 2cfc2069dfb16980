package rote.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rote.analysis.metrics.Metric;
import rote.experiment.Conditions;
import rote.experiment.PublishedValue;

/** Finds the groups that measured an experiment's published figures. */
public final class PublishedFigures {
  private PublishedFigures() {}

  /** A figure that no group measured comes once, without a group. */
  public static List<PublishedFigure> of(Groups groups) {
    return groups.experiment().published().stream().flatMap(published -> of(published, groups)).toList();
  }

  /**
   * The groups with these settings. After a search only the chosen ones count, because
   * the test images had no part in the choice.
   */
  static List<Group> about(Conditions where, Groups groups) {
    return groups.all().stream()
        .filter(group -> (group.chosen() || !groups.haveParts()) && matches(where, group)).toList();
  }

  static boolean matches(Conditions where, Group group) {
    return where.hold(group.dataset(), group.trial());
  }

  private static Stream<PublishedFigure> of(PublishedValue published, Groups groups) {
    List<PublishedFigure> measured = about(published.where(), groups).stream()
        .map(group -> new PublishedFigure(published, Optional.of(group), group.statistics(Metric.of(published.metric()))))
        .filter(PublishedFigure::isMeasured)
        .toList();
    return measured.isEmpty()
        ? Stream.of(new PublishedFigure(published, Optional.empty(), Optional.empty()))
        : measured.stream();
  }
}
