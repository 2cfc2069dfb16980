package rote.data.tables;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import rote.data.Examples;
import rote.data.Grouping;
import rote.data.Shape;
import rote.files.InputException;
import rote.files.yaml.QuotedValue;

/** The rows of one table: features as numbers or images, labels by their codes. Whether a column holds numbers is known once all rows are read. */
final class TableRows implements Cells {
  private static final int MAX_VALUES = 1_000; // of a one-hot column
  private static final int MAX_NAME = 1_000; // characters of a label, a group or a value for one-hot
  private static final int MAX_SHOWN_TEXT = 40;
  private static final double BEYOND_WHOLE = 0x1p64; // larger numbers are measurements, of which all digits are not expected
  private static final double BEYOND_DOUBLE = 0x1p53; // larger ones may have lost digits before they came here

  private final DataFile asked;
  private final String file;
  private final TableColumns columns;
  private final Features features;
  private final LabelTexts labelTexts;
  private final Map<String, Map<String, Integer>> oneHot; // by column, the codes of its texts
  private final FloatList values = new FloatList();
  private final FloatList labels = new FloatList(); // codes
  private final ImageColumn images; // null for numbers
  private final GroupTexts groups = new GroupTexts(); // none without a column of groups
  private final float[] row;
  private final long[] numbers; // [columns], how many
  private final boolean[] fractions; // [columns], whether a number is not whole
  private final boolean[] rounded; // [columns], whether a number may have lost digits
  private final Gaps gaps;
  private final Map<Integer, String> texts = new LinkedHashMap<>(); // by column, the first text that is no number, and its place
  private List<String> distinct; // null before the end
  private String before; // see Cells
  private long place;
  private boolean isInRow; // false before the first
  private int label;

  /**
   * @param widths how many numbers each column has: 1, or the length of its lists, or 0 for images
   * @param labelTexts shared with the test table, as is {@code oneHot}
   */
  TableRows(DataFile asked, String file, TableColumns columns, int[] widths, LabelTexts labelTexts,
      Map<String, Map<String, Integer>> oneHot) {
    this.asked = asked;
    this.file = file;
    this.columns = columns;
    this.labelTexts = labelTexts;
    this.oneHot = oneHot;
    columns.demandSingle(widths, file);
    this.images = columns.areImages(widths, file) ? new ImageColumn() : null;
    this.features = new Features(columns, widths, oneHot);
    TableColumns.demandFew(features.width(), file);
    this.row = new float[features.width()];
    this.numbers = new long[columns.count()];
    this.fractions = new boolean[columns.count()];
    this.rounded = new boolean[columns.count()];
    this.gaps = new Gaps(columns);
  }

  @Override
  public void file(String beforeRows) {
    endRow();
    isInRow = false;
    before = beforeRows;
  }

  @Override
  public void row(long next) {
    endRow();
    isInRow = true;
    place = next;
    label = 0; // counts only if none is missing
    Arrays.fill(row, Float.NaN);
  }

  private void endRow() {
    if (!isInRow) {
      return;
    }
    for (float value : row) {
      values.add(value, file);
    }
    labels.add(label, file);
  }

  private boolean isOneHot(int column) {
    return features.has(column) && oneHot.containsKey(columns.name(column));
  }

  @Override
  public boolean areNames(int column) {
    return column == columns.label() || column == columns.group() || isOneHot(column);
  }

  @Override
  public void number(int column, int element, double number) {
    if (column == columns.label()) {
      label = labelTexts.code(number);
    } else if (areNames(column)) {
      boolean isWhole = number == Math.rint(number) && Math.abs(number) <= BEYOND_DOUBLE;
      text(column, isWhole ? String.valueOf((long) number) : String.valueOf(number));
    } else if (features.has(column)) {
      numbers[column]++;
      row[features.start(column) + element] = fit(column, number);
    }
  }

  private float fit(int column, double number) {
    float value = (float) number;
    fractions[column] |= number != Math.rint(number);
    rounded[column] |= Math.abs(number) < BEYOND_WHOLE && (value != number || Math.abs(number) >= BEYOND_DOUBLE);
    if (!Float.isFinite(value)) {
      throw new InputException(at(column) + (Double.isInfinite(number) ? "is infinite" : number + " is beyond 32-bit floats, which end at 3.4e38")
          + "; correct it, or leave it empty as missing");
    }
    return value + 0f; // -0 is 0
  }

  @Override
  public void text(int column, String text) {
    if (text.length() > MAX_NAME && areNames(column)) {
      throw new InputException(at(column) + "has a text of " + text.length() + " characters; labels, groups and values for one-hot have at most " + MAX_NAME);
    }
    if (text.indexOf('\0') >= 0) {
      throw new InputException(at(column) + "has a text with a NUL character, so the file is damaged or no table of text; save it again as UTF-8");
    }
    if (column == columns.label()) {
      label = labelTexts.code(text);
    } else if (column == columns.group()) {
      groups.add(text, file);
    } else if (isOneHot(column)) {
      numbers[column]++;
      Map<String, Integer> codes = oneHot.get(columns.name(column));
      row[features.start(column)] = codes.computeIfAbsent(text, any -> codes.size());
      if (codes.size() > MAX_VALUES) {
        throw new InputException(at(column) + "one-hot makes a feature of each value, and there are more than " + MAX_VALUES
            + "; leave the column out by ignore");
      }
    } else if (features.has(column)) {
      OptionalDouble number = NumberText.of(text, asked.csv().decimal());
      if (number.isPresent()) {
        number(column, 0, number.getAsDouble());
      } else {
        refuse(column, text);
      }
    }
  }

