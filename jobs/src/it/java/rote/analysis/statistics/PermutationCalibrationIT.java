package rote.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rote.analysis.resampling.PermutationTest;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Names;
import rote.data.Shape;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.files.yaml.YamlText;
import rote.harness.Sample;
import rote.network.vector.VectorKernels;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.training.SoloTrainer;

/** How often a permutation test of labels that have nothing to do with their examples finds something; docs/statistics.md has the figures. */
@Tag("experiments")
class PermutationCalibrationIT {
  private static final int SETS = 1000;
  private static final int ROWS = 40;
  private static final String FILE = "{name: e, data: {file: t.csv, label: y, test-share: 0.5}, trial: {hidden: [3], activation: relu, cost: cross-entropy,"
      + " learning-rate: 0.3, mini-batch: 20, epochs: 3}, permutation-test: {permutations: 99}}";

  @Test
  void shuffledLabelsAreFoundAsSeldomAsTheLevelSays() {
    Experiment experiment = ExperimentFile.experiment("e.yaml", YamlText.map("e.yaml", FILE));
    double[] p = IntStream.range(0, SETS).mapToDouble(set -> p(experiment, set)).toArray();
    double at5 = share(p, 0.05);
    double at20 = share(p, 0.2);
    System.out.println("of " + SETS + " sets: p at most 0.05 in " + at5 + ", at most 0.2 in " + at20);
    assertThat(at5).isLessThanOrEqualTo(0.065).as("a test that never finds anything would be none").isGreaterThan(0.015);
    assertThat(at20).isLessThanOrEqualTo(0.23).isGreaterThan(0.12);
  }

  private static double share(double[] p, double level) {
    return (double) IntStream.range(0, p.length).filter(k -> p[k] <= level + 1e-12).count() / p.length;
  }

  private static double p(Experiment experiment, int set) {
    SplittableRandom random = new SplittableRandom(set);
    float[] values = new float[2 * ROWS];
    byte[] labels = new byte[ROWS];
    IntStream.range(0, values.length).forEach(k -> values[k] = (float) random.nextGaussian());
    IntStream.range(0, ROWS).forEach(e -> labels[e] = (byte) random.nextInt(2));
    labels[0] = 0;
    labels[1] = 1;
    Dataset data = Dataset.ofTable("t.csv", Shape.ofFeatures(2), new Names(List.of("a", "b"), List.of("x", "y")),
        Examples.ofValues(values, labels), Examples.none());
    SoloTrainer trainer = new SoloTrainer(new VectorKernels(), () -> 0);
    List<TrialRecord> records = new ArrayList<>();
    for (Trial trial : experiment.trials()) {
      records.add(Sample.record(trial.withSeed(set), trainer.train(trial.withSeed(set), data)));
    }
    return PermutationTest.of(experiment.groups().get(0), records).orElseThrow().p();
  }
}
