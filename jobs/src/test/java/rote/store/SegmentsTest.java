package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static rote.harness.Fixtures.OWNER;
import static rote.harness.Fixtures.assertRecords;
import static rote.harness.Fixtures.completed;
import static rote.harness.Fixtures.diverged;
import static rote.harness.Fixtures.failed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.files.parquet.Column;
import rote.files.parquet.Columns;
import rote.files.parquet.ParquetRows;
import rote.harness.Fixtures;
import rote.network.Measure;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.ProbeItem;
import rote.trial.Status;
import rote.trial.TrialRecord;

class SegmentsTest {
  @TempDir
  Path folder;

  private Output output;
  private Segments segments;

  @BeforeEach
  void open() {
    output = Output.at(folder.toString());
    segments = new Segments(output, OWNER);
  }

  @Test
  void givesBackTheSameRecords() throws IOException {
    List<TrialRecord> records = List.of(completed("t1"), diverged("t2"), failed("t3"));
    segments.append(records);
    assertRecords(segments.readAll()).isEqualTo(records);
  }

  @Test
  void keepsBitsThatDecimalsLose() throws IOException {
    Measure odd = new Measure(Double.NaN, -0.0);
    Measure extreme = new Measure(Double.MIN_VALUE, Math.nextUp(1.0));
    Curve curve = new Curve(List.of(new EpochRow(0, odd, extreme, new Measure(Double.MAX_VALUE, 0.0), -0.0)));
    TrialRecord record = Fixtures.record("t1", Fixtures.trial(Long.MIN_VALUE), Status.COMPLETED, curve, null);
    segments.append(List.of(record));
    assertRecords(segments.readAll()).containsExactly(record);
  }

  @Test
  void writesOnlyWholeSegmentsAndNothingElse() throws IOException {
    segments.append(List.of());
    assertThat(Fixtures.files(folder)).isEmpty();
    segments.append(List.of(completed("t1")));
    segments.append(List.of(completed("t2")));
    assertThat(Fixtures.files(folder)).satisfiesExactly(
        name -> assertThat(name).matches("segments/[0-9a-f-]{36}-000000\\.parquet"),
        name -> assertThat(name).matches("segments/[0-9a-f-]{36}-000001\\.parquet"));
  }

  @Test
  void prefersCompletedToDivergedToFailed() throws IOException {
    segments.append(List.of(failed("t1"), failed("t2"), completed("t3")));
    new Segments(output, OWNER).append(List.of(diverged("t1"), completed("t2"), failed("t3")));
    assertRecords(segments.readAll()).containsExactlyInAnyOrder(diverged("t1"), completed("t2"), completed("t3"));
  }

  @Test
  void prefersTheFirstSegmentByNameAmongEquals() throws IOException {
    segments.append(List.of(failed("t1")));
    TrialRecord later = new TrialRecord("t1", OWNER.experiment(), OWNER.dataset(), failed("t1").trial(),
        failed("t1").result(), 7, "host-2");
    segments.append(List.of(later));
    assertRecords(segments.readAll()).containsExactly(failed("t1"));
  }

  @Test
  void keepsWhatEachRunSaysOfItselfThroughMergingAndAfterARunThatTrainsNothing() throws IOException {
    AtomicInteger seconds = new AtomicInteger();
    Segments first = new Segments(output, OWNER, () -> run("a", "2026-01-01", seconds.incrementAndGet()));
    first.append(List.of(completed("t1")));
    first.append(List.of(completed("t2"), failed("t3")));
    first.compact();
    new Segments(output, OWNER, () -> run("b", "2026-01-02", 1)).append(List.of(diverged("t3")));
    new Segments(output, OWNER, () -> run("c", "2026-01-03", 1)).append(List.of());
    segments.append(List.of(completed("t4")));
    SegmentContents recorded = Segments.recorded(output);
    assertThat(recorded.runs(recorded.records(), Manifest.NONE))
        .extracting(TrainingRun::gitCommit, TrainingRun::started, TrainingRun::seconds, TrainingRun::trials)
        .containsExactly(tuple(null, null, null, 1), tuple("a", "2026-01-01", 3.0, 2), tuple("b", "2026-01-02", 1.0, 1));
    assertThat(recorded.runs(List.of(diverged("t3")), Manifest.NONE)).extracting(TrainingRun::trials).containsExactly(0, 0, 1);
  }

