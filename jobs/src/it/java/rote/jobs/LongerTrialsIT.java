package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.harness.Bits;
import rote.harness.Requests;
import rote.harness.Verified;
import rote.store.Output;
import rote.store.Segments;
import rote.trial.Setting;
import rote.trial.TrialRecord;

/** Runs that keep states, and later runs on the same output whose longer trials go on from them. */
@Tag("machines")
class LongerTrialsIT {
  private static final String YAML = """
      name: longer
      data: {training-examples: 200}
      trial: {epochs: 3, cost: cross-entropy, learning-rate: {start: 0.1, decay: 0.9}}
      grid: {label-corruption: [0, 1], hidden: [[8], [16, 8]], momentum: [0, 0.5]}
      seeds: 2
      """;

  @TempDir Path folder;

  @Test
  void longerTrialsGoOnFromKeptOnesToTheSameBits() throws IOException {
    assertThat(run("out", "keep-state=true")).startsWith("16 trials planned, 0 recorded, 16 to train\n");
    List<TrialRecord> first = recorded("out");
    assertThat(states("out")).hasSize(16);
    assertThat(run("out", "trial.epochs=6", "keep-state=true"))
        .startsWith("16 trials planned, 0 recorded, 16 to train, 16 of them from a kept state\n")
        .doesNotContain("cannot be used");
    List<TrialRecord> both = recorded("out");
    assertThat(Bits.of(both.stream().filter(record -> record.trial().get(Setting.EPOCHS) == 3).toList())).isEqualTo(Bits.of(first));
    run("anew", "trial.epochs=6");
    assertThat(states("anew")).isEmpty();
    assertThat(Bits.of(both.stream().filter(record -> record.trial().get(Setting.EPOCHS) == 6).toList()))
        .isEqualTo(Bits.of(recorded("anew")));
    assertThat(states("out")).hasSize(32);
    Verified.demand(folder.resolve("out").toString(), "", Map.of());
  }

  @Test
  void aStateThatIsDamagedOrGoneCostsALineAndNothingElse() throws IOException {
    run("out", "keep-state=true");
    List<Path> states = states("out");
    Files.delete(states.get(0));
    byte[] bytes = Files.readAllBytes(states.get(1));
    bytes[100] ^= 1;
    Files.write(states.get(1), bytes);
    String said = run("out", "trial.epochs=5");
    assertThat(said).contains("16 to train, 15 of them from a kept state")
        .contains(states.get(1).getFileName() + " cannot be used: damaged: its bytes are not those of the SHA-256 at its end;"
            + " longer trials are trained from the beginning\n");
    run("anew", "trial.epochs=5");
    assertThat(Bits.of(recorded("out").stream().filter(record -> record.trial().get(Setting.EPOCHS) == 5).toList()))
        .isEqualTo(Bits.of(recorded("anew")));
  }

  @Test
  void aPlanSaysWhatIsKept() throws IOException {
    assertThat(request("none", "keep-state=true", "grid={momentum: [0]}", "trial.hidden=[8]").plan().keptBytes())
        .contains("keep-state: 25,480 bytes per trial, 50,960 in all"); // 784 x 8 + 8 + 8 x 10 + 10 floats
    assertThat(request("none", "keep-state=true").plan().keptBytes()).get().asString().contains("bytes per trial at most");
    assertThat(request("none").plan().keptBytes()).isEmpty();
  }

  @Test
  void aProbeThatIsAskedForLaterNeedsNoTrainingOfKeptTrials() throws IOException {
    run("out", "keep-state=true");
    assertThat(run("out", "keep-state=true", "probes=[critical-sample-ratio]")).contains("16 of them again, for their probes, 16 of them from a kept state\n");
    run("anew", "probes=[critical-sample-ratio]");
    assertThat(Bits.of(recorded("out"))).isEqualTo(Bits.of(recorded("anew")));
  }

  private List<Path> states(String out) throws IOException {
    Path kept = folder.resolve(out).resolve("states");
    if (!Files.exists(kept)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(kept)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }

  private List<TrialRecord> recorded(String out) throws IOException {
    return Segments.readAll(Output.at(folder.resolve(out).toString()));
  }

  private String run(String out, String... changes) throws IOException {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    new SweepJob(request(out, changes), new PrintStream(messages, true, StandardCharsets.UTF_8)).run();
    return messages.toString(StandardCharsets.UTF_8);
  }

  private SweepRequest request(String out, String... changes) throws IOException {
    String file = Files.writeString(folder.resolve("longer.yaml"), YAML).toString();
    return Requests.of(file, ExperimentFile.read(file, List.of(changes), new FileSystems()).tree(), List.of(),
        folder.resolve(out).toString(), Map.of("spark.master", "local[2,4]"), false, false);
  }
}
