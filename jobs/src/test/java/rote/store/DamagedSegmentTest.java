package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static rote.harness.Fixtures.assertRecords;
import static rote.harness.Fixtures.completed;
import static rote.harness.Fixtures.diverged;
import static rote.harness.Fixtures.failed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import rote.harness.DamagedRead;
import rote.harness.Fixtures;
import rote.harness.Mutation;
import rote.trial.TrialRecord;

/** A segment of which any bit is not as it was written is refused, before anything in it is believed. */
class DamagedSegmentTest {
  private static final List<TrialRecord> RECORDS = List.of(completed("t1"), diverged("t2"), failed("t3"));
  private static final Path FOLDER = folder();
  private static final Output OUTPUT = Output.at(FOLDER.toString());
  private static final Path SEGMENT = segment();
  private static final byte[] WHOLE = bytes();
  private static final long BUFFERS = 600_000; // of opening and hashing, whatever the file's size

  @Property(tries = 2_500, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void isRefused(@ForAll("mutations") List<Mutation> mutations) throws Exception {
    refusedUnlessWhole(Mutation.all(mutations, WHOLE));
  }

  @Example
  void isRefusedIfAnyByteIsChanged() throws Exception {
    for (int at = 0; at < WHOLE.length; at++) {
      byte[] file = WHOLE.clone();
      file[at] ^= (byte) (1 << at % 8);
      refusedUnlessWhole(file);
    }
  }

  private static void refusedUnlessWhole(byte[] file) throws Exception {
    boolean whole = Arrays.equals(file, WHOLE);
    Files.write(SEGMENT, file);
    long mostBytes = whole ? Long.MAX_VALUE : BUFFERS;
    Optional<List<TrialRecord>> records =
        DamagedRead.of(SEGMENT.toString(), IOException.class, mostBytes, () -> Segments.readAll(OUTPUT));
    Optional<Optional<OutputOwner>> owner =
        DamagedRead.of(SEGMENT.toString(), IOException.class, mostBytes, OUTPUT::owner);
    assertThat(records.isPresent()).isEqualTo(whole);
    records.ifPresent(read -> assertRecords(read).isEqualTo(RECORDS));
    assertThat(owner).isEqualTo(whole ? Optional.of(Optional.of(Fixtures.OWNER)) : Optional.empty());
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Mutation.some();
  }

  @AfterContainer
  static void clean() throws IOException {
    OUTPUT.overwrite();
    Files.delete(FOLDER);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("rote-damaged");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path segment() {
    try {
      new Segments(OUTPUT, Fixtures.OWNER).append(RECORDS);
      assertRecords(Segments.readAll(OUTPUT)).isEqualTo(RECORDS); // and all classes are loaded before memory is measured
      return Fixtures.segments(FOLDER).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes() {
    try {
      return Files.readAllBytes(SEGMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
