package rote.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import rote.analysis.Analysis;
import rote.analysis.ClaimPower;
import rote.analysis.MemorisationTable;
import rote.analysis.Verdicts;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.description.DataWarnings;
import rote.experiment.Experiment;
import rote.files.InputException;
import rote.jobs.start.JvmKernels;
import rote.jobs.start.RunningSpark;
import rote.store.EditedFiles;
import rote.store.Manifest;
import rote.store.Output;
import rote.store.OutputOwner;
import rote.store.Segments;
import rote.store.States;
import rote.trial.Status;
import rote.trial.TrialRecord;

/** Runs an experiment: expands it, subtracts what is recorded, trains the rest on Spark, writes tables and report. */
public final class SweepJob {
  private static final int ROUNDS = 10; // of writing, while another run changes the output
  private final SweepRequest request;
  private final PrintStream messages;
  private final boolean terminal;
  private final TimeLimit limit;
  private CompletableFuture<Void> sparksEnd = CompletableFuture.completedFuture(null);

  public SweepJob(SweepRequest request, PrintStream messages, boolean terminal) {
    this.request = request;
    this.messages = messages;
    this.terminal = terminal;
    this.limit = new TimeLimit(request.options().maxTime());
  }

  /**
   * @return the analysis of the planned trials' records; some are missing if the run failed fast or its time was up
   * @throws InputException if what was asked for is not available; then nothing has been written
   */
  @SuppressWarnings("try") // the lock and Spark's end are held, not used
  public Analysis run() throws IOException {
    Experiment experiment = request.experiment();
    request.spark().check();
    request.spark().prepare();
    JvmKernels.choice();
    Output output = request.output();
    Dataset dataset = request.dataset();
    DatasetInfo data = DatasetInfo.of(dataset);
    request.checkFits(data);
    OutputOwner owner = new OutputOwner(experiment.name(), dataset.name(), dataset.digest());
    output.checkPlace();
    if (!request.options().overwrite()) {
      output.check(owner, data.former());
    }
    try (Closeable lock = output.lock(); limit; Closeable spark = () -> sparksEnd.join()) {
      if (request.options().overwrite()) {
        overwrite(output);
      }
      Manifest.damage(output).ifPresent(why -> messages.println(why + "; it is kept next to a new one"));
      CurrentRun thisRun = new CurrentRun();
      return run(experiment, dataset, output, new Segments(output, owner, thisRun), thisRun);
    }
  }

  private Analysis run(Experiment experiment, Dataset dataset, Output output, Segments segments,
      CurrentRun thisRun) throws IOException {
    ResultFiles results = new ResultFiles(output, "run", request.asked(dataset),
        analysis -> MemorisationTable.of(analysis, dataset), messages::println);
    Map<String, TrialRecord> recorded = byId(segments.readAll());
    Set<String> finished = finished(experiment, recorded);
    States states = new States(output);
    Plan plan = Plan.of(experiment, DatasetInfo.of(dataset), recorded.values(), finished, states.ids());
    messages.println(plan.summary());
    DataWarnings.of(dataset).forEach(line -> messages.println("warning: " + line));
    Verdicts.unanswerable(experiment).ifPresent(messages::println);
    ClaimPower.undecidable(experiment).forEach(messages::println);
    sayWhatIsNotShown(output, TrialRecord.trials(recorded.values()) - planned(plan, recorded).size());
    if (!plan.toDo().isEmpty()) {
      recorded = train(experiment, dataset, segments, states, thisRun, plan, results);
      plan = Plan.of(experiment, DatasetInfo.of(dataset), recorded.values(), finished, Set.of());
    }
    Analysis analysis = Analysis.of(experiment, planned(plan, recorded));
    for (int round = 1;
        !(write(results, experiment, plan, segments, analysis) && segments.areAsRead()) && round < ROUNDS; round++) {
      analysis = Analysis.of(experiment, planned(plan, byId(segments.readAll())));
    }
    return analysis;
  }

  private static boolean write(ResultFiles results, Experiment experiment, Plan plan, Segments segments,
      Analysis analysis) throws IOException {
    int planned = plan.planned().size();
    boolean isWhole = analysis.records().size() == planned
        && analysis.records().stream().noneMatch(record -> experiment.lacksProbes(record.result()));
    return results.write(planned, segments.recorded(), analysis, isWhole);
  }

  private void overwrite(Output output) throws IOException {
    messages.println("--overwrite deletes what " + output + " holds: " + Segments.count(output));
    EditedFiles.keep(output, Output.REPORT, messages::println);
    EditedFiles.keep(output, Output.NOTEBOOK, messages::println);
    output.overwrite();
  }

  private void sayWhatIsNotShown(Output output, int trials) {
    if (trials > 0) {
      messages.println(LeftOutTrials.line(trials, output, Manifest.readIfAny(output), request.shownFile(), request.tree()));
    }
  }

  static List<TrialRecord> planned(Plan plan, Map<String, TrialRecord> recorded) {
    return plan.planned().stream().map(PlannedTrial::id).map(recorded::get).filter(Objects::nonNull).toList();
  }

  /** Trains what the plan has to do, then what follows from it. Returns all that is recorded. */
  private Map<String, TrialRecord> train(Experiment experiment, Dataset dataset, Segments segments, States states, CurrentRun thisRun,
      Plan first, ResultFiles results) throws IOException {
    Plan plan = first;
    Map<String, TrialRecord> recorded;
    RunningSpark spark = request.spark().open(experiment.name());
    try {
      results.begin(first.planned().size(), segments.recorded(), planned(first, byId(segments.recorded().records())));
      boolean follows;
      do {
        Progress progress = new Progress(messages, terminal, plan.toDo());
        new PlanRunner(spark, segments, states, thisRun, progress, request.options().failFast(), limit)
            .train(experiment.name(), dataset, plan);
        recorded = byId(segments.readAll());
        boolean ended = recorded.keySet().containsAll(plan.toDo().stream().map(PlannedTrial::id).toList());
        plan = Plan.of(experiment, DatasetInfo.of(dataset), recorded.values(), recorded.keySet(), states.ids());
        follows = ended && !limit.isUp() && !plan.toDo().isEmpty();
        if (follows) {
          messages.println(isForEach(experiment)
              ? "the best settings are known; " + plan.toDo().size() + " trials with fresh seeds follow"
              : "the best setting is known; " + plan.toDo().size() + " fresh seeds follow");
        }
      } while (follows);
    } finally {
      sparksEnd = spark.ending();
    }
    return recorded;
  }

  private static boolean isForEach(Experiment experiment) {
    return experiment.followUp().filter(then -> !then.forEach().isEmpty()).isPresent();
  }

  private Set<String> finished(Experiment experiment, Map<String, TrialRecord> recorded) {
    return recorded.values().stream()
        .filter(record -> !request.options().retryFailed() || record.result().status() != Status.FAILED)
        .filter(record -> !experiment.lacksProbes(record.result()))
        .map(TrialRecord::trialId).collect(Collectors.toSet());
  }

  static Map<String, TrialRecord> byId(List<TrialRecord> records) {
    return records.stream().collect(Collectors.toMap(TrialRecord::trialId, record -> record));
  }
}