  private static TrainingRun run(String commit, String started, double seconds) {
    return new TrainingRun(null, null, "vector", commit, null, "J17", "4.1.0", started, seconds, null);
  }

  @Test
  void namesTheRunThatAddedProbesToATrialThatWasRecordedWithoutThem() throws IOException {
    segments.append(List.of(completed("t1"), completed("t2")));
    List<String> before = Segments.names(output.folder());
    new Segments(output, OWNER).append(List.of(Fixtures.probed(completed("t1"), 0.5f), completed("t2")));
    List<String> added = Segments.names(output.folder()).stream().filter(name -> !before.contains(name)).toList();
    SegmentContents recorded = Segments.recorded(output);
    assertThat(recorded.runsOf().get("t1")).contains(TrainingRun.id(added.get(0)));
    assertThat(recorded.runsOf().get("t2")).hasSize(1);
  }

  @Test
  void tellsWhetherAnyRunHasWrittenSinceTheLastReading() throws IOException {
    segments.append(List.of(completed("t1")));
    segments.append(List.of(completed("t2")));
    assertThat(segments.areAsRead()).isFalse();
    segments.readAll();
    assertThat(segments.areAsRead()).isTrue();
    new Segments(output, OWNER).append(List.of(completed("t1")));
    assertThat(segments.areAsRead()).isFalse();
    segments.readAll();
    segments.compact();
    assertThat(segments.areAsRead()).isFalse();
  }

  @Test
  void takesEqualResultsOfDifferentDurationForTheSame() throws IOException {
    TrialRecord record = completed("t1");
    List<EpochRow> slower = record.result().curve().rows().stream()
        .map(row -> new EpochRow(row.epoch(), row.training(), row.validation(), row.test(), row.seconds() + 1))
        .toList();
    segments.append(List.of(record));
    segments.append(List.of(Fixtures.record("t1", record.trial(), Status.COMPLETED, new Curve(slower), null)));
    assertRecords(segments.readAll()).containsExactly(record);
  }

  @Test
  void namesBothSegmentsOfOneTrialCompletedWithDifferentBits() throws IOException {
    segments.append(List.of(completed("t1")));
    segments.append(List.of(
        Fixtures.record("t1", Fixtures.trial(1), Status.COMPLETED, Fixtures.curve(2, false), null)));
    List<Path> files = Fixtures.segments(folder);
    assertThatThrownBy(segments::readAll).isInstanceOf(IOException.class)
        .hasMessageContaining("trial t1").hasMessageContainingAll(files.get(0).toString(), files.get(1).toString());
  }

  @Test
  void joinsTheProbesOfTwoTrainings() throws IOException {
    TrialRecord both = Fixtures.probed(completed("t1"), 0.5f);
    List<ProbeItem> items = both.result().probes();
    segments.append(List.of(Fixtures.with(both, items.subList(1, 2)), completed("t2")));
    segments.append(List.of(Fixtures.with(both, items.subList(0, 1)), Fixtures.probed(completed("t2"), 0.5f)));
    segments.append(List.of(completed("t1"), completed("t2")));
    assertRecords(segments.readAll()).containsExactly(both, Fixtures.probed(completed("t2"), 0.5f));
    segments.append(List.of(Fixtures.probed(completed("t1"), 0.75f)));
    assertThatThrownBy(segments::readAll).isInstanceOf(IOException.class).hasMessageContaining("trial t1");
  }

