package rote.report.notebook;

import java.util.List;
import java.util.stream.Collectors;

/** Writes text and tables in Markdown, in which nothing from data acts as markup. */
final class Markdown {
  /** Characters without a meaning in Markdown, HTML or formulas. */
  private static final String PLAIN = " ,.;:?!'\"/()%=+-";

  private Markdown() {}

  /** Writes one line; possible markup becomes character references. */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> append(escaped, c));
    return escaped.toString().replace("://", "&#58;//").strip();
  }

  private static void append(StringBuilder escaped, int c) {
    if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
      escaped.append(' ');
    } else if (c > 127 || Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
      escaped.appendCodePoint(c);
    } else if (c == '$' || c == '\\') { // inside an element it begins no formula
      escaped.append("<span>&#").append(c).append(";</span>");
    } else {
      escaped.append("&#").append(c).append(';');
    }
  }

  static String table(List<String> headings, List<List<String>> rows) {
    String rule = headings.stream().map(heading -> "---").collect(Collectors.joining(" | ", "| ", " |"));
    return row(headings) + "\n" + rule + "\n" + rows.stream().map(Markdown::row).collect(Collectors.joining("\n"));
  }

  private static String row(List<String> cells) {
    return cells.stream().map(cell -> text(cell)).collect(Collectors.joining(" | ", "| ", " |"));
  }
}
