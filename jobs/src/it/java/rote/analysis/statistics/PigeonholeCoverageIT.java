package rote.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often intervals hold the truth, by simulation: the figures of docs/statistics.md. */
@Tag("experiments")
class PigeonholeCoverageIT {
  private static final int TIMES = 2_000;

  @ParameterizedTest(name = "{0} seeds, {1} images")
  @CsvSource({"3, 10000", "6, 10000", "10, 10000", "20, 10000", "6, 1000", "20, 1000"})
  void theIntervalOverSeedsAndTestImagesCoversWhatItSpeaksOf(int seeds, int images) throws IOException {
    double[] covered = PigeonholeBootstrapTest.coverage(seeds, images, TIMES, 2);
    String start = String.format(Locale.ROOT, "| %d | %,d |", seeds, images);
    System.out.printf(start + " %.3f | %.3f |%n", covered[0], covered[1]);
    assertThat(covered[0]).as("over seeds and images").isBetween(0.945, 0.999);
    assertThat(covered[1]).as("over seeds alone").isLessThan(covered[0]);
    assertThat(DocumentedFigures.after(start)).as(start).containsExactly(covered, within(DocumentedFigures.ROUNDING));
  }
}
