package rote.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cell that says which values a setting takes, and values to try: the ends of its range, and what lies just beyond.
 *
 * @param text such as {@code whole number, 1 or more; or `null`}
 */
record Values(String key, String section, String text) {
  private static final Pattern RANGE =
      Pattern.compile("(whole number|number|list of whole numbers)(, above 0|, (\\d+) or more|, (\\d+) to (\\d+)|)(, at most (\\d+)|)(, below (\\d+)|)(; or .*|)");
  private static final double BIT = 0.001;

  boolean takesNull() {
    return text.endsWith("or `null`");
  }

  List<String> choices() {
    return text.matches("(`[a-z-]+`(, |$))+") ? Document.code(text) : List.of();
  }

  /** With nulls. */
  List<Object> accepted() {
    List<Object> values = new ArrayList<>(choices());
    if (takesNull()) {
      values.add(null);
    }
    if (text.startsWith("`true` or `false`")) {
      values.addAll(List.of(true, false));
    } else if (text.startsWith("`[HEIGHT, WIDTH]`")) {
      values.add(List.of(7, 5));
    } else if (text.startsWith("list of layers")) {
      values.addAll(List.of(List.of(), List.of(3), List.of(2, 1))); // of the default's three
    } else if (choices().isEmpty()) {
      values.addAll(inRange());
    }
    if (text.contains("{start, decay}")) {
      values.addAll(List.of(Map.of("start", 0.1), Map.of("start", 0.1, "decay", 0.5)));
    }
    return values;
  }

  /** With nulls. */
  List<Object> refused() {
    List<Object> values = new ArrayList<>(List.of("unknown", Map.of("unknown", 1)));
    if (!takesNull()) {
      values.add(null);
    }
    if (text.startsWith("`[HEIGHT, WIDTH]`")) {
      values.addAll(List.of(List.of(7), List.of(0, 5), List.of(7, 5, 3), 7));
    } else if (text.startsWith("list of layers")) {
      values.addAll(List.of(1, List.of(0), List.of(4), List.of(1, 1), List.of(1.5)));
    } else if (text.startsWith("`")) {
      values.addAll(List.of(3, List.of(1)));
    } else {
      values.addAll(outOfRange());
    }
    if (text.contains("{start, decay}")) {
      values.addAll(List.of(Map.of("decay", 0.5), Map.of("start", 0.1, "decay", 0), Map.of("start", 0.1, "decay", 1 + BIT)));
    }
    return values;
  }

  private Matcher range() {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      throw new AssertionError("the values of " + key + " are not understood: " + text);
    }
    return range;
  }

  private static int least(Matcher range) {
    return Integer.parseInt(range.group(3) != null ? range.group(3) : range.group(4));
  }

  private boolean isList() {
    return text.startsWith("list");
  }

  private List<Object> inRange() {
    Matcher range = range();
    List<Object> values = new ArrayList<>();
    if (range.group(2).isEmpty()) {
      values.addAll(List.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE));
    } else if (range.group(2).equals(", above 0")) {
      values.addAll(List.of(BIT, range.group(7) != null ? Double.valueOf(range.group(7))
          : range.group(9) != null ? Integer.parseInt(range.group(9)) - BIT : 1e30));
    } else {
      values.add(least(range));
      values.add(range.group(5) != null ? Integer.valueOf(range.group(5))
          : range.group(9) != null ? Integer.parseInt(range.group(9)) - BIT
          : text.startsWith("whole") ? (Object) Integer.MAX_VALUE : (Object) 1e30);
    }
    return isList() ? List.of(List.of(), values) : values;
  }

  private List<Object> outOfRange() {
    Matcher range = range();
    double beyond = text.startsWith("number") ? BIT : 1;
    List<Object> values = new ArrayList<>();
    if (range.group(2).equals(", above 0")) {
      values.addAll(List.of(0, -BIT));
    } else if (!range.group(2).isEmpty()) {
      values.add(least(range) - beyond);
    }
    if (range.group(5) != null || range.group(7) != null) {
      values.add(Integer.parseInt(range.group(5) != null ? range.group(5) : range.group(7)) + beyond);
    }
    if (range.group(9) != null) {
      values.add(Integer.valueOf(range.group(9)));
    }
    if (!text.startsWith("number")) {
      values.add(1.5);
    }
    return isList() ? values.stream().<Object>map(List::of).toList() : values;
  }
}
