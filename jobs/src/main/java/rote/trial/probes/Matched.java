package rote.trial.probes;

import java.util.Arrays;
import java.util.stream.IntStream;
import rote.network.Architecture;
import rote.network.Parameters;
import rote.trial.Seeds;

/**
 * Draws random weights that match some others: as many of each layer, and in the first layer only weights at pixels in use, if
 * there are enough of these.
 */
final class Matched {
  private final int[][] pools; // [layers], places of weights to draw from
  private final int[] counts; // [layers]

  /**
   * @param inUse pixels of the images that the network reads
   * @param others places of weights, in the order of {@link Parameters}
   */
  Matched(Architecture form, PixelsInUse inUse, int[] others) {
    int[] weights = Parameters.weights(form);
    pools = new int[form.depth()][];
    counts = new int[form.depth()];
    int at = 0;
    for (int l = 0; l < pools.length; l++) {
      int outputs = form.widths().get(l + 1);
      int[] layer = Arrays.copyOfRange(weights, at, at + form.widths().get(l) * outputs);
      at += layer.length;
      int from = layer[0];
      counts[l] = (int) Arrays.stream(others).filter(k -> from <= k && k <= layer[layer.length - 1]).count();
      int[] used = l > 0 ? layer : Arrays.stream(layer).filter(k -> inUse.has(k / outputs)).toArray();
      pools[l] = used.length < counts[l] ? layer : used;
    }
  }

  /** @param draw which of several, from 0 */
  int[] draw(Seeds seeds, int draw) {
    return IntStream.range(0, pools.length).flatMap(l -> {
      int[] order = seeds.permutation(pools[l].length, "weight-nudges-of-layer-" + (l + 1), draw);
      return Arrays.stream(order).limit(counts[l]).map(k -> pools[l][k]);
    }).toArray();
  }
}
