package rote.jobs.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.Inputs;
import rote.data.View;
import rote.jobs.Plan;
import rote.jobs.Progress;
import rote.jobs.SparkTraining;
import rote.jobs.progress.LineDisplay;
import rote.jobs.start.JvmKernels;
import rote.jobs.start.RunningSpark;
import rote.network.Architecture;
import rote.store.verify.Findings;
import rote.trial.ResultDifference;
import rote.trial.Status;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;
import rote.trial.training.TrialData;
import rote.trial.training.TrialRun;

/** Checks every architecture's gradient, and trains some recorded trials again. */
final class Retraining {
  private static final int EXAMPLES = 10;
  /** Larger networks would need hundreds of megabytes in double precision, and many seconds. */
  private static final long MAX_PARAMETERS = 20_000_000;

  private final Dataset dataset;
  private final Map<String, TrialRecord> recorded;
  private final List<TrialRecord> trained; // not FAILED, in the order of their ids
  private final Findings findings;
  private final PrintStream lines;

  Retraining(Dataset dataset, Map<String, TrialRecord> recorded, Findings findings, PrintStream lines) {
    this.dataset = dataset;
    this.recorded = recorded;
    this.trained = recorded.values().stream().filter(record -> record.result().status() != Status.FAILED)
        .sorted(Comparator.comparing(TrialRecord::trialId)).toList();
    this.findings = findings;
    this.lines = lines;
  }

  /** Ids are digests, so the first ones are as good a sample as a random one, and always the same. */
  void check(VerifyRequest request, PrintStream progress) throws IOException {
    checkGradients();
    List<TrialRecord> sample = trained.subList(0, Math.min(request.sample(), trained.size()));
    if (!sample.isEmpty()) {
      train(request, Plan.again(sample, DatasetInfo.of(dataset)), progress);
    }
    lines.println("trained again: " + sample.size() + " of " + trained.size() + " trials"
        + (trained.size() < recorded.size() ? " (" + (recorded.size() - trained.size()) + " are FAILED)" : ""));
  }

  private void train(VerifyRequest request, Plan plan, PrintStream messages) throws IOException {
    try (RunningSpark spark = request.spark().open("verify"); Progress progress = new Progress(new LineDisplay(messages))) {
      progress.knows(plan.toDo().size(), 0, null, 0);
      new SparkTraining(spark, progress).train("verify", dataset, plan, result -> result.records().forEach(this::compare));
    }
  }

  private void compare(TrialRecord again) {
    TrialResult before = recorded.get(again.trialId()).result();
    ResultDifference.first(before, again.result().withOnly(before.probed()))
        .ifPresent(difference -> findings.add("trial " + again.trialId(), difference));
  }

  private void checkGradients() {
    Map<Architecture, TrialRecord> forms = new LinkedHashMap<>();
    trained.forEach(record -> forms.putIfAbsent(form(record), record));
    for (Architecture form : forms.keySet()) {
      if (form.parameters() > MAX_PARAMETERS) {
        lines.println("gradient of " + form + ": too large to be checked");
        continue;
      }
      GradientCheck check = GradientCheck.of(form, view(forms.get(form)), JvmKernels.choice().kernels());
      lines.println("gradient of " + check);
      if (!check.isGood()) {
        findings.add("gradient", check.toString());
      }
    }
  }

  private View view(TrialRecord record) {
    Dataset seen = TrialRun.shaped(record.trial(), dataset);
    int[] rows = IntStream.range(0, EXAMPLES).map(e -> e * (seen.training().count() / EXAMPLES)).toArray();
    byte[] labels = new byte[rows.length];
    for (int e = 0; e < labels.length; e++) {
      labels[e] = seen.training().labels()[rows[e]];
    }
    return new View(seen.isReal() ? TrialData.trainingInputs(record.trial(), seen, rows) : Inputs.of(seen.training(), rows), labels);
  }

  private Architecture form(TrialRecord record) {
    return TrialRun.architecture(record.trial(), dataset.shape(), dataset.classes());
  }
}
