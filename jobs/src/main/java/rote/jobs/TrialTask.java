package rote.jobs;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.CollectionAccumulator;
import rote.data.Dataset;
import rote.jobs.progress.RunningTrial;
import rote.jobs.start.HostName;
import rote.jobs.start.JvmKernels;
import rote.network.Kernels;
import rote.trial.KeptState;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;
import rote.trial.probes.Probes;
import rote.trial.training.Beginning;
import rote.trial.training.TrainedTrial;
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
  private final boolean keepState;
  private final HashMap<String, Broadcast<HashMap<String, Beginning>>> beginnings; // by the ids of shorter trials
  private final CollectionAccumulator<String> reports; // holds the task's latest
  private final boolean isStrict = GroupTraining.isStrict(); // set on the driver

  /** @param beginnings the ends of shorter trials, by their ids; a trial whose shorter one is missing begins anew */
  TrialTask(String experiment, Broadcast<Dataset> data, Plan plan,
      HashMap<String, Broadcast<HashMap<String, Beginning>>> beginnings, CollectionAccumulator<String> reports) {
    this.experiment = experiment;
    this.data = data;
    this.probes = new ArrayList<>(plan.probes());
    this.keepState = !plan.stateBytes().isEmpty();
    this.beginnings = beginnings;
    this.reports = reports;
  }

  @Override
  public TaskResult apply(Iterator<Pack> packs) {
    ArrayList<TrialRecord> records = new ArrayList<>();
    ArrayList<KeptState> states = new ArrayList<>();
    int trainedSingly = 0;
    while (packs.hasNext()) {
      trainedSingly += train(packs.next(), records, states);
    }
    return new TaskResult(records, states, trainedSingly);
  }

  /** Adds the records and the kept states of a pack. Returns how many groups threw. */
  private int train(Pack pack, List<TrialRecord> records, List<KeptState> states) {
    TaskContext context = TaskContext.get();
    Kernels kernels = JvmKernels.choice().kernels(); // new ones, because they cache what they last saw
    LongSupplier clock = () -> { // looked at every epoch, so that a cancelled task soon gives its core back
      context.killTaskIfInterrupted();
      return System.nanoTime();
    };
    TaskReport report = new TaskReport(context.partitionId(), pack.trials().toList(), System::nanoTime, this::report);
    IdentityHashMap<Trial, PlannedTrial> planned = new IdentityHashMap<>(); // the trainer hands on the very trials that it is given
    IdentityHashMap<Trial, float[]> ends = new IdentityHashMap<>();
    Function<TrainedTrial, List<ProbeItem>> asked = Probes.of(probes);
    Trainer trainer = Trainer.of(kernels, trial -> beginning(planned.get(trial)), trained -> {
      if (keepState) {
        ends.put(trained.trial(), trained.state());
      }
      return trained.trial().isPermuted() ? List.of() : asked.apply(trained);
    }, clock, report);
    GroupTraining training = new GroupTraining(trainer, data.value(), TrialMemory.OF_THIS_JVM, isStrict);
    for (List<PlannedTrial> group : pack.groups()) {
      context.killTaskIfInterrupted();
      group.forEach(trial -> planned.put(trial.trial(), trial));
      List<TrialResult> results = training.train(group.stream().map(PlannedTrial::trial).toList());
      for (int t = 0; t < results.size(); t++) {
        records.add(record(group.get(t), results.get(t), context.attemptNumber()));
        state(group.get(t), results.get(t), ends.get(group.get(t).trial())).ifPresent(states::add);
      }
      planned.clear();
      ends.clear();
    }
    reports.reset(); // nothing to be added up
    return training.trainedSingly();
  }

  private void report(RunningTrial trial) {
    reports.reset();
    reports.add(trial.text());
  }

  private Optional<Beginning> beginning(PlannedTrial planned) {
    return Optional.ofNullable(beginnings.get(planned.goesOnFrom())).map(chunk -> chunk.value().get(planned.goesOnFrom()));
  }

  /** @param end null if it has not completed, or states are not kept */
  private static Optional<KeptState> state(PlannedTrial planned, TrialResult result, float[] end) {
    return end == null || result.status() != Status.COMPLETED ? Optional.empty()
        : Optional.of(new KeptState(planned.id(), result.curve().last().epoch(), end));
  }

  private TrialRecord record(PlannedTrial planned, TrialResult result, int attempt) {
    return new TrialRecord(planned.id(), experiment, data.value().name(), planned.trial(), result, attempt,
        HostName.ofThisMachine());
  }
}
