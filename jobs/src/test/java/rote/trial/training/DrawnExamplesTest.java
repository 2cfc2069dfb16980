package rote.trial.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.data.Dataset;
import rote.data.InputCorruption;
import rote.data.LabelNoise;
import rote.data.View;
import rote.data.catalog.Catalog;
import rote.trial.Setting;
import rote.trial.Trial;

class DrawnExamplesTest {
  private static final Dataset DIGITS = Catalog.load("pen-digits", List.of());
  private static final Trial ALL = Trial.defaults(1).with(Setting.TRAINING_EXAMPLES, 1000)
      .with(Setting.LABEL_CORRUPTION, 0.2f).with(Setting.LABEL_NOISE, LabelNoise.WRONG_CLASS);
  private static final Trial SHARED = ALL.with(Setting.DATA_SEED, 1).with(Setting.TRAINING_SHARE, 0.7f);

  @Test
  void aDataSeedGivesEverySeedTheSameExamplesAndLabelsAndItsOwnShare() {
    DrawnExamples first = drawn(SHARED);
    DrawnExamples second = drawn(SHARED.withSeed(2));
    assertThat(second.rows()).isEqualTo(first.rows());
    assertThat(second.labels().labels()).isEqualTo(first.labels().labels());
    assertThat(second.share()).isNotEqualTo(first.share());
    assertThat(drawn(SHARED.with(Setting.DATA_SEED, 2)).rows()).isNotEqualTo(first.rows());
    assertThat(drawn(SHARED.with(Setting.DATA_SEED, 2)).share()).as("the trial's own").isEqualTo(first.share());
  }

  @Test
  void withoutOneTheTrialsSeedDrawsThem() {
    assertThat(drawn(ALL).rows()).isEqualTo(drawn(SHARED).rows()).isNotEqualTo(drawn(ALL.withSeed(2)).rows());
    assertThat(drawn(ALL).share()).isEqualTo(IntStream.range(0, 1000).toArray());
  }

  @Test
  void aShareIsOfExactSizeAndLargerOnesHoldSmallerOnes() {
    Set<Integer> last = new HashSet<>();
    for (float share : new float[] {0.0001f, 0.3f, 0.7f, 0.9994f, 1}) {
      int[] places = drawn(SHARED.with(Setting.TRAINING_SHARE, share)).share();
      assertThat(places).hasSize((int) Math.max(1, Math.round(1000.0 * share))).isSorted().doesNotHaveDuplicates();
      Set<Integer> now = new HashSet<>(Arrays.stream(places).boxed().toList());
      assertThat(now).containsAll(last);
      last = now;
    }
  }

  @Test
  void everyExampleIsAsLikelyAsAnyOther() {
    int[] trained = new int[1000];
    for (int seed = 1; seed <= 400; seed++) {
      Arrays.stream(drawn(SHARED.withSeed(seed)).share()).forEach(place -> trained[place]++);
    }
    double mean = Arrays.stream(trained).average().orElseThrow();
    double variance = Arrays.stream(trained).mapToDouble(n -> (n - mean) * (n - mean)).average().orElseThrow();
    assertThat(mean).isEqualTo(280);
    assertThat(variance).as("of a binomial: 84").isBetween(72.0, 96.0); // four standard errors of a variance over 1,000
  }

  @Test
  void whatATrialSeesIsItsShareWithTheLabelsTold() {
    DrawnExamples drawn = drawn(SHARED);
    TrialData data = TrialData.of(SHARED, DIGITS);
    assertThat(data.training().count()).isEqualTo(700);
    int changed = 0;
    for (int e = 0; e < 700; e++) {
      int place = drawn.share()[e];
      assertThat(data.training().inputs().row(e)).isEqualTo(drawn.rows()[place]);
      assertThat(data.training().label(e)).isEqualTo(drawn.labels().labels()[place]);
      changed += data.training().label(e) == DIGITS.training().labels()[drawn.rows()[place]] ? 0 : 1;
    }
    assertThat(data.changedLabels()).isEqualTo(changed / 700.0).isBetween(0.15, 0.25);
  }

