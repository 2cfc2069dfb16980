package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.Fixtures.OWNER;
import static rote.harness.Fixtures.assertRecords;
import static rote.harness.Fixtures.completed;
import static rote.harness.Fixtures.diverged;
import static rote.harness.Fixtures.failed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.files.FileSystems;
import rote.files.Folder;
import rote.files.Place;
import rote.files.Sha256;
import rote.harness.Fixtures;
import rote.harness.SteppedFolder;
import rote.trial.TrialRecord;

/** A run that extends a complete output, seen by readers and ended by death at every step of every change it makes. */
class DeathTest {
  private static final FileSystems SYSTEMS = new FileSystems();
  private static final List<TrialRecord> EARLIER = List.of(completed("t1"), failed("t2"));
  private static final List<TrialRecord> PLAN = List.of(completed("t1"), diverged("t3"), failed("t2"), completed("t4"));

  @TempDir Path folder;

  private final List<TrialRecord> stored = new ArrayList<>(); // by calls that have returned

  @Test
  void theRunThatFollowsDeathHasEveryTrialOnceAndWholeTables() throws IOException {
    int fatal = 0;
    while (diesAt(fatal, place(fatal))) {
      assertRecords(Segments.readAll(output(fatal))).containsAll(stored);
      assertReadersSeeWholeThings(output(fatal));
      run(output(fatal), PLAN);
      assertWhole(output(fatal), PLAN);
      fatal++;
    }
    assertWhole(output(fatal), PLAN);
    assertThat(fatal).as("steps of a run").isEqualTo(30);
  }

  @Test
  void readersSeeWholeThingsAtEveryStep() throws IOException {
    run(output(0), EARLIER);
    Output reader = output(0);
    run(stepped(place(0), () -> assertReadersSeeWholeThings(reader)), PLAN);
    assertWhole(reader, PLAN);
  }

  private boolean diesAt(int fatal, Path place) throws IOException {
    stored.clear();
    copyEarlier(place);
    AtomicInteger steps = new AtomicInteger();
    try {
      run(stepped(place, () -> {
        if (steps.getAndIncrement() == fatal) {
          throw new SteppedFolder.Death();
        }
      }), PLAN);
      return false;
    } catch (SteppedFolder.Death e) {
      return true;
    }
  }

  /** The output of a run of its own would take most of the time of this test. */
  private void copyEarlier(Path place) throws IOException {
    Path earlier = folder.resolve("earlier");
    if (!Files.exists(earlier)) {
      run(Output.at(earlier.toString(), SYSTEMS), EARLIER);
    }
    for (String name : Fixtures.files(earlier)) {
      Path copy = place.resolve(name);
      Files.createDirectories(copy.getParent());
      Files.copy(earlier.resolve(name), copy);
    }
  }

  /** All that a run writes, in its order. */
  private void run(Output output, List<TrialRecord> plan) throws IOException {
    output.check(OWNER);
    Segments segments = new Segments(output, OWNER);
    List<String> recorded = segments.readAll().stream().map(TrialRecord::trialId).toList();
    output.markIncomplete();
    for (TrialRecord record : plan) {
      if (!recorded.contains(record.trialId())) {
        segments.append(List.of(record));
        stored.add(record);
      }
    }
    segments.compact();
    Map<String, TrialRecord> records =
        segments.readAll().stream().collect(Collectors.toMap(TrialRecord::trialId, record -> record));
    output.markIncomplete();
    new Tables(output).write(plan.stream().map(TrialRecord::trialId).map(records::get).toList());
    output.writeText(Output.REPORT, "of " + plan.size());
    Manifest.write(output, Manifest.asked("of " + plan.size(), null, null, null));
    output.markComplete();
  }

  /** Between two steps tables may be of two moments, which is told; a marked output is whole. */
  private void assertReadersSeeWholeThings(Output output) {
    try {
      assertRecords(Segments.readAll(output)).containsAll(EARLIER);
      if (output.isComplete()) {
        assertWhole(output, new Tables(output).read().size() == PLAN.size() ? PLAN : EARLIER);
      } else {
        assertRecords(tables(output)).isIn(List.of(), EARLIER, PLAN);
      }
      assertThat(output.readText(Output.REPORT)).isIn("of 2", "of 4");
      assertThat(Manifest.read(output).file()).isIn("of 2", "of 4");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<TrialRecord> tables(Output output) {
    try {
      return new Tables(output).read();
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("does not fit");
      return List.of();
    }
  }

  private static void assertWhole(Output output, List<TrialRecord> plan) throws IOException {
    assertThat(output.isComplete()).isTrue();
    assertRecords(Segments.readAll(output)).containsExactlyInAnyOrderElementsOf(plan);
    assertRecords(new Tables(output).read()).isEqualTo(plan);
    List<Manifest.Content> files = Manifest.read(output).files();
    assertThat(files).hasSize(3 + Segments.names(output.folder()).size());
    for (Manifest.Content file : files) {
      byte[] content = Files.readAllBytes(Path.of(output.path(file.path())));
      assertThat(file.sha256()).as(file.toString()).isEqualTo(Sha256.hex(Sha256.digest().digest(content)));
    }
  }

  private Path place(int number) {
    return folder.resolve("out" + number);
  }

  private Output output(int number) {
    return Output.at(place(number).toString(), SYSTEMS);
  }

  private static Output stepped(Path place, Runnable step) {
    return new Output(new SteppedFolder(Folder.at(Place.of(place.toString()), SYSTEMS), step));
  }
}
