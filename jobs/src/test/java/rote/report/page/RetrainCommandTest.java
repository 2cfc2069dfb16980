package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.analysis.Groups;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.trial.Trial;
import rote.trial.TrialId;

class RetrainCommandTest {
  private static final String GRID = """
      name: sample
      data: {training-examples: 300, validation-examples: 20}
      trial: {epochs: 7, activation: relu, learning-rate: {start: 0.00001, decay: 0.9}, stop-at-training-accuracy: 1}
      grid:
        - {label-corruption: [0, 0.3], hidden: [[], [16, 16]]}
        - {data.training-examples: [100, null], weight-decay: [0.1]}
        - {label-corruption: [0, 1], label-noise: [wrong-class], data.data-seed: [3]}
      seeds: [3, 9000000000000000000]
      """;
  private static final String ZIP = """
      name: sample
      zip: {hidden: [[16], [32], [64]], learning-rate: [0.1, 0.07, 0.05]}
      grid: {momentum: [0, 0.9]}
      exclude: [{hidden: [64], momentum: 0.9}]
      """;
  private static final String SEARCH = """
      name: sample
      data: {validation-examples: 20}
      trial: {cost: cross-entropy}
      sample:
        trials: 3
        learning-rate: {start: {log-uniform: [0.001, 1]}, decay: {uniform: [0.8, 1]}}
        weights: {choice: [xavier, he]}
      seeds: 2
      then: {best-by: validation_accuracy, seeds: 2}
      """;
  private static final String TABLE = """
      name: sample
      data: {file: "it's a table; of mine.csv", label: y, ignore: [x, 7, "7", "true"], one-hot: ["a \\"b\\""], separator: "\\t", missing: mean, test-share: 0.25}
      grid: {data.standardise: [true, false]}
      seeds: 2
      """;
  private static final String TABLES = """
      name: sample
      data: {file: hdfs://a/b, format: parquet, test-file: c.pq, label: 3, columns: [a, "null"]}
      trial: {hidden: [4]}
      """;
  private static final String GROUPED = """
      name: sample
      data: {file: rows.csv, label: y, group-column: "7", folds: 3}
      trial: {hidden: [4]}
      permutation-test: {permutations: 9}
      claims: [{claim: c, metric: permutation_p, at-most: 0.5}]
      """;
  private static final String GROUPED_BY_NUMBER = """
      name: sample
      data: {file: rows.csv, label: y, group-column: 7, test-share: 0.25}
      """;
  private static final String IMAGES = """
      name: sample
      data: {dataset: idx, split: letters, transpose: false}
      """;
  private static final String SUPERCLASSES = """
      name: sample
      data: {dataset: cifar-100, labels: coarse}
      """;
  private static final String ARRAYS = """
      name: sample
      data: {dataset: npz, arrays: {training-images: A, training-labels: B}, test-share: 0.5}
      """;

  @TempDir Path folder;

  @Test
  void declaresExactlyTheTrialThatItNames() throws Exception {
    for (String yaml : List.of(GRID, ZIP, SEARCH, TABLE, TABLES, GROUPED, GROUPED_BY_NUMBER, IMAGES, SUPERCLASSES, ARRAYS)) {
      Path file = Files.writeString(folder.resolve("it's one.yaml"), yaml);
      Experiment experiment = experiment(file, List.of("trial.mini-batch=5"));
      Groups groups = Groups.of(experiment, List.of());
      RetrainCommand parts = RetrainCommand.of(groups, file.toString());
      for (int g = 0; g < groups.all().size(); g++) {
        for (long seed : experiment.sweep().seeds()) {
          List<String> words = words(command(parts, g, seed));
          assertThat(words.subList(0, 3)).containsExactly("./rote", "run", file.toString());
          Experiment one = experiment(file, changes(words));
          assertThat(one.data()).isEqualTo(experiment.data());
          List<Trial> trials = groups.experiment().groups().get(g).stream().filter(trial -> trial.seed() == seed && !trial.isPermuted()).toList();
          assertThat(one.trials()).hasToString(trials.toString());
          assertThat(one.trials()).extracting(trial -> TrialId.of(trial, "digest"))
              .isEqualTo(trials.stream().map(trial -> TrialId.of(trial, "digest")).toList());
        }
      }
    }
  }

  private static Experiment experiment(Path file, List<String> changes) {
    return ExperimentFile.read(file.toString(), changes, new FileSystems()).experiment();
  }

  private static List<String> changes(List<String> words) {
    List<String> changes = new ArrayList<>();
    for (int w = 3; w < words.size() - 1; w++) {
      if (words.get(w).equals("--set")) {
        changes.add(words.get(w + 1));
      }
    }
    return changes;
  }

  /** As the page's script puts it together. */
  private static String command(RetrainCommand parts, int group, long seed) {
    StringBuilder command = new StringBuilder(parts.begin());
    for (RetrainCommand.Part part : parts.settings()) {
      String value = part.values().get(part.of().get(group));
      command.append(" --set ").append(part.quote()).append(part.path()).append('=').append(value).append(part.quote());
    }
    return command.append(" --set 'seeds=[").append(seed).append("]'").toString();
  }

  /** What a shell makes of a line. */
  private static List<String> words(String command) throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command).start();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    return printed.lines().toList();
  }
}