  @Test
  void noiseComesAfterWhatIsMeasuredAndIsOfNoClass() {
    Trial trial = SHARED.with(Setting.NOISE_EXAMPLES, 30);
    TrialData data = TrialData.of(trial, DIGITS);
    TrialData without = TrialData.of(SHARED, DIGITS);
    assertThat(without.trainedOn()).isSameAs(without.training());
    assertThat(data.training().count()).isEqualTo(700);
    assertThat(data.trainedOn().count()).isEqualTo(730).isEqualTo(trial.epochOf(20_000));
    for (int e = 0; e < 730; e++) {
      assertThat(data.trainedOn().label(e)).isEqualTo(e < 700 ? without.training().label(e) : 10);
      if (e < 700) {
        assertThat(pixels(data.trainedOn(), e)).isEqualTo(pixels(without.training(), e)).isEqualTo(pixels(data.training(), e));
      }
    }
    View otherSeed = TrialData.of(trial.withSeed(2), DIGITS).trainedOn();
    assertThat(pixels(otherSeed, 720)).as("by the data seed").isEqualTo(pixels(data.trainedOn(), 720));
    View more = TrialData.of(trial.with(Setting.NOISE_EXAMPLES, 31), DIGITS).trainedOn();
    assertThat(pixels(more, 720)).isEqualTo(pixels(data.trainedOn(), 720)).isNotEqualTo(pixels(more, 721));
  }

  private static float[] pixels(View view, int example) {
    float[] pixels = new float[view.inputs().width()];
    view.inputs().decode(example, pixels, 0);
    return pixels;
  }

  @Test
  void theDataSeedDrawsCorruptedInputsAndHeldOutExamplesToo() {
    Trial trial = SHARED.with(Setting.INPUT_CORRUPTION, InputCorruption.SHUFFLED_PIXELS)
        .with(Setting.VALIDATION_EXAMPLES, 20);
    TrialData first = TrialData.of(trial, DIGITS);
    TrialData second = TrialData.of(trial.withSeed(2), DIGITS);
    assertThat(second.test().inputs().pixels()).isEqualTo(first.test().inputs().pixels());
    assertThat(second.validation().inputs().pixels()).isEqualTo(first.validation().inputs().pixels());
    TrialData own = TrialData.of(trial.with(Setting.DATA_SEED, null).withSeed(2), DIGITS);
    assertThat(own.test().inputs().pixels()).isNotEqualTo(first.test().inputs().pixels());
  }

  @Test
  void theOrderOfTheDataSetKeepsWhatBelongsTogether() {
    DrawnExamples drawn = drawn(SHARED);
    DrawnExamples ordered = drawn.inOrderOfRows();
    assertThat(ordered.rows()).isSorted().hasSize(1000);
    assertThat(ordered.trainedRows()).isEqualTo(Arrays.stream(drawn.trainedRows()).sorted().toArray());
    for (int place = 0; place < 1000; place++) {
      int at = Arrays.binarySearch(ordered.rows(), drawn.rows()[place]);
      assertThat(ordered.labels().labels()[at]).isEqualTo(drawn.labels().labels()[place]);
      assertThat(ordered.labels().isChanged(at)).isEqualTo(drawn.labels().isChanged(place));
    }
  }

  @Test
  void aShareIsLessWork() {
    var form = TrialRun.architecture(ALL, DIGITS.shape(), 10);
    double all = Workload.of(ALL, form, 20_000, 0).flop();
    assertThat(Workload.of(SHARED, form, 20_000, 0).flop()).isEqualTo(0.7 * all);
  }

  private static DrawnExamples drawn(Trial trial) {
    return DrawnExamples.of(trial, DIGITS);
  }
}
