package rote.store.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.Fixtures.completed;
import static rote.harness.Fixtures.diverged;
import static rote.harness.Fixtures.failed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Fixtures;
import rote.network.Measure;
import rote.store.Output;
import rote.store.OutputFormat;
import rote.store.Tables;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.TrialRecord;

class TablesCheckTest {
  private static final List<TrialRecord> RECORDS = List.of(completed("t9"), diverged("t5"), failed("t7"));

  @TempDir Path folder;
  private final Findings findings = new Findings();

  @Test
  void findsNothingInTheTablesOfTheRecordsNorInThoseOfSome() throws IOException {
    write(RECORDS);
    TablesCheck check = check(RECORDS);
    assertThat(check.trials()).containsExactly("t9", "t5", "t7");
    assertThat(check.summary()).isEqualTo("3 rows of trials, 6 of curves");
    write(RECORDS.subList(1, 3));
    check(RECORDS);
    assertThat(findings.lines()).isEmpty();
  }

  @Test
  void namesTheFirstColumnThatIsNotTheRecords() throws IOException {
    write(List.of(completed("t9"), Fixtures.record("t5", diverged("t5").trial().with(Setting.HIDDEN, List.of(3)),
        Status.DIVERGED, diverged("t5").result().curve(), null)));
    check(RECORDS);
    assertThat(findings.lines()).singleElement().asString()
        .startsWith(path(Output.TRIALS) + ": trial t5: hidden is list element: 3, in the segments ");
  }

  @Test
  void namesTheFirstEpochThatIsNotTheRecordsOnce() throws IOException {
    Measure next = new Measure(Math.nextUp(1.0 / 3), 0.25);
    List<EpochRow> rows = completed("t9").result().curve().rows().stream()
        .map(row -> new EpochRow(row.epoch(), next, row.validation(), row.test(), row.seconds())).toList();
    write(List.of(Fixtures.record("t9", completed("t9").trial(), Status.COMPLETED, new Curve(rows), null)));
    check(RECORDS);
    assertThat(findings.lines().stream().filter(line -> line.startsWith(path(Output.CURVES)))).containsExactly(
        path(Output.CURVES) + ": trial t9: training_cost is 0.33333333333333337, in the segments 0.3333333333333333");
  }

  @Test
  void namesWhatIsThereTwiceTooManyOrTooFew() throws IOException {
    write(List.of(completed("t9"), completed("t9"), diverged("t8")));
    check(RECORDS);
    assertThat(findings.lines()).containsExactly(path(Output.TRIALS) + ": trial t9 has two rows",
        path(Output.TRIALS) + ": 1 of the trials have no record in a segment that can be read: t8",
        path(Output.CURVES) + ": trial t9: has more than the 4 rows of its record");
  }

  @Test
  void namesProbesThatAreNotTheRecords() throws IOException {
    List<TrialRecord> probed = List.of(Fixtures.probed(completed("t9"), 0.5f), diverged("t5"));
    write(probed);
    assertThat(check(probed).summary()).isEqualTo("2 rows of trials, 6 of curves, 2 of probes");
    assertThat(findings.lines()).isEmpty();
    check(List.of(Fixtures.probed(completed("t9"), 0.75f), diverged("t5")));
    assertThat(findings.lines()).containsExactly(path(Output.PROBES)
        + ": trial t9: numbers is list element: 0.5, in the segments list element: 0.75");
    write(List.of(completed("t9"), diverged("t5")));
    check(probed);
    assertThat(findings.lines()).hasSize(3).contains(path(Output.TRIALS) + ": trial t9: probe_items is 0, in the segments 2",
        path(Output.PROBES) + ": is missing");
  }

  /** Neither byte is a character in UTF-8: as texts they were the same. */
  @Test
  void namesBitsThatAreNotTheRecords() throws IOException {
    write(List.of(withBits(0xff)));
    check(List.of(withBits(0xff)));
    assertThat(findings.lines()).isEmpty();
    check(List.of(withBits(0xfe)));
    assertThat(findings.lines()).containsExactly(path(Output.PROBES) + ": trial t9: bits is ff, in the segments fe");
  }

  private static TrialRecord withBits(int bits) {
    return Fixtures.with(completed("t9"),
        List.of(new ProbeItem(Probe.EXAMPLE_CORRECTNESS, "right", List.of(8), new float[0], new byte[] {(byte) bits})));
  }

  @Test
  void namesATableThatIsMissingDamagedOrAnother() throws IOException {
    write(RECORDS);
    Files.copy(folder.resolve(Output.CURVES), Files.createDirectory(folder.resolve("other")).resolve("curves.parquet"));
    Files.delete(folder.resolve(Output.CURVES));
    check(RECORDS);
    assertThat(findings.lines()).containsExactly(path(Output.CURVES) + ": is missing");
    Files.move(folder.resolve("other/curves.parquet"), folder.resolve(Output.TRIALS),
        StandardCopyOption.REPLACE_EXISTING);
    check(RECORDS);
    assertThat(findings.lines()).contains(path(Output.TRIALS) + ": trial t9: experiment is missing, in the segments "
        + RECORDS.get(0).experiment());
  }

  private void write(List<TrialRecord> records) throws IOException {
    new Tables(Output.at(folder.toString())).write(records);
  }

  private TablesCheck check(List<TrialRecord> records) throws IOException {
    Map<String, TrialRecord> recorded = new LinkedHashMap<>();
    records.forEach(record -> recorded.put(record.trialId(), record));
    return new TablesCheck(Output.at(folder.toString()), recorded, findings, OutputFormat.CURRENT);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
