package rote.network;

import org.apache.commons.rng.UniformRandomProvider;
import rote.data.Normals;

/** The distribution from which initial weights are drawn. */
public enum WeightInitializer {
  /** N(0, 1) for weights and biases (Nielsen, chapter 1). */
  STANDARD_NORMAL,
  /** N(0, 1 / inputs), biases 0 (LeCun et al. 1998). */
  LECUN,
  /** N(0, 2 / (inputs + outputs)), biases 0 (Glorot and Bengio 2010). */
  XAVIER,
  /** N(0, 2 / inputs), biases 0 (He et al. 2015). */
  HE,
  /** Uniform between -1 / sqrt(inputs) and 1 / sqrt(inputs) for weights and biases. */
  UNIFORM,
  /** N(0, 1 / inputs), biases N(0, 1) (Nielsen, chapter 3: {@code default_weight_initializer}). */
  NIELSEN;

  /** Draws a network layer by layer: the weights row by row, then the biases. */
  public Network draw(Architecture form, UniformRandomProvider draws) {
    Normals normals = new Normals(draws);
    Network network = Network.zeros(form);
    network.layers().forEach(layer -> fill(layer, draws, normals));
    return network;
  }

  private void fill(Layer layer, UniformRandomProvider draws, Normals normals) {
    double scale = scale(layer.inputs(), layer.outputs());
    Matrix weights = layer.weights();
    for (int i = 0; i < layer.inputs(); i++) {
      fill(weights.values(), weights.at(i), layer.outputs(), scale, draws, normals);
    }
    if (this == STANDARD_NORMAL || this == UNIFORM || this == NIELSEN) {
      fill(layer.biases().values(), layer.biases().at(0), layer.outputs(), this == NIELSEN ? 1 : scale, draws, normals);
    }
  }

  private void fill(float[] values, int from, int n, double scale, UniformRandomProvider draws, Normals normals) {
    for (int k = from; k < from + n; k++) {
      values[k] = (float) (scale * (this == UNIFORM ? 2 * draws.nextDouble() - 1 : normals.next()));
    }
  }

  /** Returns the standard deviation of a weight, or the bound of uniform ones. */
  private double scale(int inputs, int outputs) {
    return switch (this) {
      case STANDARD_NORMAL -> 1;
      case LECUN, NIELSEN, UNIFORM -> StrictMath.sqrt(1.0 / inputs);
      case XAVIER -> StrictMath.sqrt(2.0 / (inputs + outputs));
      case HE -> StrictMath.sqrt(2.0 / inputs);
    };
  }
}
