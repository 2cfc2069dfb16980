package rote.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table that answers a question of its own, where an experiment has the trials for it.
 *
 * @param note how it is to be read
 * @param rows as many cells as there are headings
 */
public record Finding(String title, String note, List<String> headings, List<List<String>> rows) {

  /** What an experiment's trials have to say beyond their groups. */
  public static List<Finding> of(Groups groups) {
    return Stream.of(Frontier.of(groups), WidthPeak.of(groups), SearchedSettings.of(groups)).flatMap(Optional::stream).toList();
  }
}
