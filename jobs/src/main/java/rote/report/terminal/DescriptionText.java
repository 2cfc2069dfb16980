package rote.report.terminal;

import java.util.List;
import java.util.Locale;
import rote.data.Dataset;
import rote.data.description.Description;
import rote.data.description.Duplicates;
import rote.data.description.Feature;
import rote.files.yaml.NumberText;

/** What a data set holds, as text. */
public final class DescriptionText {
  private static final int MAX_ROWS = 60; // of a table

  private DescriptionText() {}

  public static String of(Description of) {
    StringBuilder text = new StringBuilder(head(of.data())).append("\n").append(classes(of));
    if (!of.features().isEmpty()) {
      text.append("\n").append(features(of.features()));
    }
    text.append("\n").append(duplicates(of)).append("\n");
    of.warnings().forEach(line -> text.append("warning: ").append(line).append("\n"));
    return text.toString().stripTrailing();
  }

  private static String head(Dataset data) {
    String kind = data.isReal() ? data.shape().size() + (data.shape().size() == 1 ? " feature" : " features")
        : "images of " + data.shape().height() + " x " + data.shape().width() + " pixels"
            + (data.shape().channels() == 1 ? "" : ", " + data.shape().channels() + " channels");
    return data.name() + ": " + data.training().count() + (data.test().count() == 0 ? " rows without a test set"
        : " training and " + data.test().count() + " test examples") + ", " + kind + ", " + data.classes() + " classes\n"
        + "SHA-256 " + data.digest() + "\n";
  }

  private static String classes(Description of) {
    Dataset data = of.data();
    List<Integer> training = data.training().classCounts(data.classes());
    List<Integer> test = data.test().classCounts(data.classes());
    TextTable table = new TextTable().left("class").right("rows").right("share");
    boolean hasTest = data.test().count() > 0;
    if (hasTest) {
      table.right("test rows");
    }
    for (int c = 0; c < Math.min(MAX_ROWS, data.classes()); c++) {
      String share = String.format(Locale.ROOT, "%.3f", (double) training.get(c) / data.training().count());
      List<String> cells = List.of(of.className(c), String.valueOf(training.get(c)), share);
      table.row(hasTest ? List.of(cells.get(0), cells.get(1), cells.get(2), String.valueOf(test.get(c))) : cells);
    }
    return table + more(data.classes(), "classes");
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

  private static String duplicates(Description of) {
    Duplicates same = of.duplicates();
    return "The same as an earlier row: " + same.training() + (of.data().test().count() == 0 ? ""
        : " in training, " + same.test() + " in the test set; test rows that are training rows too: " + same.both());
  }
}
