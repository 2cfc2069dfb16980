package rote.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import rote.data.Catalog;
import rote.data.Known;
import rote.experiment.Experiment;
import rote.store.Output;
import rote.store.Owner;
import rote.store.Segments;
import rote.store.TrialRecord;

/** The reading of what a run would do, without data where the catalogue knows the data set's digest. */
public final class PlanJob {
  private PlanJob() {}

  /** The plan of what was asked for. */
  public static Plan plan(SweepRequest request) throws IOException {
    Experiment experiment = request.experiment();
    Known data = Catalog.known(experiment.dataset())
        .orElseGet(() -> Known.of(request.dataset(experiment)));
    request.checkFits(experiment, data);
    Output output = request.output();
    output.check(new Owner(experiment.name(), experiment.dataset(), data.digest()));
    List<TrialRecord> recorded = Segments.readAll(output);
    Set<String> unprobed = Plan.unprobed(experiment, recorded);
    return Plan.of(experiment.after(TrialRecord.results(recorded)), data,
        recorded.stream().map(TrialRecord::trialId).filter(id -> !unprobed.contains(id)).toList(), unprobed);
  }
}
