package rote.trial.probes;

import java.util.List;
import rote.data.Standardisation;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.training.TrainedTrial;

/**
 * Keeps the scale of every feature: its mean and standard deviation over the examples that the trial trains on, by which
 * features are standardised. Where they are not, it is the scale of the inputs as they are.
 */
record FeatureScales(TrainedTrial trained) {
  List<ProbeItem> items() {
    Standardisation scales = scales();
    float[] means = new float[scales.features()];
    float[] deviations = new float[means.length];
    int constant = 0;
    for (int k = 0; k < means.length; k++) {
      means[k] = scales.mean(k);
      deviations[k] = scales.deviation(k);
      constant += deviations[k] == 0 ? 1 : 0;
    }
    return List.of(
        ProbeItem.row(Probe.FEATURE_SCALES, "means", means),
        ProbeItem.row(Probe.FEATURE_SCALES, "deviations", deviations),
        ProbeItem.number(Probe.FEATURE_SCALES, "constant", (double) constant / means.length));
  }

  private Standardisation scales() {
    Standardisation own = trained.data().standardisation();
    return own != null ? own : Standardisation.fitted(trained.data().training().inputs());
  }
}
