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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.analysis.Analysis;
import rote.analysis.Verdict;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.harness.Bits;
import rote.harness.Requests;
import rote.harness.Verified;
import rote.trial.Setting;

/** A permutation test on Spark: with folds and groups, run in two parts, and trained again. */
class PermutationIT {
  @TempDir Path folder;

  @Test
  void moreEveryTimeIsTheSameAsAllAtOnce() throws IOException {
    Path file = experiment();
    Analysis part = run(file, "out", "permutation-test.permutations=19");
    assertThat(part.records()).hasSize(2 * 20);
    assertThat(part.verdicts().get(0).answer()).isEqualTo(Verdict.Answer.HOLDS);
    Analysis more = run(file, "out", "permutation-test.permutations=39");
    assertThat(more.records()).hasSize(2 * 40);
    Analysis all = run(file, "anew", "permutation-test.permutations=39");
    assertThat(Bits.of(more.records())).isEqualTo(Bits.of(all.records()));
    assertThat(Bits.of(part.records())).isEqualTo(Bits.of(more.records().stream()
        .filter(record -> record.trial().get(Setting.PERMUTATION) <= 19).toList()));
    assertThat(more.groups().all().get(0).permutations().orElseThrow().p()).isEqualTo(0.025);
    assertThat(more.records()).filteredOn(record -> record.trial().isPermuted())
        .allMatch(record -> record.result().curve().rows().size() == 1 && record.result().probes().isEmpty());
    assertThat(Files.readString(folder.resolve("out/report.html"))).contains("With the true labels test accuracy is ", "and as high in none");
    assertThat(Files.readString(folder.resolve("out/report.ipynb"))).contains("With the true labels test accuracy is ", "draw_permutations(0,");
    Verified.demand(folder.resolve("out").toString(), folder.toString(), Map.of());
  }

  /** Subjects of one class each, of two rows. */
  private Path experiment() throws IOException {
    StringBuilder table = new StringBuilder("subject,a,b,y\n");
    for (int row = 0; row < 48; row++) {
      int subject = row / 2;
      table.append("s").append(subject).append(',').append(subject % 2 + 0.1 * (row % 5)).append(',').append(row * 7 % 11).append(',').append(subject % 2 == 0 ? "p" : "q").append('\n');
    }
    Files.writeString(folder.resolve("t.csv"), table);
    return Files.writeString(folder.resolve("e.yaml"), """
        name: groups
        data: {file: t.csv, label: y, group-column: subject, folds: 2}
        trial: {hidden: [6], activation: relu, cost: cross-entropy, weights: he, learning-rate: 0.1, mini-batch: 4, epochs: 20}
        permutation-test: {permutations: 19}
        probes: [test-answers]
        claims:
          - {claim: learnable, metric: permutation_p, at-most: 0.05}
        """);
  }

  private Analysis run(Path file, String out, String... changes) throws IOException {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    SweepRequest request = Requests.of(file.toString(), ExperimentFile.read(file.toString(), List.of(changes), new FileSystems()).tree(),
        List.of(folder.toString()), folder.resolve(out).toString(), Map.of("spark.master", "local[2,4]"), false, false);
    return new SweepJob(request, new PrintStream(messages, true, StandardCharsets.UTF_8)).run();
  }
}
