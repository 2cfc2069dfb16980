package rote.report.page;

import java.util.List;
import java.util.stream.IntStream;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.analysis.resampling.NullDistribution;
import rote.analysis.resampling.PermutationTest;

/** The test of one group's labels in the page: its words, and the numbers of its chart. */
record PermutationSection(String label, String quotation, Chart chart) {

  /**
   * What the page's scripts draw.
   *
   * @param truth the accuracy with the true labels
   * @param middles of the bins of accuracies with permuted labels
   */
  record Chart(String label, Number truth, Number width, List<Number> middles, List<Integer> counts) {}

  static List<PermutationSection> of(Groups groups) {
    return groups.all().stream().filter(group -> group.permutations().isPresent()).map(PermutationSection::of).toList();
  }

  private static PermutationSection of(Group group) {
    PermutationTest test = group.permutations().orElseThrow();
    NullDistribution permuted = NullDistribution.of(test);
    List<Number> middles = IntStream.range(0, permuted.counts().size()).mapToObj(bin -> PageData.number(permuted.middle(bin))).toList();
    return new PermutationSection(group.label(), test.quotation(),
        new Chart(group.label(), PageData.number(test.truth()), PageData.number(permuted.width()), middles, permuted.counts()));
  }
}
