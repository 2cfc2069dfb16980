package rote.jobs;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import rote.analysis.Analysis;
import rote.analysis.PageFacts;
import rote.jobs.progress.ProgressWords;
import rote.jobs.progress.RunState;
import rote.jobs.start.Interruption;
import rote.jobs.start.ProgramJar;
import rote.report.notebook.Notebook;
import rote.report.page.LiveRun;
import rote.report.page.Page;
import rote.report.pictures.Picture;
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
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Writes the manifest at the start of training, so that the output can be looked at before the end. */
  void begin(int planned, SegmentContents recorded, List<TrialRecord> shown) throws IOException {
    output.markIncomplete();
    Manifest.begin(output, facts(planned, recorded, shown));
    Thread fonts = new Thread(Picture::canBeDrawn, "rote-fonts"); // the notebook needs them, and finding them takes a while
    fonts.setDaemon(true);
    fonts.start();
  }

  /**
   * Renews the page alone, while a run goes on. The other files are written at its end.
   *
   * @param now how far the run is
   */
  void renewPage(int planned, SegmentContents recorded, Analysis analysis, RunState now) throws IOException {
    PageFacts page = ManifestFacts.of(facts(planned, recorded, analysis.records()));
    String html = Page.html(analysis, page, List.of(), live(now, Instant.now())) + TextSeal.OF_PAGE;
    Interruption.undisturbed(() -> {
      EditedFiles.replace(output, Output.REPORT, html, lines);
      return null;
    });
  }

  static LiveRun live(RunState now, Instant at) {
    String end = Double.isNaN(now.secondsLeft()) ? "" : "it ends in about " + ProgressWords.duration(now.secondsLeft()) + ", at "
        + CLOCK.format(at.plusMillis(Math.round(1000 * now.secondsLeft())));
    return new LiveRun(DAY.format(at), ProgressWords.done(now), end);
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
    CompletableFuture<String> drawn = CompletableFuture.supplyAsync(() -> Notebook.ipynb(analysis, page),
        task -> new Thread(task, "rote-notebook").start()); // beside the page
    String html = Page.html(analysis, page, pictured) + TextSeal.OF_PAGE;
    String notebook = result(drawn);
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

  /** Waits for it, and throws what it threw. */
  private static String result(CompletableFuture<String> making) {
    try {
      return making.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
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
