package rote.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table with an answer that not every experiment can give.
 *
 * @param note how to read it
 */
public record Finding(String title, String note, List<String> headings, List<List<String>> rows) {

  public static List<Finding> of(Groups groups) {
    return Stream.of(Frontier.of(groups), WidthPeak.of(groups), SearchedSettings.of(groups)).flatMap(Optional::stream).toList();
  }
}
