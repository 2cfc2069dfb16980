package rote.analysis.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rote.data.Normals;
import rote.trial.Seeds;

/** How likely a test is to find an effect, by simulation with normal values. */
public final class Power {
  private static final int SAMPLES = 2000;
  private static final int MAX_EXACT = 12; // more pairs are judged by Student's t, whose power is nearly the same
  private static final Map<Question, Double> KNOWN = new ConcurrentHashMap<>();

  private record Question(int n, double effect, double level, boolean isPaired) {}

  private Power() {}

  /**
   * @param n values, or pairs
   * @param effect in standard deviations of one value, or of the difference of one pair
   * @param isPaired whether the test is that of {@link SubsetMeans}, and not of {@link StudentMean}
   */
  public static double of(int n, double effect, double level, boolean isPaired) {
    return KNOWN.computeIfAbsent(new Question(n, effect, level, isPaired), Power::simulated);
  }

  private static double simulated(Question of) {
    if (of.n() < 2 || of.isPaired() && SubsetMeans.smallestP(of.n()) > of.level()) {
      return 0;
    }
    Normals normals = new Normals(new Seeds(0).stream("power", of.n()));
    double[] values = new double[of.n()];
    int found = 0;
    for (int s = 0; s < SAMPLES; s++) {
      for (int i = 0; i < values.length; i++) {
        values[i] = of.effect() + normals.next();
      }
      boolean isExact = of.isPaired() && of.n() <= MAX_EXACT;
      Estimate estimate = isExact ? SubsetMeans.of(values) : StudentMean.of(values);
      found += estimate.value() > 0 && estimate.p(0) <= of.level() ? 1 : 0;
    }
    return (double) found / SAMPLES;
  }
}
