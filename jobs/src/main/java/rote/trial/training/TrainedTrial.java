package rote.trial.training;

import java.util.ArrayList;
import java.util.List;
import rote.data.Dataset;
import rote.data.Shape;
import rote.network.Kernels;
import rote.network.Network;
import rote.network.Response;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Seeds;
import rote.trial.Trial;

/**
 * A trial whose training is complete, as a probe sees it.
 *
 * @param dataset of which the trial has its view
 * @param epochs that were trained
 */
public record TrainedTrial(Trial trial, Dataset dataset, TrialData data, Kernels kernels, Network network, int epochs) {
  public Seeds seeds() {
    return new Seeds(trial.seed());
  }

  public Response response() {
    return new Response(kernels, network);
  }

  public int classes() {
    return network.architecture().outputs();
  }

  /** Of the images that the trial sees. */
  public Shape shape() {
    return TrialRun.shape(trial, dataset.shape());
  }

  /** An item of that shape; a single channel is no direction. */
  public ProbeItem image(Probe probe, String name, float[] pixels) {
    Shape shape = shape();
    List<Integer> extent = new ArrayList<>(List.of(shape.height(), shape.width()));
    if (shape.channels() > 1) {
      extent.add(0, shape.channels());
    }
    return new ProbeItem(probe, name, extent, pixels);
  }
}
