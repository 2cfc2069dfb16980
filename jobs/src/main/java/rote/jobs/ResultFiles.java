package rote.jobs;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import rote.analysis.Analysis;
import rote.analysis.PageFacts;
import rote.jobs.start.ProgramJar;
import rote.report.notebook.Notebook;
import rote.report.page.Page;
import rote.store.EditedFiles;
import rote.store.Manifest;
import rote.store.MemorisedExample;
import rote.store.MemorisedExamples;
import rote.store.Output;
import rote.store.SegmentContents;
import rote.store.Tables;
import rote.store.TextSeal;
import rote.trial.TrialRecord;

/**
 * What is made from the records: tables, report, manifest and, if nothing is missing, the mark.
 *
 * @param by the command that writes
 * @param asked what was asked for
 * @param memorised makes the rows of the table of memorisation scores
 * @param lines takes lines for the user
 */
public record ResultFiles(Output output, String by, Manifest asked,
    Function<Analysis, List<MemorisedExample>> memorised, Consumer<String> lines) {
  static final String PAGE_SEAL = "<!-- " + TextSeal.BLANK + " -->\n";

  /** Writes the manifest at the start of training, so that the output can be looked at before the end. */
  void begin(int planned, SegmentContents recorded, List<TrialRecord> shown) throws IOException {
    output.markIncomplete();
    Manifest.begin(output, facts(planned, recorded, shown));
  }

  /**
   * Writes everything, after all of it has been made: what cannot be read or drawn leaves the output as it was.
   *
   * @param whole whether the output is then complete
   * @return whether the manifest still describes the output, which another run may have changed
   */
  boolean write(int planned, SegmentContents recorded, Analysis analysis, boolean whole) throws IOException {
    List<MemorisedExample> examples = memorised.apply(analysis);
    Manifest facts = facts(planned, recorded, analysis.records());
    PageFacts page = ManifestFacts.of(facts);
    List<MemorisedExample> pictured = examples.stream().filter(example -> example.pixels() != null).toList();
    String html = Page.html(analysis, page, pictured) + PAGE_SEAL;
    String notebook = Notebook.ipynb(analysis, page);
    output.markIncomplete(); // another run on this output may have marked it meanwhile
    new Tables(output).write(analysis.records());
    new MemorisedExamples(output).write(examples);
    EditedFiles.replace(output, Output.REPORT, html, lines);
    EditedFiles.replace(output, Output.NOTEBOOK, notebook, lines);
    Manifest.write(output, facts);
    if (whole) {
      output.markComplete();
    }
    return Manifest.describes(output);
  }

  private Manifest facts(int planned, SegmentContents recorded, List<TrialRecord> shown) {
    return manifest(asked, Manifest.readIfAny(output), by, planned, recorded, shown);
  }

  /** @param before the manifest until now */
  static Manifest manifest(
      Manifest asked, Manifest before, String by, int planned, SegmentContents recorded, List<TrialRecord> shown) {
    return asked.with(Manifest.Counts.of(planned, shown, recorded.notShown(shown)), recorded.runs(shown, before),
        new Manifest.Written(by, Instant.now().toString(), ProgramJar.commit(), ProgramJar.digest(), ProgramJar.jvm()));
  }
}