  @Override
  public void image(int column, byte[] encoded) {
    numbers[column]++;
    images.add(encoded, before + place + ": column " + QuotedValue.of(columns.name(column)));
  }

  private void refuse(int column, String text) {
    String refusal = at(column) + shown(text) + " is not a number";
    if (asked.csv().decimal() == '.' && NumberText.hasDecimalComma(text)) {
      throw new InputException(refusal + "; if commas are its decimal marks, write decimal: \",\"");
    }
    texts.putIfAbsent(column, refusal);
  }

  @Override
  public void missing(int column, int element) {
    if (column == columns.label() || column == columns.group() || features.has(column)) {
      gaps.add(column, before + place);
    }
  }

  private String at(int column) {
    return before + place + ": column " + QuotedValue.of(columns.name(column)) + ": ";
  }

  private static String shown(String text) {
    return QuotedValue.of(text.length() > MAX_SHOWN_TEXT ? text.substring(0, MAX_SHOWN_TEXT) + "…" : text).toString();
  }

  /**
   * Checks the table after its last row.
   *
   * @throws InputException if it has no rows, if there is text in a column of numbers, or if values are missing
   */
  void end() {
    endRow();
    isInRow = false;
    if (labels.size() == 0) {
      throw new InputException(file + ": has no rows");
    }
    demandNumbers();
    demandValues();
    distinct = IntStream.range(0, columns.count()).filter(column -> isOneHot(column) && numbers[column] > 1
        && oneHot.get(columns.name(column)).size() == numbers[column]).mapToObj(columns::name).toList();
  }

  private void demandNumbers() {
    List<Integer> ofText = texts.keySet().stream().filter(column -> numbers[column] == 0).sorted().toList();
    for (Map.Entry<Integer, String> text : texts.entrySet()) {
      if (!ofText.contains(text.getKey())) {
        throw new InputException(text.getValue());
      }
    }
    if (!ofText.isEmpty()) {
      String list = columns.list(ofText);
      boolean isOne = ofText.size() == 1;
      String features = "make features of the values by one-hot: [" + list + "]";
      throw new InputException(texts.get(ofText.get(0)) + "; " + (isOne ? "this column holds text: leave it" : "columns " + list
          + " hold text: leave them") + " out by ignore: [" + list + "], " + (asked.group() != null || asked.testFile() != null ? "or " + features
          : features + ", or keep rows with the same value " + (isOne ? "together by group-column: " + list : "of one of them together by group-column")));
    }
  }

  private void demandValues() {
    for (int column = 0; column < columns.count(); column++) {
      if (images == null && features.has(column) && numbers[column] == 0) {
        throw new InputException(file + ": column " + QuotedValue.of(columns.name(column)) + " has no values; leave it out by ignore: ["
            + columns.list(List.of(column)) + "]");
      }
    }
    gaps.demandNone(labels.size(), images != null, asked.isFilled());
  }

  /** Returns which rows belong together; null without a column that says so. */
  Grouping grouping() {
    return columns.group() < 0 ? null : groups.grouping();
  }

  int count() {
    return labels.size();
  }

  /** Returns the shape of the images; empty for numbers. */
  Optional<Shape> images() {
    return Optional.ofNullable(images).map(ImageColumn::shape);
  }

  /** Returns the names of the columns of whole numbers that have lost digits. */
  List<String> rounded() {
    return IntStream.range(0, rounded.length).filter(column -> rounded[column] && !fractions[column]).mapToObj(columns::name).toList();
  }

  /** Returns the names of the one-hot columns that have another text in every row. */
  List<String> distinct() {
    return distinct;
  }

  int[] labelCodes() {
    float[] codes = labels.toArray();
    int[] whole = new int[codes.length];
    Arrays.setAll(whole, e -> (int) codes[e]);
    return whole;
  }

  /** Returns what the features are called; nothing for images. Called when the codes of all one-hot columns are known, as is {@link #examples}. */
  List<String> featureNames() {
    return images == null ? features.names() : List.of();
  }

  /** @param classes by code */
  Examples examples(byte[] classes) {
    int[] codes = labelCodes();
    byte[] rowClasses = new byte[codes.length];
    for (int e = 0; e < codes.length; e++) {
      rowClasses[e] = classes[codes[e]];
    }
    return images == null ? Examples.ofValues(features.of(values.toArray(), codes.length, file), rowClasses)
        : new Examples(images.pixels(), rowClasses);
  }
}
