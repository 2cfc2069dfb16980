package rote.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import rote.store.Manifest;
import rote.store.Output;
import rote.store.OutputOwner;
import rote.store.Segments;
import rote.store.Tables;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** Damages the files of an output in ways that {@code rote verify} has to name. */
public record DamagedOutput(Path folder) {
  public List<TrialRecord> records() throws IOException {
    return new Tables(Output.at(folder.toString())).read();
  }

  /** The record's result with other rows. */
  public static TrialResult result(TrialRecord record, List<EpochRow> rows) {
    TrialResult result = record.result();
    return new TrialResult(result.status(), new Curve(rows), result.changedLabels(), result.seconds(), result.error());
  }

  /** Replaces a record in all files, so that they agree. */
  public void rewrite(TrialRecord before, TrialRecord after) throws IOException {
    Output output = Output.at(folder.toString());
    OutputOwner owner = output.owner().orElseThrow();
    Manifest manifest = Manifest.read(output);
    List<TrialRecord> records = records().stream().map(record -> record.trialId().equals(before.trialId()) ? after : record).toList();
    Files.delete(segment());
    new Segments(output, owner).append(records);
    new Tables(output).write(records);
    Manifest.write(output, manifest);
  }

  /** The only one. */
  public Path segment() throws IOException {
    try (Stream<Path> segments = Files.list(folder.resolve(Output.SEGMENTS))) {
      return segments.toList().get(0);
    }
  }

  public Path manifest() {
    return folder.resolve(Output.MANIFEST);
  }

  /** A file that is gone, for another to take its place. */
  public Path replaced(String name) throws IOException {
    Files.delete(folder.resolve(name));
    return folder.resolve(name);
  }

  /** Flips one bit. */
  public static void flip(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[300] ^= 16;
    Files.write(file, content);
  }

  /** Replaces words of the manifest, which must be there. */
  public void edit(String from, String to) throws IOException {
    String text = Files.readString(manifest());
    assertThat(text).contains(from);
    Files.writeString(manifest(), text.replace(from, to));
  }
}
