package rote.data;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Corrupts the images of a trial: all of them (Zhang et al. 2016, section 2.2), or a share (Arpit et al. 2017). */
public final class CorruptedInputs {
  private static final double WHITE = 255;

  private final Inputs images;
  private final int[] rows;
  private final IntPredicate chosen;

  private CorruptedInputs(Inputs images, int[] rows, IntPredicate chosen) {
    this.images = images;
    this.rows = rows;
    this.chosen = chosen;
  }

  /**
   * @param images bytes, as they are without corruption
   * @param rows the numbers of these images in their set, which name their random streams
   * @param chosen by the number of an image, whether it is corrupted
   * @param setName {@code training} or {@code test}, which have their own random streams
   * @param training determines the mean and variance of Gaussian pixels
   */
  public static Inputs of(Inputs images, int[] rows, InputCorruption corruption, IntPredicate chosen, String setName,
      Examples training, RandomStreams streams) {
    String stream = "inputs/" + setName;
    CorruptedInputs inputs = new CorruptedInputs(images, rows, chosen);
    return switch (corruption) {
      case NONE -> images;
      case SHUFFLED_PIXELS -> {
        int[] order = Permutation.of(images.width(), streams.stream("inputs", 0));
        yield inputs.moved(row -> order);
      }
      case RANDOM_PIXELS -> inputs.moved(row -> Permutation.of(images.width(), streams.stream(stream, row)));
      case GAUSSIAN -> inputs.gaussian(training, row -> streams.stream(stream, row));
    };
  }

  /**
   * Chooses each image of a set with some probability.
   *
   * <p>A number u is drawn for every image in order, and image i is chosen if u_i is below the probability. So a higher
   * probability chooses a superset, and an image is chosen or not in every subset.
   */
  public static IntPredicate chosen(int count, double probability, RandomStreams streams) {
    UniformRandomProvider draws = streams.stream("inputs/share", 0);
    boolean[] chosen = new boolean[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = draws.nextDouble() < probability;
    }
    return image -> chosen[image];
  }

  private Inputs moved(IntFunction<int[]> orders) {
    int size = images.width();
    byte[] pixels = new byte[rows.length * size];
    for (int e = 0; e < rows.length; e++) {
      int from = images.row(e) * size;
      if (!chosen.test(rows[e])) {
        System.arraycopy(images.pixels(), from, pixels, e * size, size);
        continue;
      }
      int[] order = orders.apply(rows[e]);
      for (int k = 0; k < size; k++) {
        pixels[e * size + k] = images.pixels()[from + order[k]];
      }
    }
    return Inputs.of(new Examples(pixels, new byte[rows.length]), ascending(rows.length));
  }

  private Inputs gaussian(Examples training, IntFunction<UniformRandomProvider> draws) {
    int size = images.width();
    double mean = mean(training.pixels());
    double deviation = StrictMath.sqrt(variance(training.pixels(), mean));
    float[] values = new float[rows.length * size];
    for (int e = 0; e < rows.length; e++) {
      if (!chosen.test(rows[e])) {
        images.decode(e, values, e * size);
        continue;
      }
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
