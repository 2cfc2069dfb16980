package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.Fixtures.assertRecords;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Fixtures;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Seeds;
import rote.trial.TrialRecord;

class MemorisedExamplesTest {
  private static final MemorisedExample PLAIN =
      new MemorisedExample("all seeds", 7, 3, 5, 10, 9, 4, 1, 0.65, List.of(1, 2), null);
  private static final MemorisedExample UNKNOWN =
      new MemorisedExample("all seeds", 8, 3, 3, 14, 9, 0, 0, null, List.of(1, 2), null);
  private static final MemorisedExample PICTURED =
      new MemorisedExample("all seeds", 9, 3, 3, 10, 10, 4, 0, 1.0, List.of(1, 2), new byte[] {0, (byte) 255});

  @TempDir Path folder;

  @Test
  void givesBackWhatIsToBeShown() throws IOException {
    MemorisedExamples table = new MemorisedExamples(Output.at(folder.toString()));
    assertThat(table.read()).isEmpty();
    table.write(List.of(PLAIN, UNKNOWN, PICTURED));
    assertThat(table.read()).usingRecursiveFieldByFieldElementComparator().containsExactly(PLAIN, UNKNOWN, PICTURED);
    assertThat(Manifest.names(Output.at(folder.toString()).folder())).contains(Output.MEMORISED);
  }

  @Test
  void goesWithTheExamples() throws IOException {
    Output output = Output.at(folder.toString());
    new MemorisedExamples(output).write(List.of(PICTURED));
    new MemorisedExamples(output).write(List.of());
    assertThat(output.exists(Output.MEMORISED)).isFalse();
    new MemorisedExamples(output).write(List.of());
  }

  @Test
  void overwritingDeletesItToo() throws IOException {
    Output output = Output.at(folder.toString());
    new Segments(output, Fixtures.OWNER).append(List.of(Fixtures.completed("t1")));
    new MemorisedExamples(output).write(List.of(PICTURED));
    output.overwrite();
    assertThat(Fixtures.files(folder)).isEmpty();
  }

  @Test
  void aRecordOfTenThousandExamplesHasABitForEach() throws IOException {
    long one = segment(1);
    long hundred = segment(101);
    assertThat((hundred - one) / 100).isLessThan(1_300); // of random bits, which nothing compresses
  }

  /** How many bytes a segment has whose records hold a row of bits each. */
  private long segment(int count) throws IOException {
    Output output = Output.at(folder.resolve("of-" + count).toString());
    List<TrialRecord> records = new ArrayList<>();
    for (int seed = 0; seed < count; seed++) {
      boolean[] bits = new boolean[10_000];
      UniformRandomProvider draws = new Seeds(seed).stream("bits", 0);
      for (int e = 0; e < bits.length; e++) {
        bits[e] = draws.nextBoolean();
      }
      records.add(Fixtures.with(
          Fixtures.completed("t" + seed), List.of(ProbeItem.bits(Probe.EXAMPLE_CORRECTNESS, "right", bits))));
    }
    new Segments(output, Fixtures.OWNER).append(records);
    assertRecords(Segments.readAll(output)).isEqualTo(records);
    return Files.size(Fixtures.segments(folder.resolve("of-" + count)).get(0));
  }
}
