package rote.trial;

import java.nio.ByteBuffer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import rote.data.Permutation;
import rote.data.RandomStreams;
import rote.files.Sha256;

/**
 * Makes the random streams of one seed. A stream's state is the SHA-256 of seed, name and index, so no stream depends on
 * another: trials of one seed share initial weights, subset and mini-batch order, whatever else differs.
 *
 * <p>A trial has one seed for all that is drawn, but three settings may put another in its place for a part.
 */
public record Seeds(long seed) implements RandomStreams {
  /** The streams of examples, labels, shifts and corrupted inputs: all but what a trial has to itself. */
  public static Seeds ofData(Trial trial) {
    return of(trial, Setting.DATA_SEED);
  }

  /** The stream of the initial weights. */
  public static Seeds ofWeights(Trial trial) {
    return of(trial, Setting.WEIGHTS_SEED);
  }

  /** The streams of the order of the examples in each epoch. */
  public static Seeds ofOrder(Trial trial) {
    return of(trial, Setting.ORDER_SEED);
  }

  /** The streams of all else: the share of the examples that a trial trains on, and what its probes draw. */
  public static Seeds ofTrial(Trial trial) {
    return new Seeds(trial.seed());
  }

  /** The streams of the permutations of labels: of no seed, so that all seeds of a permutation have the same labels. */
  public static Seeds ofPermutations() {
    return new Seeds(0);
  }

  private static Seeds of(Trial trial, Setting<Integer> instead) {
    Integer seed = trial.get(instead);
    return new Seeds(seed == null ? trial.seed() : seed);
  }

  @Override
  public UniformRandomProvider stream(String name, long index) {
    ByteBuffer digest = ByteBuffer.wrap(Sha256.of(seed + "/" + name + "/" + index));
    long[] state = {digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong()};
    return RandomSource.XO_SHI_RO_256_PP.create(state);
  }

  public int[] permutation(int n, String name, long index) {
    return Permutation.of(n, stream(name, index));
  }
}
