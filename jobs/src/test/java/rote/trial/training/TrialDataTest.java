package rote.trial.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rote.data.Dataset;
import rote.data.InputCorruption;
import rote.data.Inputs;
import rote.data.Shift;
import rote.data.View;
import rote.data.catalog.Catalog;
import rote.trial.Seeds;
import rote.trial.Setting;
import rote.trial.Trial;

/** Which images a trial sees: settings that change training images leave those to test on alone. */
class TrialDataTest {
  private static final Dataset DIGITS = Catalog.load("pen-digits", List.of());
  private static final Trial PLAIN = Trial.defaults(1).with(Setting.TRAINING_EXAMPLES, 400)
      .with(Setting.VALIDATION_EXAMPLES, 30);

  @ParameterizedTest
  @EnumSource(value = InputCorruption.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aShareOfInputsIsAShareOfTheTrainingImages(InputCorruption corruption) {
    Trial all = PLAIN.with(Setting.INPUT_CORRUPTION, corruption);
    TrialData clean = TrialData.of(PLAIN, DIGITS);
    for (float share : new float[] {0, 0.2f, 1}) {
      TrialData data = TrialData.of(all.with(Setting.INPUT_CORRUPTION_SHARE, share), DIGITS);
      assertThat(changed(data.training(), clean.training()) / 400.0).isBetween(share - 0.08, share + 0.08);
      demandSame(data.test(), clean.test());
      demandSame(data.validation(), clean.validation());
    }
    TrialData data = TrialData.of(all, DIGITS);
    assertThat(changed(data.test(), clean.test())).isEqualTo(data.test().count());
    assertThat(changed(data.validation(), clean.validation())).isEqualTo(30);
  }

  @Test
  void aLargerShareCorruptsTheSameImagesAlikeAndMore() {
    Trial noise = PLAIN.with(Setting.INPUT_CORRUPTION, InputCorruption.RANDOM_PIXELS);
    View clean = TrialData.of(PLAIN, DIGITS).training();
    View few = TrialData.of(noise.with(Setting.INPUT_CORRUPTION_SHARE, 0.2f), DIGITS).training();
    View many = TrialData.of(noise.with(Setting.INPUT_CORRUPTION_SHARE, 0.6f), DIGITS).training();
    for (int e = 0; e < 400; e++) {
      assertThat(image(few, e)).isIn(image(clean, e), image(many, e));
    }
    assertThat(changed(many, clean)).isGreaterThan(changed(few, clean));
  }

  @Test
  void trainingImagesAloneAreMoved() {
    TrialData clean = TrialData.of(PLAIN, DIGITS);
    TrialData moved = TrialData.of(PLAIN.with(Setting.SHIFT, 4), DIGITS);
    assertThat(changed(moved.training(), clean.training())).isGreaterThan(380); // 1 in 81 stays
    demandSame(moved.test(), clean.test());
    demandSame(moved.validation(), clean.validation());
    TrialData other = TrialData.of(PLAIN.with(Setting.SHIFT, 4).with(Setting.DATA_SEED, 1).withSeed(2), DIGITS);
    demandSame(other.training(), moved.training());
  }

  @Test
  void imagesAreScaledThenMovedThenShuffledThenWhitened() {
    Trial scaled = PLAIN.with(Setting.SCALE_TO, List.of(14, 14)).with(Setting.SHIFT, 1);
    Dataset shaped = TrialRun.shaped(scaled, DIGITS);
    int[] rows = DrawnExamples.of(scaled, DIGITS).rows();
    Inputs moved = Shift.of(shaped.training(), shaped.shape(), rows, 1, new Seeds(1));
    View seen = TrialData.of(scaled, DIGITS).training();
    assertThat(seen.inputs().pixels()).isEqualTo(moved.pixels());
    Trial corrupted = scaled.with(Setting.INPUT_CORRUPTION, InputCorruption.SHUFFLED_PIXELS);
    float[] shuffled = image(TrialData.of(corrupted, DIGITS).training(), 7);
    float[] image = image(seen, 7);
    assertThat(shuffled).isNotEqualTo(image);
    Arrays.sort(shuffled);
    Arrays.sort(image);
    assertThat(shuffled).isEqualTo(image);
    float[] white = image(TrialData.of(scaled.with(Setting.WHITEN, true), DIGITS).training(), 7);
    assertThat(IntStream.range(0, white.length).mapToDouble(k -> white[k]).sum()).isBetween(-1e-3, 1e-3);
  }

  private static long changed(View seen, View before) {
    return IntStream.range(0, seen.count()).filter(e -> !Arrays.equals(image(seen, e), image(before, e))).count();
  }

  private static void demandSame(View seen, View expected) {
    assertThat(seen.count()).isEqualTo(expected.count());
    assertThat(changed(seen, expected)).isZero();
  }

  private static float[] image(View view, int example) {
    float[] image = new float[view.inputs().width()];
    view.inputs().decode(example, image, 0);
    return image;
  }
}
