package rote.jobs;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import rote.data.Dataset;
import rote.jobs.start.HostName;
import rote.jobs.start.JvmKernels;
import rote.network.Kernels;
import rote.trial.Probe;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;
import rote.trial.probes.Probes;
import rote.trial.training.Trainer;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * Trains the packs of one Spark task.
 *
 * <p>Tasks only return records; the driver writes them. So a retried or speculative task is still recorded once.
 */
final class TrialTask extends AbstractFunction1<Iterator<Pack>, TaskResult> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String experiment;
  private final Broadcast<Dataset> data;
  private final ArrayList<Probe> probes;
  private final boolean isStrict = GroupTraining.isStrict(); // set on the driver

  TrialTask(String experiment, Broadcast<Dataset> data, List<Probe> probes) {
    this.experiment = experiment;
    this.data = data;
    this.probes = new ArrayList<>(probes);
  }

  @Override
  public TaskResult apply(Iterator<Pack> packs) {
    TaskContext context = TaskContext.get();
    Kernels kernels = JvmKernels.choice().kernels(); // new ones, because they cache what they last saw
    LongSupplier clock = () -> { // looked at every epoch, so that a cancelled task soon gives its core back
      context.killTaskIfInterrupted();
      return System.nanoTime();
    };
    GroupTraining training =
        new GroupTraining(Trainer.of(kernels, Probes.of(probes), clock), data.value(), TrialMemory.OF_THIS_JVM, isStrict);
    ArrayList<TrialRecord> records = new ArrayList<>();
    while (packs.hasNext()) {
      for (List<PlannedTrial> group : packs.next().groups()) {
        context.killTaskIfInterrupted();
        List<TrialResult> results = training.train(group.stream().map(PlannedTrial::trial).toList());
        for (int t = 0; t < results.size(); t++) {
          records.add(record(group.get(t), results.get(t), context.attemptNumber()));
        }
      }
    }
    return new TaskResult(records, training.trainedSingly());
  }

  private TrialRecord record(PlannedTrial planned, TrialResult result, int attempt) {
    return new TrialRecord(planned.id(), experiment, data.value().name(), planned.trial(), result, attempt,
        HostName.ofThisMachine());
  }
}
