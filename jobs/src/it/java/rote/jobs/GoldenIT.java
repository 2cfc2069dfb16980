package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.GoldenCurves;
import rote.harness.JarRun;

/** The shipped jar trains the pinned trials to their pinned bits, on whatever Spark, Scala and Java run it. */
@Timeout(120)
@Tag("cells")
class GoldenIT {
  private static final String PLAIN = """
      name: golden
      data: {training-examples: 300}
      trial: {epochs: 3}
      grid:
        - {learning-rate: [1]}
        - {activation: [tanh], weights: [standard-normal], input-corruption: [gaussian], learning-rate: [0.05]}
      """;
  private static final String RECTIFIED = """
      name: golden
      data: {training-examples: 300, validation-examples: 200}
      trial: {epochs: 3, activation: relu, cost: cross-entropy, weights: he, hidden: [24], momentum: 0.9, weight-decay: 0.001,
              learning-rate: {start: 0.1, decay: 0.9}, label-corruption: 0.5}
      """;

  @TempDir Path folder;

  /** {@link KernelsIT} shows that both kernels give the same bits here. */
  @Test
  void thePinnedTrialsHaveTheirPinnedBits() throws Exception {
    String vector = trained("vector", PLAIN, "--add-modules=jdk.incubator.vector");
    String reference = trained("reference", RECTIFIED, "-Drote.kernels=reference");
    assertThat(trials(vector + reference)).isEqualTo(trials(GoldenCurves.pinned()));
  }

  private String trained(String out, String yaml, String option) throws Exception {
    JarRun jar = new JarRun(folder, yaml);
    assertThat(jar.start(out, List.of(option)).waitFor()).as(jar.log(out)).isZero();
    return jar.records(out).stream().map(record -> GoldenCurves.text(record.trialId(), record.result().curve()))
        .collect(Collectors.joining());
  }

  /** By id, for records have another order. */
  private static List<String> trials(String text) {
    return List.of(text.split("(?m)^(?=t)")).stream().sorted().toList();
  }
}
