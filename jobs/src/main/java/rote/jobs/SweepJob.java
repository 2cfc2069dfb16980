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
import rote.jobs.progress.LineDisplay;
import rote.jobs.progress.RunDisplay;
import rote.jobs.start.JvmKernels;
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
  private final RunDisplay display;
  private CompletableFuture<Void> sparksEnd = CompletableFuture.completedFuture(null);

  /** Prints lines. */
  public SweepJob(SweepRequest request, PrintStream messages) {
    this(request, new LineDisplay(messages));
  }

  public SweepJob(SweepRequest request, RunDisplay display) {
    this.request = request;
    this.display = display;
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
    try (Closeable lock = output.lock(); TimeLimit limit = new TimeLimit(request.options().maxTime()); Closeable spark = () -> sparksEnd.join()) {
      if (request.options().overwrite()) {
        overwrite(output);
      }
      Manifest.damage(output).ifPresent(why -> display.say(why + "; it is kept next to a new one"));
      CurrentRun thisRun = new CurrentRun();
      return run(experiment, dataset, output, new Segments(output, owner, thisRun), thisRun, limit);
    }
  }

  private Analysis run(Experiment experiment, Dataset dataset, Output output, Segments segments,
      CurrentRun thisRun, TimeLimit limit) throws IOException {
    ResultFiles results = new ResultFiles(output, "run", request.asked(dataset),
        analysis -> MemorisationTable.of(analysis, dataset), display::say);
    Map<String, TrialRecord> recorded = byId(segments.readAll());
    Set<String> finished = finished(experiment, recorded);
    States states = new States(output);
    Plan plan = Plan.of(experiment, DatasetInfo.of(dataset), recorded.values(), finished, states.ids());
    display.started(experiment.name(), output.location(), plan.planned().size(), plan.planned().size() - plan.toDo().size());
    display.say(plan.summary());
    DataWarnings.of(dataset).forEach(line -> display.say("warning: " + line));
    Verdicts.unanswerable(experiment).ifPresent(display::say);
    ClaimPower.undecidable(experiment).forEach(display::say);
    sayWhatIsNotShown(output, TrialRecord.trials(recorded.values()) - planned(plan, recorded).size());
    if (!plan.toDo().isEmpty()) {
      SweepTraining training = new SweepTraining(request, dataset, plan, results, display, limit);
      try {
        recorded = training.run(segments, states, thisRun);
      } finally {
        sparksEnd = training.sparksEnd();
      }
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
        && analysis.records().stream().noneMatch(record -> experiment.lacksProbes(record));
    return results.write(planned, segments.recorded(), analysis, isWhole);
  }

  private void overwrite(Output output) throws IOException {
    display.say("--overwrite deletes what " + output + " holds: " + Segments.count(output));
    EditedFiles.keep(output, Output.REPORT, display::say);
    EditedFiles.keep(output, Output.NOTEBOOK, display::say);
    output.overwrite();
  }

  private void sayWhatIsNotShown(Output output, int trials) {
    if (trials > 0) {
      display.say(LeftOutTrials.line(trials, output, Manifest.readIfAny(output), request.shownFile(), request.tree()));
    }
  }

  static List<TrialRecord> planned(Plan plan, Map<String, TrialRecord> recorded) {
    return plan.planned().stream().map(PlannedTrial::id).map(recorded::get).filter(Objects::nonNull).toList();
  }

  private Set<String> finished(Experiment experiment, Map<String, TrialRecord> recorded) {
    return recorded.values().stream()
        .filter(record -> !request.options().retryFailed() || record.result().status() != Status.FAILED)
        .filter(record -> !experiment.lacksProbes(record))
        .map(TrialRecord::trialId).collect(Collectors.toSet());
  }

  static Map<String, TrialRecord> byId(List<TrialRecord> records) {
    return records.stream().collect(Collectors.toMap(TrialRecord::trialId, record -> record));
  }
}
