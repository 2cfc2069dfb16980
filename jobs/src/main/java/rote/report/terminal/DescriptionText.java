package rote.report.terminal;

import java.util.List;
import rote.data.description.Description;
import rote.data.description.Feature;
import rote.files.yaml.NumberText;

/** What a data set holds, as text. */
public final class DescriptionText {
  private static final int MAX_ROWS = 60; // of a table

  private DescriptionText() {}

  public static String of(Description of) {
    StringBuilder text = new StringBuilder(of.data().name()).append(": ").append(of.sentence()).append("\nSHA-256 ").append(of.data().digest())
        .append("\n\n").append(classes(of));
    if (!of.features().isEmpty()) {
      text.append("\n").append(features(of.features()));
    }
    text.append("\n");
    of.groups().ifPresent(line -> text.append(line).append("\n"));
    text.append(of.sameness()).append("\n");
    of.warnings().forEach(line -> text.append("warning: ").append(line).append("\n"));
    return text.toString().stripTrailing();
  }

  private static String classes(Description of) {
    int classes = of.data().classes();
    TextTable table = new TextTable().left("class").right("rows").right("share");
    if (of.hasTest()) {
      table.right("test rows");
    }
    for (int c = 0; c < Math.min(MAX_ROWS, classes); c++) {
      List<String> cells = List.of(of.className(c), String.valueOf(of.rows().get(c)), of.share(c), String.valueOf(of.testRows().get(c)));
      table.row(cells.subList(0, of.hasTest() ? 4 : 3));
    }
    return table + more(classes, "classes");
  }

  private static String features(List<Feature> features) {
    TextTable table = new TextTable().left("feature").left("numbers").right("least").right("mean").right("most").right("missing");
    features.stream().limit(MAX_ROWS).forEach(feature -> table.row(List.of(feature.name(), feature.areWhole() ? "whole" : "real",
        NumberText.of(feature.min()), NumberText.of((float) feature.mean()), NumberText.of(feature.max()), String.valueOf(feature.missing()))));
    return table + more(features.size(), "features");
  }

  private static String more(int count, String what) {
    return count > MAX_ROWS ? "and " + (count - MAX_ROWS) + " more " + what + "\n" : "";
  }
}
