package rote.jobs;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import rote.analysis.Analysis;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.experiment.Experiment;
import rote.jobs.progress.GroupScores;
import rote.jobs.progress.LivePage;
import rote.jobs.progress.RunDisplay;
import rote.jobs.progress.RunState;
import rote.jobs.start.RunningSpark;
import rote.store.SegmentContents;
import rote.store.Segments;
import rote.store.States;
import rote.trial.TrialRecord;

/** Trains what an experiment lacks, and what follows from that, while its progress and its page are renewed. */
final class SweepTraining {
  private final SweepRequest request;
  private final Dataset dataset;
  private final ResultFiles results;
  private final RunDisplay display;
  private final TimeLimit limit;
  private CompletableFuture<Void> sparksEnd = CompletableFuture.completedFuture(null);
  private volatile Plan plan; // the page's thread reads it

  SweepTraining(SweepRequest request, Dataset dataset, Plan plan, ResultFiles results, RunDisplay display, TimeLimit limit) {
    this.request = request;
    this.dataset = dataset;
    this.plan = plan;
    this.results = results;
    this.display = display;
    this.limit = limit;
  }

  /** Returns all that is recorded. */
  Map<String, TrialRecord> run(Segments segments, States states, CurrentRun thisRun) throws IOException {
    Experiment experiment = request.experiment();
    Map<String, TrialRecord> recorded = SweepJob.byId(segments.recorded().records());
    RunningSpark spark = request.spark().open(experiment.name());
    try (Progress progress = new Progress(display)) {
      results.begin(plan.planned().size(), segments.recorded(), SweepJob.planned(plan, recorded));
      tell(progress, recorded);
      try (LivePage page = new LivePage(progress::state, this::renewPage, display::complain, System::nanoTime)) {
        boolean follows;
        do {
          new PlanRunner(spark, segments, states, thisRun, progress, request.options().failFast(), limit)
              .train(experiment.name(), dataset, plan);
          recorded = SweepJob.byId(segments.readAll());
          follows = plan(recorded, states);
          if (follows) {
            display.say(isForEach(experiment)
                ? "the best settings are known; " + plan.toDo().size() + " trials with fresh seeds follow"
                : "the best setting is known; " + plan.toDo().size() + " fresh seeds follow");
            tell(progress, recorded);
          }
        } while (follows);
      }
    } finally {
      sparksEnd = spark.ending();
    }
    return recorded;
  }

  /** Returns what waits until Spark has ended. */
  CompletableFuture<Void> sparksEnd() {
    return sparksEnd;
  }

  /** Plans what follows, and says whether it is to be trained now. */
  private boolean plan(Map<String, TrialRecord> recorded, States states) throws IOException {
    boolean ended = recorded.keySet().containsAll(plan.toDo().stream().map(PlannedTrial::id).toList());
    plan = Plan.of(request.experiment(), DatasetInfo.of(dataset), recorded.values(), recorded.keySet(), states.ids());
    return ended && !limit.isUp() && !plan.toDo().isEmpty();
  }

  private static boolean isForEach(Experiment experiment) {
    return experiment.followUp().filter(then -> !then.forEach().isEmpty()).isPresent();
  }

  /** Says what is to be done. Trials that follow are taken to cost what others cost in the mean. */
  private void tell(Progress progress, Map<String, TrialRecord> recorded) {
    Map<String, TrialRecord> done = new HashMap<>(recorded);
    Set<String> toDo = new HashSet<>(plan.toDo().stream().map(PlannedTrial::id).toList());
    done.keySet().removeAll(toDo);
    List<TrialRecord> shown = SweepJob.planned(plan, done);
    Experiment known = request.experiment().after(TrialRecord.byTrial(recorded.values()).map(TrialRecord::result));
    double mean = plan.planned().stream().mapToDouble(PlannedTrial::seconds).average().orElse(0);
    int planned = plan.planned().size();
    progress.knows(planned + known.toFollow(), planned - toDo.size(), new GroupScores(request.experiment(), shown),
        mean * known.toFollow());
  }

  private void renewPage(RunState now) throws IOException {
    long began = System.nanoTime();
    SegmentContents recorded = Segments.recorded(request.output());
    Plan current = plan;
    List<TrialRecord> shown = SweepJob.planned(current, SweepJob.byId(recorded.records()));
    results.renewPage(current.planned().size(), recorded, Analysis.of(request.experiment(), shown),
        now.with(shown.size())); // the newest may be on their way to a segment
    display.pageRenewed((System.nanoTime() - began) * 1e-9);
  }
}
