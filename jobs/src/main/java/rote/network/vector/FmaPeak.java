package rote.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Measures the peak of this core by a loop of fused multiply-adds between registers. */
public final class FmaPeak {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int CHAINS = 12; // enough to hide the latency of two units

  private FmaPeak() {}

  /** Returns the floating-point operations of some rounds. */
  public static double flop(int rounds) {
    return 2.0 * CHAINS * SPECIES.length() * rounds;
  }

  /** Runs, and returns a value so that the compiler does not remove the loop. */
  public static float run(int rounds) {
    FloatVector x = FloatVector.broadcast(SPECIES, 0.999f);
    FloatVector y = FloatVector.broadcast(SPECIES, 0.001f);
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = y;
    FloatVector s2 = s0;
    FloatVector s3 = y;
    FloatVector s4 = s0;
    FloatVector s5 = y;
    FloatVector s6 = s0;
    FloatVector s7 = y;
    FloatVector s8 = s0;
    FloatVector s9 = y;
    FloatVector s10 = s0;
    FloatVector s11 = y;
    for (int k = 0; k < rounds; k++) {
      s0 = x.fma(y, s0);
      s1 = x.fma(y, s1);
      s2 = x.fma(y, s2);
      s3 = x.fma(y, s3);
      s4 = x.fma(y, s4);
      s5 = x.fma(y, s5);
      s6 = x.fma(y, s6);
      s7 = x.fma(y, s7);
      s8 = x.fma(y, s8);
      s9 = x.fma(y, s9);
      s10 = x.fma(y, s10);
      s11 = x.fma(y, s11);
    }
    float[] sums = new float[SPECIES.length()];
    s0.add(s1).add(s2).add(s3).add(s4).add(s5).add(s6).add(s7).add(s8).add(s9).add(s10).add(s11).intoArray(sums, 0);
    return sums[0];
  }
}
