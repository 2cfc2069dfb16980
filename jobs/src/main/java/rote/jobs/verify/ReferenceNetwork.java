package rote.jobs.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.DenseVector;
import rote.data.View;
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.Cost;
import rote.network.Layer;
import rote.network.Network;

/**
 * A network in double precision with the textbook's four gradient equations (Nielsen, chapter 2), to check training against.
 *
 * <p>Parameters and gradients are one array: layer by layer the weights, input by input, then the biases.
 */
public final class ReferenceNetwork {
  private final Architecture form;
  private final double smoothing;
  private final List<DenseMatrix> weights = new ArrayList<>(); // [outputs][inputs]
  private final List<double[]> biases = new ArrayList<>(); // [outputs]

  public ReferenceNetwork(Architecture form, double[] parameters) {
    this(form, parameters, 0);
  }

  /**
   * Asks outputs for smoothed labels, and for even ones where the label is the number of outputs.
   *
   * @param smoothing 0 to 1
   */
  ReferenceNetwork(Architecture form, double[] parameters, double smoothing) {
    this.form = form;
    this.smoothing = smoothing;
    int at = 0;
    for (int l = 0; l < form.depth(); l++) {
      int inputs = form.widths().get(l);
      int outputs = form.widths().get(l + 1);
      int end = at + inputs * outputs;
      weights.add(new DenseMatrix(outputs, inputs, Arrays.copyOfRange(parameters, at, end)));
      biases.add(Arrays.copyOfRange(parameters, end, end + outputs));
      at = end + outputs;
    }
  }

  public static double[] parameters(Network network) {
    double[] parameters = new double[Math.toIntExact(network.architecture().parameters())];
    int at = 0;
    for (Layer layer : network.layers()) {
      for (int i = 0; i < layer.inputs(); i++) {
        for (int j = 0; j < layer.outputs(); j++) {
          parameters[at++] = layer.weights().get(i, j);
        }
      }
      for (int j = 0; j < layer.outputs(); j++) {
        parameters[at++] = layer.biases().get(0, j);
      }
    }
    return parameters;
  }

  public double cost(View view) {
    double sum = 0;
    for (int e = 0; e < view.count(); e++) {
      List<double[]> activations = forward(inputs(view, e));
      sum += cost(activations.get(form.depth()), view.label(e));
    }
    return sum / view.count();
  }

  /** Returns the derivatives of the mean cost by every parameter. */
  public double[] gradient(View view) {
    double[] gradient = new double[Math.toIntExact(form.parameters())];
    for (int e = 0; e < view.count(); e++) {
      List<double[]> activations = forward(inputs(view, e));
      double[] delta = outputDelta(activations.get(form.depth()), view.label(e));
      int end = gradient.length;
      for (int l = form.depth() - 1; l >= 0; l--) {
        end = addGradient(gradient, end, activations.get(l), delta);
        delta = l == 0 ? delta : deltaBelow(l, delta, activations.get(l));
      }
    }
    return Arrays.stream(gradient).map(sum -> sum / view.count()).toArray();
  }

  private static double[] inputs(View view, int example) {
    float[] inputs = new float[view.inputs().width()];
    view.inputs().decode(example, inputs, 0);
    double[] wide = new double[inputs.length];
    Arrays.setAll(wide, k -> inputs[k]);
    return wide;
  }

  /** Returns the inputs, then the activations of every layer. */
  private List<double[]> forward(double[] inputs) {
    List<double[]> activations = new ArrayList<>(List.of(inputs));
    for (int l = 0; l < form.depth(); l++) {
      double[] z = weights.get(l).multiply(new DenseVector(activations.get(l))).values();
      for (int j = 0; j < z.length; j++) {
        z[j] += biases.get(l)[j];
      }
      activations.add(l < form.depth() - 1 ? activate(z) : outputs(z));
    }
    return activations;
  }

  private double[] activate(double[] z) {
    return Arrays.stream(z).map(x -> switch (form.activation()) {
      case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
      case TANH -> StrictMath.tanh(x);
      case RELU -> Math.max(0, x);
    }).toArray();
  }

  private double[] outputs(double[] z) {
    return switch (form.cost()) {
      case QUADRATIC -> form.activation() == Activation.RELU ? z : activate(z);
      case CROSS_ENTROPY -> softmax(z);
      case SIGMOID_CROSS_ENTROPY -> Arrays.stream(z).map(x -> 1 / (1 + StrictMath.exp(-x))).toArray();
    };
  }

  private static double[] softmax(double[] z) {
    double largest = Arrays.stream(z).max().orElseThrow();
    double[] powers = Arrays.stream(z).map(x -> StrictMath.exp(x - largest)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(p -> p / sum).toArray();
  }

  private double cost(double[] outputs, int label) {
    double sum = 0;
    for (int j = 0; j < outputs.length; j++) {
      sum += cost(outputs[j], target(j, label));
    }
    return sum;
  }

  private double target(int output, int label) {
    return label == form.outputs() ? 1.0 / form.outputs() : (1 - smoothing) * (output == label ? 1 : 0) + smoothing / form.outputs();
  }

  private double cost(double output, double target) {
    return switch (form.cost()) {
      case QUADRATIC -> (output - target) * (output - target);
      case CROSS_ENTROPY -> entropy(output, target);
      case SIGMOID_CROSS_ENTROPY -> entropy(output, target) + entropy(1 - output, 1 - target);
    };
  }

  /** Returns 0 for a target of 0, also if the output is 0. */
  private static double entropy(double output, double target) {
    return target == 0 ? 0 : -target * StrictMath.log(output);
  }

  /** Returns the derivative of the cost by the weighted sums of the output layer. */
  private double[] outputDelta(double[] outputs, int label) {
    double[] delta = new double[outputs.length];
    Arrays.setAll(delta, j -> outputs[j] - target(j, label));
    if (form.cost() == Cost.QUADRATIC) {
      boolean linear = form.activation() == Activation.RELU;
      Arrays.setAll(delta, j -> 2 * delta[j] * (linear ? 1 : slope(outputs[j])));
    }
    return delta;
  }

  private double[] deltaBelow(int l, double[] delta, double[] activations) {
    double[] below = weights.get(l).transpose().multiply(new DenseVector(delta)).values();
    for (int i = 0; i < below.length; i++) {
      below[i] *= slope(activations[i]);
    }
    return below;
  }

  /** f'(z) from a = f(z). */
  private double slope(double a) {
    return switch (form.activation()) {
      case SIGMOID -> a * (1 - a);
      case TANH -> 1 - a * a;
      case RELU -> a > 0 ? 1 : 0;
    };
  }

  /** Adds one example's gradient of a layer whose parameters end at {@code end}; returns where they begin. */
  private static int addGradient(double[] gradient, int end, double[] below, double[] delta) {
    int biases = end - delta.length;
    int begin = biases - below.length * delta.length;
    for (int j = 0; j < delta.length; j++) {
      gradient[biases + j] += delta[j];
      for (int i = 0; i < below.length; i++) {
        gradient[begin + i * delta.length + j] += below[i] * delta[j];
      }
    }
    return begin;
  }
}
