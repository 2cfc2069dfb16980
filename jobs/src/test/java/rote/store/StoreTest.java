package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.InputException;
import rote.experiment.Curve;
import rote.experiment.EpochRow;
import rote.experiment.LearningRate;
import rote.experiment.Setting;
import rote.experiment.Status;
import rote.experiment.Trial;
import rote.experiment.TrialResult;
import rote.network.Measure;

class StoreTest {
  private static final Owner OWNER = new Owner("experiment", "digits", "d".repeat(64));

  @TempDir Path folder;

  @Test
  void recordsComeBackBitForBit() throws IOException {
    List<TrialRecord> records = List.of(
        record("a", Status.COMPLETED, 0.1 + 0.2), record("b", Status.DIVERGED, Double.MIN_VALUE), failed("c"));
    segments().append(records);
    assertThat(Segments.readAll(output())).isEqualTo(records);
    new Tables(output()).write(records);
    assertThat(new Tables(output()).read()).isEqualTo(records);
  }

  @Test
  void completedCountsBeforeDivergedBeforeFailed() throws IOException {
    segments().append(List.of(failed("a"), failed("b"), record("c", Status.DIVERGED, 1)));
    segments().append(List.of(record("a", Status.COMPLETED, 1), record("b", Status.DIVERGED, 1), failed("c")));
    assertThat(Segments.readAll(output())).extracting(record -> record.trialId() + record.result().status())
        .containsExactlyInAnyOrder("aCOMPLETED", "bDIVERGED", "cDIVERGED");
  }

  @Test
  void twoCompletedRecordsWithOtherBitsAreAnErrorThatNamesBoth() throws IOException {
    segments().append(List.of(record("a", Status.COMPLETED, 1)));
    segments().append(List.of(record("a", Status.COMPLETED, Math.nextUp(1.0))));
    List<String> names = segmentNames();
    assertThatThrownBy(() -> Segments.readAll(output())).isInstanceOf(IOException.class)
        .hasMessageContaining("trial a was completed twice").hasMessageContaining(names.get(0))
        .hasMessageContaining(names.get(1));
  }

  @Test
  void compactionKeepsEveryRecordAndTheSegmentsOfOtherRuns() throws IOException {
    segments().append(List.of(record("other", Status.COMPLETED, 1)));
    String others = segmentNames().get(0);
    Segments mine = segments();
    for (String id : List.of("a", "b", "c")) {
      mine.append(List.of(record(id, Status.COMPLETED, 1)));
    }
    assertThat(segmentNames()).hasSize(4);
    mine.compact();
    assertThat(segmentNames()).hasSize(2).contains(others);
    assertThat(Segments.readAll(output())).extracting(TrialRecord::trialId).containsExactlyInAnyOrder("other", "a", "b", "c");
  }

  @Test
  void aTruncatedSegmentIsNamed() throws IOException {
    segments().append(List.of(record("a", Status.COMPLETED, 1)));
    Path segment = folder.resolve("segments").resolve(segmentNames().get(0));
    Files.write(segment, java.util.Arrays.copyOf(Files.readAllBytes(segment), 200));
    assertThatThrownBy(() -> Segments.readAll(output())).isInstanceOf(IOException.class).hasMessageContaining(segment.toString());
  }

  @Test
  void whatAKilledRunLeftHalfWrittenIsIgnored() throws IOException {
    segments().append(List.of(record("a", Status.COMPLETED, 1)));
    Files.writeString(folder.resolve("segments/.x-000001.parquet.part"), "half");
    Files.writeString(folder.resolve("segments/.x-000002.parquet"), "half");
    assertThat(Segments.readAll(output())).hasSize(1);
    output().check(OWNER);
  }

  @Test
  void anothersOutputIsRefusedWithTheDifference() throws IOException {
    segments().append(List.of(record("a", Status.COMPLETED, 1)));
    List<String> before = all();
    assertThatThrownBy(() -> output().check(new Owner("mine", "digits", "d".repeat(64))))
        .isInstanceOf(InputException.class).hasMessageContaining("experiment \"experiment\", not \"mine\"");
    assertThatThrownBy(() -> output().check(new Owner("experiment", "mnist", "e".repeat(64))))
        .isInstanceOf(InputException.class).hasMessageContaining("data digits (dddddddddddd), not mnist (eeeeeeeeeeee)");
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void aFolderThatHoldsOtherThingsIsRefused() throws IOException {
    Files.writeString(folder.resolve("thesis.tex"), "years of work");
    assertThatThrownBy(() -> output().check(OWNER)).isInstanceOf(InputException.class).hasMessageContaining("thesis.tex");
    assertThatThrownBy(() -> output().overwrite()).isInstanceOf(InputException.class).hasMessageContaining("thesis.tex");
    assertThat(all()).containsExactly("thesis.tex");
  }

  @Test
  @SuppressWarnings("try") // the lock is held, not used
  void aSecondRunOnThisMachineIsRefused() throws IOException {
    try (Closeable first = output().lock()) {
      assertThatThrownBy(() -> output().lock()).isInstanceOf(InputException.class).hasMessageContaining(folder.toString());
    }
    output().lock().close();
  }

  @Test
  void noChecksumFilesAreLeft() throws IOException {
    segments().append(List.of(record("a", Status.COMPLETED, 1)));
    new Tables(output()).write(List.of(record("a", Status.COMPLETED, 1)));
    output().markComplete();
    assertThat(all()).noneMatch(name -> name.endsWith(".crc")).contains("_SUCCESS", "trials/trials.parquet");
  }

  private Output output() {
    return Output.at(folder.toString());
  }

  private Segments segments() {
    return new Segments(output(), OWNER);
  }

  private List<String> segmentNames() throws IOException {
    return all().stream().filter(name -> name.startsWith("segments/")).map(name -> name.substring(9)).toList();
  }

  private List<String> all() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }

  private static TrialRecord failed(String id) {
    TrialResult result = new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, "java.lang.Error: no\n\tat here");
    return new TrialRecord(id, "experiment", "digits", Trial.initial(1).with(Setting.HIDDEN, List.of()), result, 3, "host");
  }

  private static TrialRecord record(String id, Status status, double cost) {
    List<EpochRow> rows = new ArrayList<>();
    for (int e = 0; e < 3; e++) {
      rows.add(new EpochRow(e, new Measure(cost, 0.3 * e), e == 9 ? null : new Measure(cost / 3, 1 / 3.0),
          new Measure(cost * 7, -0.0), 0.1 * e));
    }
    Trial trial = Trial.initial(Long.MAX_VALUE).with(Setting.LEARNING_RATE, new LearningRate(0.1f, 0.7f))
        .with(Setting.TRAINING_EXAMPLES, 12).with(Setting.STOP_AT_TRAINING_ACCURACY, 0.3f);
    return new TrialRecord(id, "experiment", "digits", trial, new TrialResult(status, new Curve(rows), 0.9, 1.5, null), 0, "h");
  }
}
