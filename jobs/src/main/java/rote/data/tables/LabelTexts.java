package rote.data.tables;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import rote.files.InputException;
import rote.files.yaml.QuotedValue;

/** The distinct labels of a table, which become its classes: numbers by size, other texts in the order of their characters. */
final class LabelTexts {
  static final int MAX_CLASSES = 256;
  private static final double BEYOND_DOUBLE = 1e15; // larger numbers may differ in digits that a double does not hold
  private static final String LONG_WHOLE = "[+-]?[0-9]{16,40}";
  private static final int MAX_COUNTED = 100_000;

  private final char decimal;
  private final Map<String, Integer> codes = new LinkedHashMap<>();
  private boolean areNumbers = true;
  private boolean areNumbersWithCommas = true; // where the decimal mark may have been forgotten
  private String fraction; // a label that is no whole number, or null
  private long infinite; // how many are

  /** @param decimal the mark before the fraction of a number */
  LabelTexts(char decimal) {
    this.decimal = decimal;
  }

  /** Returns the number of a label in the order of their first occurrence. */
  int code(String text) {
    OptionalDouble number = NumberText.of(text, decimal);
    number = number.isEmpty() ? NumberText.of(text, '.') : number; // a fraction by another mark makes no class of it
    if (number.isPresent() && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      boolean isLong = Math.abs(number.getAsDouble()) >= BEYOND_DOUBLE && text.matches(LONG_WHOLE);
      return isLong ? codeOf(new BigInteger(text).toString()) : code(number.getAsDouble());
    }
    areNumbers = false;
    areNumbersWithCommas &= NumberText.hasDecimalComma(text);
    if (areNumbersWithCommas && fraction == null && !isWhole(NumberText.of(text, ',').orElseThrow())) {
      fraction = QuotedValue.of(text).toString();
    }
    return codeOf(text);
  }

  int code(double number) {
    String text = isWhole(number) ? String.valueOf((long) number) : String.valueOf(number);
    infinite += Double.isInfinite(number) ? 1 : 0;
    fraction = isWhole(number) || fraction != null ? fraction : text;
    return codeOf(text);
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15;
  }

  private int codeOf(String text) {
    Integer code = codes.get(text);
    if (code == null) {
      code = codes.size();
      if (code < MAX_COUNTED) {
        codes.put(text, code);
      }
    }
    return code;
  }

  /** @throws InputException if these labels are not classes. @param column names file and column */
  void check(String column) {
    String count = (codes.size() == MAX_COUNTED ? "at least " : "") + String.format(Locale.ROOT, "%,d", codes.size());
    if (areNumbersWithCommas && infinite > 0) {
      throw new InputException(column + ": " + (infinite == 1 ? "1 label is infinite; correct it, or take its row out"
          : infinite + " labels are infinite; correct them, or take their rows out"));
    }
    if (areNumbersWithCommas && fraction != null) {
      throw new InputException(column + ": Rote classifies, and this column has " + count + " distinct numbers, such as " + fraction
          + "; name a label of classes, or make some of it");
    }
    if (codes.size() > MAX_CLASSES) {
      throw new InputException(column + ": has " + count + " distinct labels; there can be at most " + MAX_CLASSES + " classes");
    }
    if (codes.size() == 1) {
      throw new InputException(column + ": all labels are " + QuotedValue.of(codes.keySet().iterator().next())
          + "; to tell classes apart there must be two");
    }
  }

  /** Returns the labels in the order of the classes. */
  List<String> sorted() {
    List<String> labels = new ArrayList<>(codes.keySet());
    labels.sort(areNumbers ? Comparator.<String>comparingDouble(Double::parseDouble).thenComparing(text -> new BigInteger(text)) : Comparator.naturalOrder());
    return labels;
  }

  /** Returns the class of each code. */
  byte[] classes() {
    List<String> sorted = sorted();
    byte[] classes = new byte[codes.size()];
    codes.forEach((label, code) -> classes[code] = (byte) sorted.indexOf(label));
    return classes;
  }

  String label(int code) {
    return codes.entrySet().stream().filter(entry -> entry.getValue() == code).map(Map.Entry::getKey).findFirst().orElseThrow();
  }
}
