package rote.report.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import rote.analysis.resampling.NullDistribution;
import rote.analysis.resampling.PermutationTest;

class PermutationPlotTest {

  /** Means of folds with test sets of two sizes have steps that no binary fraction is. */
  @Property(tries = 300, seed = "1")
  void barsOfAnyAccuraciesAreDrawn(@ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 24) Integer> right,
      @ForAll @IntRange(min = 2, max = 7) int smaller) {
    PermutationTest test = new PermutationTest(0.7, right.stream().map(count -> (count / 24.0 + count % smaller / (double) smaller) / 2).sorted()
        .toList(), 1, 2);
    NullDistribution bins = NullDistribution.of(test);
    for (int bin = 0; bin < bins.counts().size(); bin++) {
      assertThat(bins.middle(bin)).isBetween(bins.edge(bin), bins.edge(bin + 1));
    }
    assertThat(PermutationPlot.of(test)).isNotNull();
  }
}
