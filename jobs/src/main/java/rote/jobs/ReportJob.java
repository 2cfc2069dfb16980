package rote.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import rote.data.InputException;
import rote.experiment.Experiment;
import rote.experiment.ExperimentFile;
import rote.report.Notebook;
import rote.report.Page;
import rote.report.PageFacts;
import rote.store.Manifest;
import rote.store.MemorisedExample;
import rote.store.MemorisedExamples;
import rote.store.Output;
import rote.store.Tables;
import rote.store.TrialRecord;

/** The reading of an output that is there already: its experiment, its records, and the report made anew of them. */
public final class ReportJob {
  private final Output output;
  private final Map<String, Object> facts;

  /**
   * Opens an output.
   *
   * @throws InputException if there is none
   */
  public ReportJob(Output output) throws IOException {
    this.output = output;
    this.facts = Manifest.read(output);
  }

  /** The manifest. */
  Map<String, Object> facts() {
    return facts;
  }

  @SuppressWarnings("unchecked") // what is no experiment is turned away by its reader
  public Experiment experiment() {
    return ExperimentFile.experiment(output.path(Output.MANIFEST), (Map<String, Object>) facts.get("experiment"));
  }

  /** The records in plan order. */
  public List<TrialRecord> records() throws IOException {
    return new Tables(output).read();
  }

  /** Writes the report and returns where. */
  public String write() throws IOException {
    boolean complete = output.isComplete();
    output.markIncomplete();
    List<MemorisedExample> pictured = new MemorisedExamples(output).pictured();
    List<TrialRecord> records = records();
    PageFacts page = RunFacts.page(facts);
    output.writeText(Output.REPORT, Page.html(experiment(), records, page, pictured));
    output.writeText(Output.NOTEBOOK, Notebook.ipynb(experiment(), records, page));
    Manifest.write(output, facts);
    if (complete) {
      output.markComplete();
    }
    return output.path(Output.REPORT);
  }
}
