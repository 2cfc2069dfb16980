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
import rote.data.Grouping;
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

/** The same of rows that belong together, with folds and two seeds: docs/statistics.md has the figures. */
@Tag("experiments")
class GroupedPermutationCalibrationIT {
  private static final int SETS = 300;
  private static final int GROUPS = 12;
  private static final int EACH = 4; // rows of a group, which are much alike
  private static final int ROWS = GROUPS * EACH;
  private static final String FILE = "{name: e, data: {file: t.csv, label: y, folds: 3}, trial: {hidden: [3], activation: relu, cost: cross-entropy,"
      + " learning-rate: 0.3, mini-batch: 16, epochs: 3}, seeds: 2, permutation-test: {permutations: 39}}";
  private static final Experiment EXPERIMENT = ExperimentFile.experiment("e.yaml", YamlText.map("e.yaml", FILE));

  @Test
  void labelsOfWholeGroupsAreFoundAsSeldomAsTheLevelSays() {
    double[] p = IntStream.range(0, SETS).mapToDouble(set -> p(set, true, true)).toArray();
    demandLevel("exchanged between groups", p);
  }

  @Test
  void labelsWithinGroupsAreFoundAsSeldomAsTheLevelSays() {
    double[] p = IntStream.range(0, SETS).mapToDouble(set -> p(set, false, true)).toArray();
    demandLevel("exchanged within groups", p);
  }

  /** Else the other tests could not tell that groups are exchanged. */
  @Test
  void rowsThatAreExchangedOneByOneAreFoundTooOften() {
    double[] p = IntStream.range(0, SETS / 3).mapToDouble(set -> p(set, true, false)).toArray();
    System.out.println("of " + p.length + " sets, labels of rows exchanged one by one: p at most 0.05 in " + share(p, 0.05));
    assertThat(share(p, 0.05)).isGreaterThan(0.15);
  }

  /** Three standard errors above the level; a test that never finds anything would be none. */
  private static void demandLevel(String how, double[] p) {
    System.out.println("of " + SETS + " sets, labels " + how + ": p at most 0.05 in " + share(p, 0.05) + ", at most 0.2 in " + share(p, 0.2));
    assertThat(share(p, 0.05)).isLessThanOrEqualTo(0.088).isGreaterThan(0.01);
    assertThat(share(p, 0.2)).isLessThanOrEqualTo(0.27).isGreaterThan(0.08);
  }

  private static double share(double[] p, double level) {
    return (double) IntStream.range(0, p.length).filter(k -> p[k] <= level + 1e-12).count() / p.length;
  }

  private static double p(int set, boolean areWhole, boolean isGrouped) {
    Dataset data = data(set, areWhole);
    int[] of = IntStream.range(0, ROWS).map(row -> row / EACH).toArray();
    Dataset known = isGrouped ? data.grouped(new Grouping(of)) : data;
    SoloTrainer trainer = new SoloTrainer(new VectorKernels(), () -> 0);
    List<TrialRecord> records = new ArrayList<>();
    for (Trial trial : EXPERIMENT.trials()) {
      records.add(Sample.record(trial, trainer.train(trial, known)));
    }
    return PermutationTest.of(EXPERIMENT.groups().get(0), records).orElseThrow().p();
  }

  /** Labels that have nothing to do with the rows: one of each group, or two and two within each. */
  private static Dataset data(int set, boolean areWhole) {
    SplittableRandom random = new SplittableRandom(set);
    float[] values = new float[2 * ROWS];
    byte[] labels = new byte[ROWS];
    for (int group = 0; group < GROUPS; group++) {
      double[] middle = {random.nextGaussian(), random.nextGaussian()};
      int label = group < 2 ? group : random.nextInt(2);
      int[] order = areWhole ? null : shuffled(random);
      for (int k = 0; k < EACH; k++) {
        int row = group * EACH + k;
        values[2 * row] = (float) (middle[0] + 0.2 * random.nextGaussian());
        values[2 * row + 1] = (float) (middle[1] + 0.2 * random.nextGaussian());
        labels[row] = (byte) (areWhole ? label : order[k] % 2);
      }
    }
    return Dataset.ofTable("t.csv", Shape.ofFeatures(2), new Names(List.of("a", "b"), List.of("x", "y")), Examples.ofValues(values, labels),
        Examples.none());
  }

  private static int[] shuffled(SplittableRandom random) {
    int[] order = IntStream.range(0, EACH).toArray();
    for (int k = EACH - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int kept = order[k];
      order[k] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
