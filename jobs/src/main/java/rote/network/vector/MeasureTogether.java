package rote.network.vector;

import java.util.List;
import rote.network.Matrix;
import rote.network.Measure;
import rote.network.Measuring;
import rote.network.MiniBatch;

/**
 * Measures several networks of one form on the same images together: their first layers are one matrix, so a pixel's position
 * and value are read once for all of them. The bits are those of {@link Measure}.
 */
public final class MeasureTogether {
  private MeasureTogether() {}

  /** Adds all examples to measurings that see the same images, in whatever order. */
  public static void run(VectorKernels kernels, List<Measuring> measurings) {
    SideBySide first = new SideBySide(measurings.get(0).network().layers().get(0), measurings.size());
    for (int m = 0; m < measurings.size(); m++) {
      first.copyIn(m, measurings.get(m).network().layers().get(0));
    }
    Matrix sums = new Matrix(Measuring.SIZE, measurings.size() * first.width());
    for (MiniBatch batch : measurings.get(0).batches()) {
      kernels.forward(batch, first.layer(), sums);
      for (int m = 0; m < measurings.size(); m++) {
        first.copyOut(m, sums, measurings.get(m).firstSums(), batch.count());
        measurings.get(m).addFromFirstSums(batch.count());
      }
    }
  }
}
