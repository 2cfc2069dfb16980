package rote.jobs;

import java.io.IOException;
import rote.data.Known;
import rote.data.catalog.Catalog;
import rote.experiment.Experiment;
import rote.jobs.start.SparkStart;
import rote.store.Owner;
import rote.store.Segments;

/** Says what a run would do. Reads no data where the catalogue knows the data set's digest. */
public final class PlanJob {
  private PlanJob() {}

  public static Plan plan(SweepRequest request) throws IOException {
    Experiment experiment = request.experiment();
    SparkStart.check(request.spark());
    Known data = Catalog.known(experiment.dataset()).orElseGet(() -> Known.of(request.dataset()));
    request.checkFits(data);
    request.output().check(new Owner(experiment.name(), experiment.dataset(), data.digest()), data.former());
    return Plan.of(experiment, data, Segments.readAll(request.output()));
  }
}
