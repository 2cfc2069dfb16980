package rote.trial.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.data.Classes;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Shape;
import rote.data.catalog.Catalog;
import rote.network.Activation;
import rote.network.Architecture;
import rote.network.Cost;
import rote.network.Network;
import rote.network.ReferenceKernels;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialResult;
import rote.trial.training.SoloTrainer;
import rote.trial.training.TrainedTrial;
import rote.trial.training.TrialData;

/** What a trial keeps of its answers to the test examples. */
class TestAnswersTest {
  private static final Trial LINEAR =
      Trial.defaults(1).with(Setting.HIDDEN, List.of()).with(Setting.COST, Cost.CROSS_ENTROPY);

  @Test
  void everyTestImageHasItsAnswer() {
    // three classes, labelled 2, 5 and 9; the brightest of the first three pixels is the answer
    Network network = Network.zeros(new Architecture(List.of(4, 3), Activation.SIGMOID, Cost.CROSS_ENTROPY));
    for (int c = 0; c < 3; c++) {
      network.layers().get(0).weights().set(c, c, 1f);
    }
    Examples test = new Examples(new byte[] {9, 0, 0, 0, /**/ 0, 9, 0, 0, /**/ 0, 0, 9, 0, /**/ 0, 0, 9, 0, /**/ 9, 9, 0, 0},
        new byte[] {0, 1, 2, 1, 0});
    Dataset dataset = new Dataset("tiny", new Shape(1, 2, 2), new Classes(List.of(2, 5, 9)),
        new Examples(new byte[4], new byte[1]), test, Map.of());
    List<ProbeItem> items = new TestAnswers(
        new TrainedTrial(LINEAR, dataset, TrialData.of(LINEAR, dataset), new ReferenceKernels(), network, 0)).items();
    assertThat(item(items, "answers").shape()).containsExactly(2, 5);
    assertThat(bits(item(items, "answers"), 10)).as("0, 1, 2, 2, 0: twos, then ones").isEqualTo("00110" + "01000");
    assertThat(bits(item(items, "right"), 5)).isEqualTo("11101");
    assertThat(item(items, "confusion").shape()).containsExactly(3, 3);
    assertThat(item(items, "confusion").values()).containsExactly(2, 0, 0, /**/ 0, 1, 1, /**/ 0, 0, 1);
    assertThat(item(items, "labels").values()).containsExactly(2, 5, 9);
  }

  @Test
  void rightAnswersMakeTheTestAccuracyAndTheyAreWhatTheAnswersSay() {
    Dataset digits = Catalog.load("pen-digits", List.of());
    for (Cost cost : Cost.values()) {
      Trial trial = Trial.defaults(3).with(Setting.TRAINING_EXAMPLES, 200).with(Setting.EPOCHS, 3).with(Setting.COST, cost);
      TrialResult result =
          new SoloTrainer(new ReferenceKernels(), Probes.of(List.of(Probe.TEST_ANSWERS)), () -> 0).train(trial, digits);
      ProbeItem answers = item(result.probes(), "answers");
      ProbeItem right = item(result.probes(), "right");
      float[] counts = new float[100];
      int n = digits.test().count();
      int correct = 0;
      for (int e = 0; e < n; e++) {
        int answer = 0;
        for (int digit = 0; digit < 4; digit++) {
          answer = 2 * answer + (answers.bit(digit * n + e) ? 1 : 0);
        }
        int label = digits.test().labels()[e];
        assertThat(right.bit(e)).isEqualTo(answer == label);
        correct += answer == label ? 1 : 0;
        counts[10 * label + answer]++;
      }
      assertThat(item(result.probes(), "confusion").values()).isEqualTo(counts);
      assertThat((double) correct / n).isEqualTo(result.curve().last().test().accuracy()).isBetween(0.05, 0.95);
    }
  }

  private static String bits(ProbeItem item, int count) {
    return IntStream.range(0, count).mapToObj(k -> item.bit(k) ? "1" : "0").collect(Collectors.joining());
  }

  private static ProbeItem item(List<ProbeItem> items, String name) {
    return items.stream().filter(item -> item.name().equals(name)).findFirst().orElseThrow();
  }
}
