package rote.data;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Corrupts the images of a trial (Zhang et al. 2016, section 2.2). */
public final class CorruptedInputs {
  private static final double WHITE = 255;

  private CorruptedInputs() {}

  /**
   * @param rows which images of the set, in which order
   * @param setName {@code training} or {@code test}, which have their own random streams
   * @param training determines the mean and variance of Gaussian pixels
   */
  public static Inputs of(
      Examples set, int[] rows, InputCorruption corruption, String setName, Examples training, RandomStreams streams) {
    String stream = "inputs/" + setName;
    return switch (corruption) {
      case NONE -> Inputs.of(set, rows);
      case SHUFFLED_PIXELS -> {
        int[] order = Permutation.of(set.size(), streams.stream("inputs", 0));
        yield moved(set, rows, row -> order);
      }
      case RANDOM_PIXELS -> moved(set, rows, row -> Permutation.of(set.size(), streams.stream(stream, row)));
      case GAUSSIAN -> gaussian(set.size(), rows, training, row -> streams.stream(stream, row));
    };
  }

  private static Inputs moved(Examples set, int[] rows, IntFunction<int[]> orders) {
    int size = set.size();
    byte[] pixels = new byte[rows.length * size];
    for (int e = 0; e < rows.length; e++) {
      int[] order = orders.apply(rows[e]);
      for (int k = 0; k < size; k++) {
        pixels[e * size + k] = set.pixels()[rows[e] * size + order[k]];
      }
    }
    return Inputs.of(new Examples(pixels, new byte[rows.length]), ascending(rows.length));
  }

  private static Inputs gaussian(int size, int[] rows, Examples training, IntFunction<UniformRandomProvider> draws) {
    double mean = mean(training.pixels());
    double deviation = StrictMath.sqrt(variance(training.pixels(), mean));
    float[] values = new float[rows.length * size];
    for (int e = 0; e < rows.length; e++) {
      Normals normals = new Normals(draws.apply(rows[e]));
      for (int k = 0; k < size; k++) {
        values[e * size + k] = (float) (mean + deviation * normals.next());
      }
    }
    return Inputs.ofFloats(values, size, ascending(rows.length));
  }

  private static double mean(byte[] pixels) {
    long sum = 0;
    for (byte pixel : pixels) {
      sum += pixel & 0xff;
    }
    return sum / (WHITE * pixels.length);
  }

  private static double variance(byte[] pixels, double mean) {
    long squares = 0;
    for (byte pixel : pixels) {
      squares += (long) (pixel & 0xff) * (pixel & 0xff);
    }
    return squares / (WHITE * WHITE * pixels.length) - mean * mean;
  }

  private static int[] ascending(int n) {
    return IntStream.range(0, n).toArray();
  }
}
