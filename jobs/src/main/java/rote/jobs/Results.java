package rote.jobs;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rote.data.Dataset;
import rote.experiment.Experiment;
import rote.report.Groups;
import rote.report.Memorised;
import rote.report.Notebook;
import rote.report.Page;
import rote.report.PageFacts;
import rote.store.Manifest;
import rote.store.MemorisedExamples;
import rote.store.Output;
import rote.store.Tables;
import rote.store.TrialRecord;

/** What is derived of the records when training is over: tables, report, manifest and, if nothing is missing, the mark. */
final class Results {
  private final Output output;
  private final Experiment experiment;
  private final Dataset dataset;
  private final Map<String, Object> facts;
  private final long start = System.nanoTime();

  Results(Output output, Experiment experiment, Dataset dataset, Map<String, Object> facts) {
    this.output = output;
    this.experiment = experiment;
    this.dataset = dataset;
    this.facts = facts;
  }

  /**
   * Writes everything.
   *
   * @return whether the manifest still describes the output: another run may have changed it meanwhile
   */
  boolean write(Plan plan, List<TrialRecord> records) throws IOException {
    output.markIncomplete(); // another run on this output may have marked it meanwhile
    new Tables(output).write(records);
    MemorisedExamples memorised = new MemorisedExamples(output);
    memorised.write(Memorised.of(Groups.of(experiment, records), dataset));
    Map<String, Object> all = new LinkedHashMap<>(facts);
    Map<String, Object> counts = RunFacts.counts(plan.planned().size(), records);
    counts.put("trained", plan.toDo().size());
    all.put("trials", counts);
    all.put("seconds", (System.nanoTime() - start) * 1e-9);
    PageFacts page = RunFacts.page(all);
    output.writeText(Output.REPORT, Page.html(experiment, records, page, memorised.pictured()));
    output.writeText(Output.NOTEBOOK, Notebook.ipynb(experiment, records, page));
    Manifest.write(output, all);
    if (records.size() == plan.planned().size()) {
      output.markComplete();
    }
    return Manifest.describes(output);
  }
}
