package rote.analysis.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the highest of some places is above all others: the least of its differences from them.
 *
 * <p>The place was chosen by its mean, so its tests are corrected for the number of places that it was chosen from.
 *
 * @param differences of the chosen place from each of the others
 * @param choices how many places it was chosen from
 */
public record Lead(List<SubsetMeans> differences, int choices) implements Estimate {

  /**
   * @param ours a row per seed, a column per place
   * @param theirs the same of the other places
   * @return of the highest of our places; the other way round, with the opposite sign, if the highest is among theirs
   */
  public static Estimate of(double[][] ours, double[][] theirs) {
    int our = highest(ours);
    int their = highest(theirs);
    return mean(ours, our) >= mean(theirs, their) ? of(ours, our, theirs) : new Opposite(of(theirs, their, ours));
  }

  private static Lead of(double[][] ours, int place, double[][] theirs) {
    List<SubsetMeans> differences = IntStream.range(0, theirs[0].length).mapToObj(other ->
        SubsetMeans.of(IntStream.range(0, ours.length).mapToDouble(row -> ours[row][place] - theirs[row][other])
            .toArray())).toList();
    return new Lead(differences, ours[0].length);
  }

  private static int highest(double[][] rows) {
    return IntStream.range(0, rows[0].length).boxed()
        .max((a, b) -> Double.compare(mean(rows, a), mean(rows, b))).orElseThrow();
  }

  private static double mean(double[][] rows, int place) {
    return Arrays.stream(rows).mapToDouble(row -> row[place]).average().orElseThrow();
  }

  @Override
  public int n() {
    return differences.get(0).n();
  }

  @Override
  public double value() {
    return differences.stream().mapToDouble(Estimate::value).min().orElseThrow();
  }

  /** It is more than a number if all differences are. It is less if one is, which may be any of them, so their number counts too. */
  @Override
  public double p(double supposed) {
    double p = supposed < value()
        ? differences.stream().mapToDouble(difference -> difference.p(supposed)).max().orElseThrow()
        : differences.size() * differences.stream().filter(difference -> difference.value() < supposed)
            .mapToDouble(difference -> difference.p(supposed)).min().orElse(1);
    return Math.min(1, choices * p);
  }

  @Override
  public Interval interval(double level) {
    double each = level / choices;
    return new Interval(differences.stream().mapToDouble(difference -> difference.interval(each).low()).min().orElseThrow(),
        differences.stream().mapToDouble(difference -> difference.interval(each / differences.size()).high()).min().orElseThrow());
  }

  @Override
  public double smallestP() {
    return Math.min(1, choices * differences.get(0).smallestP());
  }

  /** The same estimate with the opposite sign. */
  private record Opposite(Estimate of) implements Estimate {
    @Override
    public int n() {
      return of.n();
    }

    @Override
    public double value() {
      return -of.value();
    }

    @Override
    public double p(double supposed) {
      return of.p(-supposed);
    }

    @Override
    public Interval interval(double level) {
      Interval interval = of.interval(level);
      return new Interval(-interval.high(), -interval.low());
    }

    @Override
    public double smallestP() {
      return of.smallestP();
    }
  }
}
