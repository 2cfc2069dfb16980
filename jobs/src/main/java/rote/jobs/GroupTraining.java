package rote.jobs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.TaskKilledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rote.data.Dataset;
import rote.jobs.start.Heap;
import rote.network.Architecture;
import rote.trial.Curve;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialResult;
import rote.trial.training.Trainer;
import rote.trial.training.TrialRun;
import rote.trial.training.Workload;

/** Trains groups of trials within the memory of this JVM, side by side where that is faster. A trial that throws is FAILED. */
final class GroupTraining {
  /** The system property with which a group that throws is an error, for tests and benchmarks. */
  static final String STRICT = "rote.strict";

  private static final Logger LOG = LoggerFactory.getLogger(GroupTraining.class);
  private static final long SPARKS_SHARE = 128 << 20; // bytes

  private final Trainer trainer;
  private final Dataset dataset;
  private final TrialMemory memory;
  private final boolean strict;
  private int trainedSingly;

  /** @param strict whether a group that throws is an error, not trained one by one */
  GroupTraining(Trainer trainer, Dataset dataset, TrialMemory memory, boolean strict) {
    this.trainer = trainer;
    this.dataset = dataset;
    this.memory = memory;
    this.strict = strict;
  }

  static boolean isStrict() {
    return Boolean.getBoolean(STRICT);
  }

  int trainedSingly() {
    return trainedSingly;
  }

  List<TrialResult> train(List<Trial> group) {
    long need = need(group);
    if (group.size() > 1 && trainer.trainsGroups() && need <= memory.size()) {
      try {
        return memory.with(need, () -> trainer.train(group, dataset));
      } catch (TaskKilledException e) {
        throw e;
      } catch (RuntimeException | OutOfMemoryError e) {
        if (strict && e instanceof RuntimeException bug) {
          throw bug;
        }
        LOG.warn("a group of {} trials failed, and is trained one by one", group.size(), e);
        trainedSingly++;
      }
    }
    return group.stream().map(this::result).toList();
  }

  private TrialResult result(Trial trial) {
    try {
      return fitting(trial);
    } catch (TaskKilledException e) {
      throw e;
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, trace.toString());
    }
  }

  /** Trains a trial that is certain to fit into memory; if it does not fit beside others after all, alone. */
  private TrialResult fitting(Trial trial) {
    if (need(List.of(trial)) > memory.size()) {
      throw new IllegalStateException(tooLarge(trial));
    }
    Supplier<TrialResult> training = () -> trainer.train(List.of(trial), dataset).get(0);
    try {
      return memory.with(need(List.of(trial)), training);
    } catch (OutOfMemoryError e) {
      return alone(trial, training);
    }
  }

  private TrialResult alone(Trial trial, Supplier<TrialResult> training) {
    try {
      return memory.with(memory.size(), training);
    } catch (OutOfMemoryError e) {
      throw new IllegalStateException("out of memory: " + tooLarge(trial), e);
    }
  }

  private String tooLarge(Trial trial) {
    long need = need(List.of(trial));
    return "a network " + form(trial) + " needs " + (need >> 20) + " MiB for training, and trials have "
        + (memory.size() >> 20) + " MiB, three quarters of the heap; " + Heap.forTrials(need / 3 * 4 + SPARKS_SHARE)
        + ", then use run --retry-failed";
  }

  /** Bytes. */
  private long need(List<Trial> trials) {
    Architecture form = form(trials.get(0));
    int examples = dataset.training().count();
    int drawn = trials.get(0).testOf(examples);
    long standardised = dataset.isReal() ? 4L * trials.size() * form.inputs() * (examples + dataset.test().count()) : 0;
    return Workload.bytes(trials, form, examples - drawn, dataset.test().count() + drawn) + standardised;
  }

  private Architecture form(Trial trial) {
    return TrialRun.architecture(trial, dataset.shape(), dataset.classes());
  }
}
