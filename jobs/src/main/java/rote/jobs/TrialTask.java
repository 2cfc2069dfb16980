package rote.jobs;

import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import rote.data.Dataset;
import rote.experiment.Curve;
import rote.experiment.Status;
import rote.experiment.Trial;
import rote.experiment.TrialResult;
import rote.experiment.TrialRun;
import rote.experiment.Workload;
import rote.network.Architecture;
import rote.network.ReferenceKernels;
import rote.store.TrialRecord;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/**
 * What one Spark task does: it trains the trials of its pack, one after the other, and returns their records.
 *
 * <p>It writes nothing, so that a task that Spark runs twice is recorded once.
 */
final class TrialTask
    extends AbstractFunction2<TaskContext, Iterator<ArrayList<PlannedTrial>>, ArrayList<TrialRecord>>
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String experiment;
  private final Broadcast<Dataset> data;

  TrialTask(String experiment, Broadcast<Dataset> data) {
    this.experiment = experiment;
    this.data = data;
  }

  @Override
  public ArrayList<TrialRecord> apply(TaskContext context, Iterator<ArrayList<PlannedTrial>> packs) {
    ArrayList<TrialRecord> records = new ArrayList<>();
    while (packs.hasNext()) {
      for (PlannedTrial planned : packs.next()) {
        context.killTaskIfInterrupted();
        TrialResult result = result(planned.trial());
        records.add(new TrialRecord(planned.id(), experiment, data.value().name(), planned.trial(), result,
            context.attemptNumber(), host()));
      }
    }
    return records;
  }

  /** A trial that throws is a record of its own; the others go on. */
  private TrialResult result(Trial trial) {
    try {
      return new TrialRun(trial, new ReferenceKernels(), System::nanoTime).on(fitting(trial));
    } catch (RuntimeException | OutOfMemoryError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, trace.toString());
    }
  }

  /** The data, once it is certain that the trial fits into memory beside it. */
  private Dataset fitting(Trial trial) {
    Dataset dataset = data.value();
    Architecture form = TrialRun.architecture(trial, dataset.shape().size(), dataset.classes());
    long need = Workload.bytes(trial, form, dataset.training().count(), dataset.test().count());
    long heap = Runtime.getRuntime().maxMemory();
    if (need > heap) {
      throw new IllegalStateException("a network " + form + " needs " + (need >> 20)
          + " MiB for training, and the heap has " + (heap >> 20) + " MiB; give the executor more memory");
    }
    return dataset;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
