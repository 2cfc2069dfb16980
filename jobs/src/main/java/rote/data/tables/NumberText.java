package rote.data.tables;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads numbers, and the texts that mean one or none, as usual in tables. */
final class NumberText {
  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "#n/a", "#na", "<na>", "nan", "-nan", "null", "none", "nil", "?", ".");
  private static final Set<String> INFINITE = Set.of("inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");
  private static final int LONGEST = 400; // digits and more

  private NumberText() {}

  static boolean isMissing(String text) {
    return text.length() <= 5 && MISSING.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Returns the number, 1 or 0 for true or false, an infinity for its name; empty for any other text. */
  static OptionalDouble of(String text, char decimal) {
    String plain = decimal == '.' ? text : text.replace(decimal, '.');
    if (isPlain(plain) && (decimal == '.' || text.indexOf('.') < 0)) {
      try {
        return OptionalDouble.of(Double.parseDouble(plain));
      } catch (NumberFormatException e) {
        return OptionalDouble.empty(); // such as 1-2
      }
    }
    String word = text.toLowerCase(Locale.ROOT);
    if (word.equals("true") || word.equals("false")) {
      return OptionalDouble.of(word.equals("true") ? 1 : 0);
    }
    return INFINITE.contains(word)
        ? OptionalDouble.of(word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY) : OptionalDouble.empty();
  }

  /** Whether there are only digits, signs, points and exponents: Java takes more, such as 1f and 0x1p3. */
  private static boolean isPlain(String text) {
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST;
  }

  /** Whether this may be a number whose decimal mark is a comma. */
  static boolean hasDecimalComma(String text) {
    return text.matches("[+-]?[0-9]{1,20},[0-9]{1,20}([eE][+-]?[0-9]{1,3})?");
  }
}
