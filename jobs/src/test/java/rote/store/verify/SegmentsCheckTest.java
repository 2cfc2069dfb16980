package rote.store.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.Fixtures.OWNER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.files.parquet.Columns;
import rote.files.parquet.ParquetRows;
import rote.harness.Fixtures;
import rote.store.Output;
import rote.store.OutputFormat;
import rote.store.OutputOwner;
import rote.store.Segments;
import rote.store.TrialColumns;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialId;
import rote.trial.TrialRecord;

class SegmentsCheckTest {
  @TempDir Path folder;
  private final Findings findings = new Findings();

  @Test
  void findsNothingInSeveralRecordsOfOneTrialThatAgree() throws IOException {
    append(OWNER, record(1, Status.FAILED, 2), record(2, Status.COMPLETED, 3));
    append(OWNER, record(1, Status.COMPLETED, 3), record(2, Status.COMPLETED, 3));
    SegmentsCheck check = check();
    assertThat(findings.lines()).isEmpty();
    assertThat(check.summary()).isEqualTo("2, with 4 records of 2 trials");
    assertThat(check.recorded().values()).extracting(record -> record.result().status()).containsOnly(Status.COMPLETED);
    assertThat(check.owner()).contains(OWNER);
  }

  @Test
  void namesWhatIsNotTheOwners() throws IOException {
    append(OWNER, record(1, Status.COMPLETED, 3));
    append(new OutputOwner("other", OWNER.dataset(), OWNER.dataDigest()), record(2, Status.COMPLETED, 3));
    check();
    assertThat(findings.lines()).anyMatch(line -> line.contains(".parquet: does not belong here: the output is of "));
  }

  @Test
  void namesBothSegmentsOfATrialCompletedWithDifferentBits() throws IOException {
    append(OWNER, record(1, Status.COMPLETED, 3));
    append(OWNER, record(1, Status.COMPLETED, 2));
    check();
    List<Path> files = Fixtures.segments(folder);
    assertThat(findings.lines()).singleElement().asString()
        .contains("was completed twice with different results", files.get(0).toString(), files.get(1).toString());
  }

  @Test
  void namesATrialWhoseSettingsAreNotThoseOfItsName() throws IOException {
    TrialRecord record = record(1, Status.COMPLETED, 3);
    append(OWNER, new TrialRecord(record.trialId(), "another", record.dataset(), Fixtures.trial(7), record.result(), 0, "h"));
    check();
    String place = Fixtures.segments(folder).get(0) + ": trial " + record.trialId();
    assertThat(findings.lines()).containsExactly(
        place + ": its settings are those of " + TrialId.of(Fixtures.trial(7), OWNER.dataDigest()),
        place + ": is of the experiment \"another\"");
  }

  @Test
  void readsOnAfterADamagedSegmentAndOneThatIsNoSegment() throws IOException {
    append(OWNER, record(1, Status.COMPLETED, 3));
    Path segments = folder.resolve(Output.SEGMENTS);
    Files.writeString(segments.resolve("0.parquet"), "damaged");
    ParquetRows.write(output().folder(), Output.SEGMENTS + "/1.parquet",
        new Columns<>("trial", TrialColumns.of(OutputFormat.CURRENT)), Map.of(), file -> {});
    assertThat(check().recorded()).hasSize(1);
    assertThat(findings.lines()).containsExactly(
        "cannot read " + segments.resolve("0.parquet") + ": java.io.IOException: too short, with 7 bytes",
        segments.resolve("1.parquet") + ": is not a segment of Rote");
  }

  private SegmentsCheck check() throws IOException {
    return new SegmentsCheck(output(), findings);
  }

  private Output output() {
    return Output.at(folder.toString());
  }

  private void append(OutputOwner owner, TrialRecord... records) throws IOException {
    new Segments(output(), owner).append(List.of(records));
  }

  private static TrialRecord record(long seed, Status status, int last) {
    Trial trial = Fixtures.trial(seed);
    return Fixtures.record(TrialId.of(trial, OWNER.dataDigest()), trial, status, Fixtures.curve(last, false), null);
  }
}
