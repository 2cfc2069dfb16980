package rote.report.page;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;

/**
 * A page's curves by epoch. A curve has points at the kept epochs before its last, and at its last.
 *
 * @param epochs the kept ones
 * @param step every how many epochs one is kept, besides powers of two
 * @param every every how many groups one has curves
 * @param last the last epoch of each group's completed trials; -1 if there are none
 * @param reach half the 95 % interval of each group's mean, in standard deviations
 * @param running how many trials of each group were still training
 * @param seeds each measure of every recorded trial; empty if that is too much
 */
record CurveData(List<Integer> epochs, int step, int every, List<Integer> last, List<Number> reach, List<List<Number>> running,
    List<List<Number>> seconds, @JsonAnyGetter Map<String, Means> measures, Map<String, List<List<Number>>> seeds) {

  /** @param deviation the standard deviation; empty for a single seed */
  record Means(List<List<Number>> mean, List<List<Number>> deviation) {}
}
