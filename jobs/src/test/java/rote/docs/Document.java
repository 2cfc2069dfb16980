package rote.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** README.md, or a page of docs/: its code blocks and its tables. */
record Document(String name, List<String> lines) {
  static final Path PROJECT = Path.of("..");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /**
   * A fenced block of code.
   *
   * @param place document and line, for messages
   * @param language the word behind the fence
   */
  record Block(String place, String language, String text) {}

  /** README.md first, then docs/ and its folders by name: the order in which examples run. */
  static List<Document> all() {
    try (Stream<Path> pages = Files.walk(PROJECT.resolve("docs"))) {
      List<String> names = pages.map(page -> PROJECT.relativize(page).toString()).filter(name -> name.endsWith(".md")).sorted().toList();
      return Stream.concat(Stream.of("README.md"), names.stream()).map(Document::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document of(String name) {
    try {
      return new Document(name, Files.readAllLines(PROJECT.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).startsWith("```")) {
        int end = line + 1;
        while (!lines.get(end).startsWith("```")) {
          end++;
        }
        blocks.add(new Block(name + ":" + (line + 1), lines.get(line).substring(3).strip(),
            String.join("\n", lines.subList(line + 1, end)) + "\n"));
        line = end;
      }
    }
    return blocks;
  }

  /** Everything outside of code blocks. */
  String prose() {
    List<String> prose = new ArrayList<>();
    boolean isCode = false;
    for (String line : lines) {
      boolean isFence = line.startsWith("```");
      isCode ^= isFence;
      if (!isCode && !isFence) {
        prose.add(line);
      }
    }
    return String.join("\n", prose);
  }

  /** The rows of the one table with these headings, a text per cell. */
  List<List<String>> table(String... headings) {
    List<Integer> starts = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).startsWith("|") && cells(lines.get(line)).equals(List.of(headings))) {
        starts.add(line);
      }
    }
    if (starts.size() != 1) {
      throw new AssertionError(name + " has " + starts.size() + " tables of " + String.join(", ", headings));
    }
    return lines.stream().skip(starts.get(0) + 2L).takeWhile(line -> line.startsWith("|")).map(Document::cells).toList();
  }

  /** The words in code style of a table's first column, row by row. */
  List<String> names(String... headings) {
    return table(headings).stream().flatMap(row -> code(row.get(0)).stream()).toList();
  }

  /** What a text has in code style. */
  static List<String> code(String text) {
    return CODE.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private static List<String> cells(String line) {
    Matcher row = Pattern.compile("^\\|(.*)\\|\\s*$").matcher(line);
    return row.matches() ? Arrays.stream(row.group(1).split("\\|", -1)).map(String::strip).toList() : List.of();
  }
}
