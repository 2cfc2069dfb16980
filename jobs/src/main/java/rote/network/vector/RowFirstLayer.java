package rote.network.vector;

import rote.network.Layer;
import rote.network.Matrix;
import rote.network.MiniBatch;
import rote.network.Step;

/**
 * A narrow first layer, or one for few images, on images that are mostly zero. Forward, each nonzero pixel adds its row of
 * weights to its example's sums; in the update, it adds its example's deltas to its row of weights.
 *
 * <p>Forward, several examples with about as many pixels are computed at once, so that no sum waits for itself: up to the longest
 * list, and shorter lists are padded by pixels of value 0, which change no sum.
 */
final class RowFirstLayer implements FirstLayer {
  private final PaddedRows lists = new PaddedRows();
  private final Gradient gradient;

  RowFirstLayer(Gradient gradient) {
    this.gradient = gradient;
  }

  @Override
  public void forward(MiniBatch batch, Layer layer, Slice sums) {
    list(batch, layer.weights());
    RowTiles.gather(lists, layer, sums);
  }

  @Override
  public void addProducts(MiniBatch batch, Slice deltas, Matrix to) {
    list(batch, to);
    for (int e = 0; e < batch.count(); e++) {
      RowTiles.scatter(lists, lists.list(e), deltas.values(), deltas.at(e), to);
    }
  }

  @Override
  public void step(MiniBatch batch, Slice deltas, Layer layer, Layer velocity, Step step) {
    Matrix sums = gradient.zeros(layer);
    addProducts(batch, deltas, sums);
    gradient.descend(batch.count(), layer, velocity, step);
  }

  private void list(MiniBatch batch, Matrix weights) {
    lists.list(batch, batch.rows().orElseThrow(), weights.stride());
  }
}
