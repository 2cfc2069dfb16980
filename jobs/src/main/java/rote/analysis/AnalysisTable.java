package rote.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table that not every experiment can give; the note says how to read it. */
public record AnalysisTable(String title, String note, List<String> headings, List<List<String>> rows) {

  public static List<AnalysisTable> of(Groups groups) {
    return Stream.of(Frontier.of(groups), WidthPeak.of(groups), SearchedSettings.of(groups)).flatMap(Optional::stream).toList();
  }
}
