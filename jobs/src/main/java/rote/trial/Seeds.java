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
 */
public record Seeds(long seed) implements RandomStreams {
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