  @Test
  void readsSegmentsFromATimeBeforeProbes() throws IOException {
    segments.append(List.of(completed("t1")));
    String now = "segments/" + Fixtures.segments(folder).get(0).getFileName();
    List<Column<TrialRecord>> all = Segments.columns();
    assertThat(all.get(all.size() - 1).name()).isEqualTo("probes");
    Columns<TrialRecord> old = new Columns<>("segment", all.subList(0, all.size() - 1));
    ParquetRows.write(output.folder(), now, old, OWNER.metadata(), file -> file.accept(old.row(completed("t1"))));
    assertRecords(segments.readAll()).containsExactly(completed("t1"));
  }

  @Test
  void ignoresWhatAKilledRunLeftUnfinished() throws IOException {
    segments.append(List.of(completed("t1")));
    Path left = Files.writeString(folder.resolve("segments/.x-000007.parquet.tmp"), "half");
    Files.writeString(folder.resolve("segments/_x.parquet"), "half");
    Files.writeString(folder.resolve("segments/.x.parquet"), "half");
    segments.append(List.of(completed("t2")));
    segments.compact();
    assertRecords(segments.readAll()).containsExactly(completed("t1"), completed("t2"));
    assertThat(left).exists();
  }

  @Test
  void namesTheTruncatedSegment() throws IOException {
    segments.append(List.of(completed("t1")));
    Path file = Fixtures.segments(folder).get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 3, 4, 11, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(segments::readAll).isInstanceOf(IOException.class).hasMessageContaining(file.toString());
      assertThatThrownBy(() -> output.check(OWNER)).isInstanceOf(IOException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void noticesAChangedBitOfTheRows() throws IOException {
    segments.append(List.of(completed("t1")));
    Path file = Fixtures.segments(folder).get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 50; at < 600; at += 25) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 1;
      Files.write(file, flipped);
      assertThatThrownBy(segments::readAll).isInstanceOf(IOException.class).hasMessageContaining(file.toString());
    }
  }

  @Test
  void compactsItsOwnSegmentsAndLeavesThoseOfOthers() throws IOException {
    Segments other = new Segments(output, OWNER);
    other.append(List.of(completed("o1")));
    other.append(List.of(completed("o2")));
    List<Path> others = Fixtures.segments(folder);
    for (String id : List.of("t1", "t2", "t3")) {
      segments.append(List.of(completed(id)));
    }
    segments.append(List.of(diverged("t4"), failed("t5")));
    List<TrialRecord> before = segments.readAll();
    segments.compact();
    assertRecords(segments.readAll()).containsExactlyInAnyOrderElementsOf(before).hasSize(7);
    assertThat(Fixtures.segments(folder)).hasSize(3).containsAll(others);
    assertThat(output.owner()).contains(OWNER);
  }

  @Test
  void compactsAgainWhatItHasCompacted() throws IOException {
    for (int s = 0; s < 6; s++) {
      segments.append(List.of(completed("t" + s)));
      segments.compact();
    }
    assertThat(Fixtures.segments(folder)).hasSize(1);
    assertRecords(segments.readAll()).hasSize(6);
  }

  @Test
  void losesNothingWhenDeathInterruptsACompaction() throws IOException {
    segments.append(List.of(completed("t1")));
    segments.append(List.of(failed("t2")));
    Path small = Fixtures.segments(folder).get(0);
    byte[] rows = Files.readAllBytes(small);
    segments.compact();
    Files.write(small, rows);
    assertRecords(segments.readAll()).containsExactly(completed("t1"), failed("t2"));
  }

  @Test
  void leavesNothingBehindWhenWritingFails() {
    TrialRecord broken = new TrialRecord("t1", "e", null, Fixtures.trial(1), completed("t1").result(), 0, "h");
    assertThatThrownBy(() -> segments.append(List.of(completed("t0"), broken))).isInstanceOf(IOException.class)
        .hasMessageContaining(folder.resolve("segments").toString());
    assertThat(folder.resolve("segments")).isEmptyDirectory();
  }
}
