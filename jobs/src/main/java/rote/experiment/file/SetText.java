package rote.experiment.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.files.InputException;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.YamlText;

/** {@code KEY=VALUE} of a {@code --set}. Where YAML cannot read the value, or takes a mark for its own, the message says what to write. */
record SetText(String key, String typed) {
  private static final Pattern AS_IN_A_FILE = Pattern.compile("([\\w.-]+):\\s+(\\S.*)", Pattern.DOTALL);
  private static final Map<Character, Character> CLOSING = Map.of('[', ']', '{', '}');

  /** @param example what one looks like */
  static SetText of(String text, String example) {
    Matcher colon = AS_IN_A_FILE.matcher(text);
    if (colon.matches()) {
      throw new InputException("--set " + text + ": must be KEY=VALUE; write --set " + shell(colon.group(1) + "=" + colon.group(2)));
    }
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new InputException("--set " + text + ": must be KEY=VALUE, such as " + example);
    }
    return new SetText(text.substring(0, equals), text.substring(equals + 1));
  }

  String source() {
    return "--set " + key + "=" + typed;
  }

  Object value() {
    Object value;
    try {
      value = YamlText.value(source(), typed);
    } catch (InputException e) {
      String right = remedies().filter(SetText::isRead).findFirst().orElseThrow(() -> e);
      throw error("is no YAML value", right, e);
    }
    if (isTakenForMore(value)) {
      throw error("is no text in YAML", typed.startsWith("\\") ? '"' + typed + '"' : doubleQuoted(typed), null);
    }
    return value;
  }

  private InputException error(String what, String right, InputException cause) {
    return new InputException(source() + ": " + QuotedValue.of(typed) + " " + what + "; write --set " + shell(key + "=" + right), cause);
  }

  /** Whether YAML takes the value for something else than its text: a mark of a list or a comment, a blank, or \\t without quotes. */
  private boolean isTakenForMore(Object value) {
    String text = typed.strip();
    boolean isMark = text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0)) && !text.equals("~");
    return isMark && !text.equals(value) || text.startsWith("#") || text.isEmpty() && !typed.isEmpty() || text.equals("\\t");
  }

  /** What may have been meant, the likeliest first. */
  private Stream<String> remedies() {
    String text = typed.strip();
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    if (CLOSING.containsKey(first) && text.length() > 1) {
      String closed = closed(text);
      return Stream.of(closed, quotedInside(closed));
    }
    String untagged = text.replaceFirst("^!\\S*\\s*", "");
    return first == '!' && !untagged.isEmpty() ? Stream.of(untagged)
        : first == '"' || first == '\'' ? Stream.of(text.length() == 1 ? doubleQuoted(text) : text + first, doubleQuoted(text))
        : Stream.of(doubleQuoted(text));
  }

  private static boolean isRead(String text) {
    try {
      YamlText.value("--set", text);
      return true;
    } catch (InputException e) {
      return false;
    }
  }

  /** Adds the brackets that are missing at the end, and takes off those that are too many. */
  private static String closed(String text) {
    Deque<Character> open = new ArrayDeque<>();
    char quote = 0;
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      if (quote != 0 || c == '"' || c == '\'') {
        quote = quote == 0 ? c : quote == c ? 0 : quote;
      } else if (CLOSING.containsKey(c)) {
        open.push(CLOSING.get(c));
      } else if (!open.isEmpty() && open.peek() == c) {
        open.pop();
      }
      if (open.isEmpty()) {
        return text.substring(0, k + 1);
      }
    }
    return text + open.stream().map(String::valueOf).collect(Collectors.joining());
  }

  /** Puts those elements of a list or map in quotes that cannot be read as they are. Lists of lists stay as they are. */
  private static String quotedInside(String text) {
    if (text.substring(1, text.length() - 1).matches("(?s).*[\\[\\]{}].*")) {
      return text;
    }
    boolean isList = text.startsWith("[");
    UnaryOperator<String> part = element -> {
      int colon = isList ? -1 : element.indexOf(": ") + 1;
      return isRead(isList ? "[" + element + "]" : "{" + element + "}") ? element
          : colon == 0 ? element : element.substring(0, colon + 1) + doubleQuoted(element.substring(colon + 1));
    };
    List<String> elements = Stream.of(text.substring(1, text.length() - 1).split(",")).map(String::strip).map(part).toList();
    return text.charAt(0) + String.join(", ", elements) + text.charAt(text.length() - 1);
  }

  private static String doubleQuoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t").replace("\n", "\\n") + '"';
  }

  /** Writes a word as a shell takes it. */
  private static String shell(String word) {
    return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
