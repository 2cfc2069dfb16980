package rote.analysis.resampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rote.data.Dataset;
import rote.data.tables.TableSet;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.harness.Sample;
import rote.network.vector.VectorKernels;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.training.SoloTrainer;

/** The shipped experiment on Fisher's iris: labels that can be learned have the smallest p there is. */
class IrisPermutationTest {
  private static final String FOLDER = "../experiments";

  @Test
  void irisCanBeLearned() {
    FileSystems systems = new FileSystems();
    Experiment experiment = ExperimentFile.read(FOLDER + "/your-own-data.yaml", List.of("trial.epochs=12"), systems).experiment();
    Dataset iris = TableSet.read(experiment.data().table().orElseThrow(), List.of(FOLDER), systems);
    SoloTrainer trainer = new SoloTrainer(new VectorKernels(), () -> 0);
    List<TrialRecord> records = new ArrayList<>();
    for (Trial trial : experiment.trials()) {
      records.add(Sample.record(trial, trainer.train(trial, iris)));
    }
    PermutationTest test = PermutationTest.of(experiment.groups().get(0), records).orElseThrow();
    assertThat(test.permutations()).isEqualTo(199);
    assertThat(test.truth()).isGreaterThan(0.85);
    assertThat(test.p()).isLessThanOrEqualTo(0.005);
    assertThat(test.measured()[198]).isLessThan(0.6);
  }
}
