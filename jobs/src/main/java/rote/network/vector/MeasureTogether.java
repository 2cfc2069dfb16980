package rote.network.vector;

import java.util.ArrayList;
import java.util.List;
import rote.data.Inputs;
import rote.data.View;
import rote.network.Layer;
import rote.network.Matrix;
import rote.network.Measure;
import rote.network.Measuring;
import rote.network.MiniBatch;
import rote.network.Network;

/**
 * Measures several networks of one form on the same inputs together: their first layers are one matrix, so a pixel's position
 * and value are read once for all of them. The bits are those of {@link Measure}.
 */
public final class MeasureTogether {
  private MeasureTogether() {}

  /**
   * Measures each network.
   *
   * @param views of the same inputs, each with its network's labels
   */
  public static List<Measure> of(VectorKernels kernels, List<Network> networks, List<View> views) {
    Layer shape = networks.get(0).layers().get(0);
    SideBySide first = new SideBySide(shape, networks.size());
    List<Measuring> measuring = new ArrayList<>();
    for (int m = 0; m < networks.size(); m++) {
      first.take(m, networks.get(m).layers().get(0));
      measuring.add(new Measuring(kernels, networks.get(m), views.get(m)));
    }
    Inputs inputs = views.get(0).inputs();
    Matrix sums = new Matrix(Measuring.SIZE, networks.size() * first.block());
    for (MiniBatch batch : MiniBatch.split(inputs, Measuring.SIZE)) {
      kernels.forward(batch, first.layer(), sums);
      for (int m = 0; m < networks.size(); m++) {
        first.give(m, sums, measuring.get(m).firstSums(), batch.count());
        measuring.get(m).addFromFirstSums(batch);
      }
    }
    return measuring.stream().map(Measuring::result).toList();
  }
}
