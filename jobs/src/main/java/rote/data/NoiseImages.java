package rote.data;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws images that show nothing: each pixel is one of the 256 grey values, all equally likely. */
public final class NoiseImages {
  private NoiseImages() {}

  /** Draws image after image, so that the first of many are those of few. @param width pixels of an image */
  public static Inputs of(int count, int width, UniformRandomProvider draws) {
    byte[] pixels = new byte[Math.multiplyExact(count, width)];
    for (int k = 0; k < pixels.length; k++) {
      pixels[k] = (byte) draws.nextInt(256);
    }
    return Inputs.of(new Examples(pixels, new byte[count]), IntStream.range(0, count).toArray());
  }
}
