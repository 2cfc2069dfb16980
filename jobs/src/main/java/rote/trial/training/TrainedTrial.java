package rote.trial.training;

import java.util.List;
import rote.data.Dataset;
import rote.data.Shape;
import rote.network.InputGradients;
import rote.network.Kernels;
import rote.network.Network;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Seeds;
import rote.trial.Trial;

/**
 * A trained network and all that a probe may use.
 *
 * @param dataset as it was read; {@code data} is the trial's view of it
 * @param velocity of the last update; null for plain descent
 */
public record TrainedTrial(
    Trial trial, Dataset dataset, TrialData data, Kernels kernels, Network network, Network velocity, int epochs) {

  public TrainedTrial(Trial trial, Dataset dataset, TrialData data, Kernels kernels, Network network, int epochs) {
    this(trial, dataset, data, kernels, network, null, epochs);
  }

  /** A copy of all from which a longer trial can go on. */
  public float[] state() {
    return Beginning.state(network, velocity);
  }

  public Seeds seeds() {
    return Seeds.ofTrial(trial);
  }

  public InputGradients response() {
    return new InputGradients(kernels, network);
  }

  public int classes() {
    return network.architecture().outputs();
  }

  public Shape shape() {
    return TrialRun.shape(trial, dataset.shape());
  }

  /** An item of that shape. A single channel has no dimension. */
  public ProbeItem image(Probe probe, String name, float[] pixels) {
    Shape shape = shape();
    List<Integer> extent = shape.channels() == 1
        ? List.of(shape.height(), shape.width()) : List.of(shape.channels(), shape.height(), shape.width());
    return new ProbeItem(probe, name, extent, pixels);
  }
}
