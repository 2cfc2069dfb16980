package rote.jobs;

import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rote.data.Dataset;
import rote.experiment.Curve;
import rote.experiment.LockStepRun;
import rote.experiment.Probe;
import rote.experiment.Probes;
import rote.experiment.Status;
import rote.experiment.Trial;
import rote.experiment.TrialResult;
import rote.experiment.TrialRun;
import rote.experiment.Workload;
import rote.network.Architecture;
import rote.network.Kernels;
import rote.network.VectorKernels;
import rote.store.TrialRecord;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * What one Spark task does: it trains the trials of its pack, in lock-step where that is faster, and returns
 * their records.
 *
 * <p>It writes nothing, so that a task that Spark runs twice is recorded once.
 */
final class TrialTask
    extends AbstractFunction1<Iterator<ArrayList<PlannedTrial>>, ArrayList<TrialRecord>>
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(TrialTask.class);
  private static final long SPARKS_SHARE = 128 << 20; // bytes, for what else the heap holds
  private static final TrialMemory MEMORY = TrialMemory.OF_THIS_JVM;

  private final String experiment;
  private final Broadcast<Dataset> data;
  private final ArrayList<Probe> probes;

  TrialTask(String experiment, Broadcast<Dataset> data, List<Probe> probes) {
    this.experiment = experiment;
    this.data = data;
    this.probes = new ArrayList<>(probes);
  }

  @Override
  public ArrayList<TrialRecord> apply(Iterator<ArrayList<PlannedTrial>> packs) {
    TaskContext context = TaskContext.get();
    ArrayList<TrialRecord> records = new ArrayList<>();
    while (packs.hasNext()) {
      for (List<PlannedTrial> together : LockStepRun.groups(packs.next(), PlannedTrial::trial, trial -> Integer.MAX_VALUE)) {
        context.killTaskIfInterrupted();
        List<TrialResult> results = results(together.stream().map(PlannedTrial::trial).toList());
        for (int t = 0; t < results.size(); t++) {
          records.add(record(together.get(t), results.get(t), context.attemptNumber()));
        }
      }
    }
    return records;
  }

  private TrialRecord record(PlannedTrial planned, TrialResult result, int attempt) {
    return new TrialRecord(planned.id(), experiment, data.value().name(), planned.trial(), result, attempt,
        HostName.ofThisMachine());
  }

  private List<TrialResult> results(List<Trial> trials) {
    Kernels kernels = JvmKernels.choice().kernels(); // new ones, for they hold on to what they last saw
    long need = need(trials);
    if (trials.size() > 1 && kernels instanceof VectorKernels vector && need <= MEMORY.size()) {
      try {
        return MEMORY.with(need, () -> new LockStepRun(trials, Probes.of(probes), vector, System::nanoTime).on(data.value()));
      } catch (RuntimeException | OutOfMemoryError e) {
        LOG.warn("{} trials in lock-step failed, and are trained one by one", trials.size(), e);
      }
    }
    return trials.stream().map(trial -> result(trial, kernels)).toList();
  }

  /** A trial that throws is a record of its own; the others go on. */
  private TrialResult result(Trial trial, Kernels kernels) {
    try {
      return fitting(trial, kernels);
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, trace.toString());
    }
  }

  /** Trains if it is certain that the trial fits into memory; where it does not fit beside others after all, alone. */
  private TrialResult fitting(Trial trial, Kernels kernels) {
    if (need(trial) > MEMORY.size()) {
      throw new IllegalStateException(tooLarge(trial));
    }
    Supplier<TrialResult> training = () -> new TrialRun(trial, Probes.of(probes), kernels, System::nanoTime).on(data.value());
    try {
      return MEMORY.with(need(trial), training);
    } catch (OutOfMemoryError e) {
      return alone(trial, training);
    }
  }

  private TrialResult alone(Trial trial, Supplier<TrialResult> training) {
    try {
      return MEMORY.with(MEMORY.size(), training);
    } catch (OutOfMemoryError e) {
      throw new IllegalStateException("out of memory: " + tooLarge(trial), e);
    }
  }

  private String tooLarge(Trial trial) {
    return "a network " + form(trial) + " needs " + (need(trial) >> 20) + " MiB for training, and trials have "
        + (MEMORY.size() >> 20) + " MiB, three quarters of the heap; " + Heap.forTrials(need(trial) / 3 * 4 + SPARKS_SHARE);
  }

  /** Bytes. */
  private long need(Trial trial) {
    return need(List.of(trial));
  }

  private long need(List<Trial> trials) {
    Dataset dataset = data.value();
    return Workload.bytes(trials, form(trials.get(0)), dataset.training().count(), dataset.test().count());
  }

  private Architecture form(Trial trial) {
    Dataset dataset = data.value();
    return TrialRun.architecture(trial, dataset.shape(), dataset.classes());
  }
}
