package rote.trial.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.Dataset;
import rote.data.View;
import rote.data.tables.TableSet;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.files.yaml.YamlText;
import rote.network.Layer;
import rote.network.ReferenceKernels;
import rote.trial.Setting;
import rote.trial.Trial;

/** What docs/data.md says of a one-hot value that only held-out rows have: here city Rome, the last of three. */
class OneHotInputsTest {
  private static final Trial TRIAL = Trial.defaults(1).with(Setting.HIDDEN, List.of(5));
  private static final Trial AS_THEY_ARE = TRIAL.with(Setting.STANDARDISE, false);

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "size,city,y\n1,Oslo,p\n2,Bonn,q\n3,Oslo,p\n5,Bonn,q\n8,Bonn,p\n");
    Files.writeString(folder.resolve("known.csv"), "size,city,y\n4,Oslo,p\n6,Bonn,q\n");
    Files.writeString(folder.resolve("new.csv"), "size,city,y\n4,Rome,p\n6,Bonn,q\n");
  }

  @Test
  void itIsOneMoreInputAndOthersHoldWhatTheyWouldWithoutIt() {
    Dataset without = read("known.csv");
    Dataset with = read("new.csv");
    assertThat(without.names().features()).containsExactly("size", "city=Bonn", "city=Oslo");
    assertThat(with.names().features()).containsExactly("size", "city=Bonn", "city=Oslo", "city=Rome");
    for (Trial trial : List.of(TRIAL, AS_THEY_ARE)) {
      View narrow = TrialData.of(trial, without).training();
      View wide = TrialData.of(trial, with).training();
      for (int e = 0; e < narrow.count(); e++) {
        assertThat(example(wide, e)).startsWith(example(narrow, e)).endsWith(0);
      }
    }
  }

  @Test
  void itsWeightsAreNeverTrainedAndStandardisedItIsZeroEverywhere() {
    Dataset data = read("new.csv");
    assertThat(example(TrialData.of(AS_THEY_ARE, data).test(), 0)).containsExactly(4, 0, 0, 1);
    assertThat(example(TrialData.of(TRIAL, data).test(), 0)).endsWith(0);
    for (Trial trial : List.of(TRIAL, AS_THEY_ARE)) {
      TrialRun run = new TrialRun(trial, data, () -> TrialData.of(trial, data), none -> List.of(), new ReferenceKernels(), () -> 0);
      run.trainEpoch();
      Layer before = TrialRun.initial(trial, TrialRun.architecture(trial, data.shape(), data.classes())).layers().get(0);
      Layer after = run.network().layers().get(0);
      for (int input = 0; input < 4; input++) {
        assertThat(weights(after, input).equals(weights(before, input))).as("input %d stays", input).isEqualTo(input == 3);
      }
    }
  }

  private static float[] example(View view, int row) {
    float[] example = new float[view.inputs().width()];
    view.inputs().decode(row, example, 0);
    return example;
  }

  private static List<Float> weights(Layer layer, int input) {
    return IntStream.range(0, layer.outputs()).mapToObj(unit -> layer.weights().get(input, unit)).toList();
  }

  private Dataset read(String test) {
    return TableSet.read(ExperimentFile.experiment("x", YamlText.map("x", "name: x\ndata: {file: t.csv, test-file: " + test
        + ", label: y, one-hot: [city]}\n")).data().table().orElseThrow(), List.of(folder.toString()), new FileSystems());
  }
}
