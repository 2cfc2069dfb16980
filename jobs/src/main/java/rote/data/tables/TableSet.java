package rote.data.tables;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Names;
import rote.data.Shape;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.NamedFile;
import rote.files.yaml.QuotedValue;

/** Makes a data set of one table, or of two if the test set has a file of its own. */
public final class TableSet {
  private final DataFile asked;
  private final LabelTexts labels;
  private final Map<String, Map<String, Integer>> oneHot = new LinkedHashMap<>();
  private TableColumns columns; // of the training table
  private TableRows rows; // read last

  private TableSet(DataFile asked) {
    this.asked = asked;
    this.labels = new LabelTexts(asked.csv().decimal());
  }

  /**
   * Reads a data set.
   *
   * @param places where relative names are looked for, in order; {@code ""} is the working directory
   * @throws InputException with file, row and column of the first thing that is wrong
   */
  public static Dataset read(DataFile asked, List<String> places, FileSystems systems) {
    NamedFile file = NamedFile.find(asked.file(), places, systems);
    NamedFile test = asked.testFile() == null ? null : NamedFile.find(asked.testFile(), places, systems);
    return new TableSet(asked).dataset(file, test);
  }

  private Dataset dataset(NamedFile file, NamedFile test) {
    TableRows training = rows(file);
    TableRows testing = test == null ? null : rows(test);
    String column = file + ": column " + QuotedValue.of(columns.name(columns.label()));
    labels.check(column);
    byte[] classes = labels.classes();
    if (testing != null) {
      demandTrained(training, testing, test);
      demandAlike(training, testing, test);
    }
    Names names = new Names(training.featureNames(), labels.sorted(), training.rounded(), training.distinct());
    Shape shape = training.images().orElseGet(() -> Shape.ofFeatures(names.features().size()));
    return Dataset.ofTable(asked.name(), shape, names, training.examples(classes),
        testing == null ? Examples.none() : testing.examples(classes)).grouped(training.grouping());
  }

  private void demandTrained(TableRows training, TableRows testing, NamedFile test) {
    boolean[] isTrained = new boolean[labels.sorted().size()];
    Arrays.stream(training.labelCodes()).forEach(code -> isTrained[code] = true);
    int[] unseen = Arrays.stream(testing.labelCodes()).filter(code -> !isTrained[code]).toArray();
    if (unseen.length > 0) {
      throw new InputException(test + ": the test set has labels that the training set lacks: "
          + Arrays.stream(unseen).distinct().mapToObj(code -> QuotedValue.of(labels.label(code)).toString()).collect(Collectors.joining(", "))
          + " (" + unseen.length + " of " + testing.count() + " rows); take those rows out, or put some of them into training");
    }
  }

  private static void demandAlike(TableRows training, TableRows testing, NamedFile test) {
    if (!training.images().equals(testing.images())) {
      throw new InputException(test + ": the test set has " + words(testing.images()) + ", and the training set has "
          + words(training.images()) + "; both must be alike");
    }
    if (!training.featureNames().equals(testing.featureNames())) {
      throw new InputException(test + ": the lists of the test set are not as long as those of the training set; make them so");
    }
  }

  private static String words(Optional<Shape> images) {
    return images.map(shape -> "images of " + ImageColumn.words(shape)).orElse("no images");
  }

  private TableRows rows(NamedFile file) {
    switch (asked.format()) {
      case CSV -> CsvTable.read(file, asked.csv(), names -> begin(names, ones(names.size()), file));
      case PARQUET -> ParquetCells.read(file, names -> found(names, file).used(), (names, widths) -> begin(names, widths, file));
    }
    rows.end();
    return rows;
  }

  private static int[] ones(int count) {
    int[] widths = new int[count];
    Arrays.fill(widths, 1);
    return widths;
  }

  private TableColumns found(List<String> names, NamedFile file) {
    return columns == null ? TableColumns.of(asked, names, file.toString()) : columns.in(names, file.toString());
  }

  private Cells begin(List<String> names, int[] widths, NamedFile file) {
    TableColumns found = found(names, file);
    for (int f = 0; f < found.features() && columns == null; f++) {
      if (found.isOneHot(f)) {
        oneHot.put(found.name(found.column(f)), new LinkedHashMap<>());
      }
    }
    columns = columns == null ? found : columns;
    rows = new TableRows(asked, file.toString(), found, widths, labels, oneHot);
    return rows;
  }
}
