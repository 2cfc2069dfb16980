package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Program.Ended;
import rote.harness.Program;
import rote.store.Output;
import rote.store.Tables;
import rote.trial.TrialRecord;

/** If several settings are one trial, it is trained, recorded, reported and counted once. */
@Tag("machines")
class SameTrialIT {
  private static final String CLAIMS = """
      claims:
        - {claim: true labels, metric: test_accuracy, where: {label-corruption: 0}, at-least: -1}
        - {claim: kinds of no noise, metric: test_accuracy, where: {label-corruption: -0.0, label-noise: redraw}, below: {label-noise: permutation}}
      """;

  @TempDir Path folder;

  @Test
  void aGridOfKindsOfNoiseThatHasCorruptionZeroIsComplete() throws IOException {
    Path file = file("""
        name: noise-kinds
        data: {training-examples: 200}
        trial: {epochs: 2}
        grid: {label-corruption: [0, 0.5], label-noise: [redraw, permutation, wrong-class]}
        seeds: 2
        """ + CLAIMS);
    assertThat(run(file)).contains("8 trials planned, 0 recorded, 8 to train");
    assertThat(run(file)).contains("8 trials planned, 8 recorded, nothing to train");
    assertThat(shown()).doesNotContain("to do")
        .contains("8 trials on pen-digits: 6 groups (some are the same trials) of 2 seeds (1, 2); all completed.",
            "holds: true labels", "open: kinds of no noise", "n = 2 pairs, p = 1.000")
        .containsPattern("\n *0 +wrong-class +2 ");
    assertThat(records()).hasSize(8);
    assertThat(verified()).contains("plan: 8 trials, 8 of them recorded");
    assertThat(Files.readString(folder.resolve("out/report.html"))).doesNotContain("trials to do");
    assertThat(Files.exists(folder.resolve("out/_SUCCESS"))).isTrue();
  }

  @Test
  void whatIsRecordedUnderAnEqualSettingIsNotTrainedAgainNorLost() throws IOException {
    String swept = "grid: {label-corruption: [0, 1]}\nseeds: 2\n" + CLAIMS;
    Path file = file("""
        name: noise-kinds
        data: {training-examples: 200, data-seed: 1}
        trial: {epochs: 1, learning-rate: {start: 0.5, decay: 0.9}}
        """ + swept);
    assertThat(run(file)).contains("4 trials planned, 0 recorded, 4 to train");
    List<String> ids = records();
    assertThat(run(file, "--set", "trial.label-noise=wrong-class")).contains("4 trials planned, 2 recorded, 2 to train");
    assertThat(shown()).contains("all completed", "holds: true labels").doesNotContain("to do");
    assertThat(records()).hasSize(4).contains(ids.get(0), ids.get(1));
    Path equal = file("""
        name: noise-kinds
        data: {training-examples: 200, training-share: 0.999, data-seed: 1}
        trial: {epochs: 1, learning-rate: 0.5}
        """ + swept);
    assertThat(run(equal, "--set", "trial.label-noise=redraw", "--set", "trial.momentum=-0.0")).contains("4 trials planned, 4 recorded, nothing to train");
    assertThat(records()).as("their own ids").isEqualTo(ids);
    assertThat(shown()).contains("all completed", "holds: true labels");
    assertThat(verified()).contains("plan: 4 trials, 4 of them recorded");
  }

  @Test
  void aSearchWhoseSettingsAreOneTrialIsFollowedByWhatItChose() throws IOException {
    Path file = file("""
        name: noise-kinds
        data: {training-examples: 200, validation-examples: 100}
        trial: {epochs: 2}
        grid: {label-corruption: [0, 1], label-noise: [redraw, permutation, wrong-class]}
        seeds: 1
        then: {best-by: validation_accuracy, seeds: 2}
        """);
    assertThat(run(file)).contains("4 trials planned", "the best setting is known; 2 fresh seeds follow");
    assertThat(shown()).contains("all completed").doesNotContain("to do", "0.065");
    assertThat(records()).hasSize(6);
    assertThat(verified()).contains("plan: 6 trials, 6 of them recorded");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("noise-kinds.yaml"), text);
  }

  private String run(Path file, String... more) {
    return ended(Stream.concat(Stream.of("run", file.toString(), "--out", out(), "--master", "local[2]"), Stream.of(more))
        .toArray(String[]::new));
  }

  private String shown() {
    return ended("show", out());
  }

  private String verified() {
    return ended("verify", out(), "--sample", "0");
  }

  private static String ended(String... arguments) {
    Ended ended = Program.here(arguments);
    assertThat(ended.code()).as(ended.err()).isZero();
    return ended.out() + ended.err();
  }

  private List<String> records() throws IOException {
    return new Tables(Output.at(out())).read().stream().map(TrialRecord::trialId).toList();
  }

  private String out() {
    return folder.resolve("out").toString();
  }
}
