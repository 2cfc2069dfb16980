package rote.report.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of docs/experiment-file.md and docs/results.md, which the program carries: what each key, metric and column means. */
public final class Reference {
  private static final List<String> PAGES = List.of("experiment-file.md", "results.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

  /**
   * A row of a table.
   *
   * @param names the words that the row explains
   * @param title the heading above the table
   * @param page the document
   */
  public record Entry(List<String> names, String title, String page, List<String> headings, List<String> cells) {
    /** Returns the row as text, a line for each cell that says something. */
    public String text() {
      int width = headings.stream().mapToInt(String::length).max().orElse(1);
      Stream<String> lines = IntStream.range(0, headings.size()).filter(cell -> !cells.get(cell).isEmpty())
          .mapToObj(cell -> "  " + headings.get(cell) + " ".repeat(width + 2 - headings.get(cell).length()) + plain(cells.get(cell)));
      return title + " (docs/" + page + ")\n" + String.join("\n", lines.toList());
    }
  }

  private Reference() {}

  public static List<Entry> entries() {
    return PAGES.stream().flatMap(page -> entries(page).stream()).toList();
  }

  private static List<Entry> entries(String page) {
    List<Entry> entries = new ArrayList<>();
    String title = "";
    List<String> headings = List.of();
    for (String line : lines(page)) {
      List<String> cells = cells(line);
      if (line.startsWith("#")) {
        title = plain(line.replaceFirst("^#+ *", ""));
      } else if (cells.isEmpty()) {
        headings = List.of();
      } else if (headings.isEmpty()) {
        headings = cells;
      } else if (!line.startsWith("|---")) {
        entries.add(new Entry(names(headings, cells), title, page, headings, cells));
      }
    }
    return entries;
  }

  /** A row explains the words in code style of its first cell; a row about an item of a probe those of both. */
  private static List<String> names(List<String> headings, List<String> cells) {
    int named = headings.get(0).equals("probe") && headings.get(1).equals("item") ? 2 : 1;
    return cells.subList(0, named).stream()
        .flatMap(cell -> CODE.matcher(cell).results().map(match -> match.group(1))).toList();
  }

  private static List<String> cells(String line) {
    return line.startsWith("|")
        ? Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)).map(String::strip).toList() : List.of();
  }

  private static String plain(String markdown) {
    return LINK.matcher(markdown).replaceAll("$1").replace("`", "");
  }

  private static List<String> lines(String page) {
    try (InputStream in = Reference.class.getResourceAsStream("/rote/docs/" + page)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
