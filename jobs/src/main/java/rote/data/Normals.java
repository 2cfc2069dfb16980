package rote.data;

import org.apache.commons.rng.UniformRandomProvider;

/** Draws standard-normal numbers by the polar method (Marsaglia and Bray 1964), with the same bits on every machine. */
public final class Normals {
  private final UniformRandomProvider draws;
  private double second; // the method makes two at a time
  private boolean hasSecond;

  public Normals(UniformRandomProvider draws) {
    this.draws = draws;
  }

  public double next() {
    if (hasSecond) {
      hasSecond = false;
      return second;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * draws.nextDouble() - 1;
      y = 2 * draws.nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    second = y * scale;
    hasSecond = true;
    return x * scale;
  }
}
