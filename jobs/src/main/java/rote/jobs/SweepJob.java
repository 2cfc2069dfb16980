package rote.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import rote.data.Dataset;
import rote.data.InputException;
import rote.data.Known;
import rote.experiment.Experiment;
import rote.experiment.Status;
import rote.store.Output;
import rote.store.Owner;
import rote.store.Segments;
import rote.store.TrialRecord;

/**
 * The run of an experiment from its declaration to its report: read, expand, subtract what is recorded, train the rest
 * on Spark, derive the tables, write the report.
 */
public final class SweepJob {
  private static final int ROUNDS = 10; // of writing what is derived, while another run changes the output
  private final SweepRequest request;
  private final PrintStream messages;
  private final boolean terminal;

  /**
   * A run that has not begun.
   *
   * @param messages where progress goes
   * @param terminal whether a person watches there
   */
  public SweepJob(SweepRequest request, PrintStream messages, boolean terminal) {
    this.request = request;
    this.messages = messages;
    this.terminal = terminal;
  }

  /**
   * Runs to the end.
   *
   * @return every planned trial's record, in plan order; some are missing if the run failed fast
   * @throws InputException if what was asked for cannot be had; then nothing has been written
   */
  @SuppressWarnings("try") // the lock is held, not used
  public List<TrialRecord> run() throws IOException {
    Experiment experiment = request.experiment();
    SparkStart.check(request.spark());
    JvmKernels.choice();
    Output output = request.output();
    Dataset dataset = request.dataset(experiment);
    request.checkFits(experiment, Known.of(dataset));
    Owner owner = new Owner(experiment.name(), dataset.name(), dataset.digest());
    output.checkPlace();
    if (!request.overwrite()) {
      output.check(owner);
    }
    try (Closeable lock = output.lock(); Interruption interruption = Interruption.watch(messages)) {
      if (request.overwrite()) {
        output.overwrite();
      }
      return run(experiment, dataset, output, new Segments(output, owner), interruption);
    }
  }

  private List<TrialRecord> run(Experiment experiment, Dataset dataset, Output output, Segments segments,
      Interruption interruption) throws IOException {
    Results results = new Results(output, experiment, RunFacts.of(request, dataset));
    Map<String, TrialRecord> recorded = byId(segments.readAll());
    Plan plan = Plan.of(experiment, Known.of(dataset), finished(recorded));
    messages.println(plan.summary());
    output.markIncomplete();
    if (!plan.toDo().isEmpty()) {
      train(experiment, dataset, segments, plan, interruption);
      segments.compact();
      recorded = byId(segments.readAll());
    }
    List<TrialRecord> records = planned(plan, recorded);
    for (int round = 1; !results.write(plan, records) && round < ROUNDS; round++) {
      records = planned(plan, byId(segments.readAll()));
    }
    return records;
  }

  private static List<TrialRecord> planned(Plan plan, Map<String, TrialRecord> recorded) {
    return plan.planned().stream().map(PlannedTrial::id).map(recorded::get).filter(Objects::nonNull).toList();
  }

  private void train(Experiment experiment, Dataset dataset, Segments segments, Plan plan, Interruption interruption)
      throws IOException {
    Progress progress = new Progress(messages, terminal, plan.toDo());
    try (JavaSparkContext spark = SparkStart.context(experiment.name(), request.spark())) {
      new Recording(spark, segments, progress, request.failFast()).train(experiment.name(), dataset, plan, interruption);
    }
  }

  private Set<String> finished(Map<String, TrialRecord> recorded) {
    return recorded.values().stream()
        .filter(record -> !request.retryFailed() || record.result().status() != Status.FAILED)
        .map(TrialRecord::trialId).collect(Collectors.toSet());
  }

  private static Map<String, TrialRecord> byId(List<TrialRecord> records) {
    return records.stream().collect(Collectors.toMap(TrialRecord::trialId, record -> record));
  }
}
