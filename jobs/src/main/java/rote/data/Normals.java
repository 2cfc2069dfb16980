package rote.data;
import org.apache.commons.rng.UniformRandomProvider;
/** Standard-normal numbers (stands in until helper A). */
public final class Normals {
  private final UniformRandomProvider draws; private double spare; private boolean has;
  public Normals(UniformRandomProvider draws) { this.draws = draws; }
  public double next() {
    if (has) { has = false; return spare; }
    double u, v, s;
    do { u = 2 * draws.nextDouble() - 1; v = 2 * draws.nextDouble() - 1; s = u * u + v * v; } while (s >= 1 || s == 0);
    double f = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
    spare = v * f; has = true; return u * f;
  }
}
