package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.analysis.Analysis;
import rote.experiment.file.ExperimentFile;
import rote.harness.Fixtures;
import rote.harness.Program;
import rote.jobs.progress.GroupScores;
import rote.jobs.progress.LivePage;
import rote.jobs.progress.QuietDisplay;
import rote.jobs.progress.RunState;
import rote.store.EditedFiles;
import rote.store.Output;
import rote.store.OutputOwner;
import rote.store.SegmentContents;
import rote.trial.TrialRecord;

/** The page of a run is renewed beside it: it delays nobody, its failure ends nothing, and what a person has edited is kept. */
@Timeout(60)
class LivePageTest {
  private static final OutputOwner OWNER = new OutputOwner("e", "pen-digits", "ab".repeat(32));
  private static final Map<String, Object> TREE = Map.of("name", "e", "seeds", 2);
  private static final SegmentContents NOTHING = SegmentContents.ofTables(List.of());
  private static final RunState NOW = new RunState(2, 1, 0, 1, 40, 0.5, 80, GroupScores.Shown.NONE, null);

  private final AtomicLong clock = new AtomicLong();
  private final Progress progress = new Progress(new QuietDisplay(new PrintStream(PrintStream.nullOutputStream())), clock::get);
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aPageThatCannotBeWrittenIsSaidOnceAndTriedAgain() throws Exception {
    CountDownLatch tries = new CountDownLatch(3);
    progress.knows(10, 1, null, 0);
    try (LivePage page = new LivePage(progress::state, now -> {
      tries.countDown();
      clock.addAndGet(1_000_000L);
      throw new IOException("disk full");
    }, complaints::add, clock::get)) {
      while (tries.getCount() > 0) {
        clock.addAndGet(101_000_000_000L);
        Thread.sleep(50);
      }
    }
    assertThat(complaints).containsExactly("the page cannot be renewed during the run, which goes on: disk full");
  }

  @Test
  void aSlowPageDelaysOnlyTheEnd() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch slow = new CountDownLatch(1);
    List<Integer> shown = Collections.synchronizedList(new ArrayList<>());
    progress.knows(10, 1, null, 0);
    LivePage page = new LivePage(progress::state, now -> {
      begun.countDown();
      awaitQuietly(slow);
      shown.add(now.done());
    }, complaints::add, clock::get);
    clock.addAndGet(101_000_000_000L);
    begun.await();
    TrialRecord record = Fixtures.completed("t1");
    Pack pack = Pack.empty();
    pack.add(List.of(new PlannedTrial("t1", record.trial(), 1)));
    progress.begins(List.of(pack));
    progress.finished(0, List.of(record)); // does not wait
    assertThat(progress.state().done()).isEqualTo(2);
    assertThat(shown).isEmpty();
    slow.countDown();
    page.close();
    assertThat(shown).containsExactly(1);
  }

  @Test
  void thePageSaysThatTheRunGoesOnAndTheLastOneDoesNot(@TempDir Path folder) throws IOException {
    ResultFiles results = begun(Output.at(folder.toString()), complaints);
    renew(results, 1);
    assertThat(page(folder)).contains("Still training.", "1 of 2 trials done at 20", "it ends in about 1 min 20 s, at ", "location.reload()");
    assertThat(folder.resolve(Output.TRIALS)).doesNotExist();
    assertThat(folder.resolve(Output.SUCCESS)).doesNotExist();
    renew(results, 1);
    assertThat(complaints).isEmpty();
    Files.writeString(folder.resolve(Output.REPORT), page(folder).replace("Still", "Yet"));
    renew(results, 1);
    assertThat(complaints).singleElement().asString().contains("report.html was edited: kept as ");
    assertThat(folder.resolve(Output.REPORT + EditedFiles.KEPT)).content().contains("Yet training.");
    end(results);
    assertThat(page(folder)).doesNotContain("Still training.", "location.reload()", "id=\"live\"");
  }

  @Test
  void withoutAnEstimateNoEndIsNamed() {
    RunState now = new RunState(2, 1, 0, 1, 40, 0, Double.NaN, GroupScores.Shown.NONE, null);
    assertThat(ResultFiles.live(now, Instant.EPOCH).end()).isEmpty();
    assertThat(ResultFiles.live(NOW, Instant.EPOCH).end()).isEqualTo("it ends in about 1 min 20 s, at 00:01 UTC");
  }

  @Test
  void verifySaysOfAnOutputWithAPageWhatItSaysOfAnyThatIsUnfinished(@TempDir Path folder) throws IOException {
    ResultFiles results = begun(Output.at(folder.toString()), complaints);
    Program.Ended without = Program.here("verify", folder.toString());
    assertThat(without.out()).contains("not finished (no _SUCCESS): the next run writes tables and manifest again");
    renew(results, 1);
    assertThat(Program.here("verify", folder.toString())).isEqualTo(without).matches(ended -> ended.code() == 0);
    Files.writeString(folder.resolve(Output.REPORT), "half a page");
    assertThat(Program.here("verify", folder.toString())).as("pages of unfinished outputs are not looked at").isEqualTo(without);
  }

  /** Begins an output without trials. */
  static ResultFiles begun(Output output, List<String> lines) throws IOException {
    ResultFiles results = new ResultFiles(output, "run", Fixtures.asked("e.yaml", TREE, OWNER),
        analysis -> List.of(), lines::add);
    results.begin(2, NOTHING, List.of());
    return results;
  }

  /** Renews the page. @param done what it says of how many trials are */
  static void renew(ResultFiles results, int done) throws IOException {
    results.renewPage(2, NOTHING, nothing(), NOW.with(done));
  }

  /** Writes everything, as at the end of a run. */
  static void end(ResultFiles results) throws IOException {
    results.write(2, NOTHING, nothing(), false);
  }

  private static Analysis nothing() {
    return Analysis.of(ExperimentFile.experiment("e.yaml", TREE), List.of());
  }

  private static String page(Path folder) throws IOException {
    return Files.readString(folder.resolve(Output.REPORT));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
