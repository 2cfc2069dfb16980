package rote.analysis.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The figures of tables in docs/statistics.md. */
final class DocumentedFigures {
  static final double ROUNDING = 0.002; // of the figures, and of other implementations of logarithms

  private DocumentedFigures() {}

  /** Those of the line that begins like this. */
  static double[] after(String start) throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "statistics.md")).stream().filter(line -> line.startsWith(start))
        .flatMap(line -> Arrays.stream(line.substring(start.length()).split("\\|"))).map(String::strip)
        .filter(figure -> !figure.isEmpty()).mapToDouble(Double::parseDouble).toArray();
  }
}
