package rote.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rote.network.Measure;

class ResultDifferenceTest {
  private static final Measure MEASURE = new Measure(0.5, 0.25);
  private static final TrialResult RESULT = result(Status.COMPLETED, rows(3, 1));

  @Test
  void timesAreNoDifference() {
    assertThat(ResultDifference.first(RESULT, result(Status.COMPLETED, rows(3, 7)))).isEmpty();
    assertThat(RESULT.untimed()).isEqualTo(result(Status.COMPLETED, rows(3, 7)).untimed());
  }

  @Test
  void theFirstNumberThatDiffersInOneBitIsNamed() {
    List<EpochRow> rows = rows(3, 1);
    rows.set(1, new EpochRow(1, MEASURE, MEASURE, new Measure(Math.nextUp(0.5), 0.25), 1));
    rows.set(2, new EpochRow(2, new Measure(9, 9), MEASURE, MEASURE, 1));
    difference(result(Status.COMPLETED, rows),
        "epoch 1: the test cost is recorded as 0.5, and now it is 0.5000000000000001");
    rows.set(0, new EpochRow(0, MEASURE, null, MEASURE, 1));
    difference(result(Status.COMPLETED, rows), "epoch 0: the validation cost is recorded as 0.5, and now it is nothing");
  }

  @Test
  void aZeroOfTheOtherSignIsADifference() {
    List<EpochRow> rows = rows(1, 1);
    rows.set(0, new EpochRow(0, new Measure(0.0, 0), null, MEASURE, 1));
    TrialResult zero = result(Status.COMPLETED, List.copyOf(rows));
    rows.set(0, new EpochRow(0, new Measure(-0.0, 0), null, MEASURE, 1));
    assertThat(ResultDifference.first(zero, result(Status.COMPLETED, rows)))
        .contains("epoch 0: the training cost is recorded as 0.0, and now it is -0.0");
  }

  @Test
  void aCurveThatEndsElsewhereIsADifference() {
    difference(result(Status.COMPLETED, rows(4, 1)), "epoch 3: the training cost is recorded as nothing, and now it is 0.5");
    difference(result(Status.COMPLETED, rows(2, 1)), "epoch 2: the training cost is recorded as 0.5, and now it is nothing");
  }

  @Test
  void aBitThatDiffersIsNamed() {
    assertThat(ResultDifference.first(with(true, false, true), with(true, true, true)))
        .contains("example-correctness: right[1] is recorded as 0, and now it is 1");
    assertThat(ResultDifference.first(with(true, false), with(true, false))).isEmpty();
    assertThat(with(true, false).probes()).isNotEqualTo(with(true, true).probes()).isEqualTo(with(true, false).probes());
  }

  @Test
  void anotherEndIsADifference() {
    difference(result(Status.DIVERGED, rows(3, 1)), "the status is recorded as COMPLETED, and now it is DIVERGED");
    difference(new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, "java.lang.Error: no\n\tat here"),
        "is recorded as COMPLETED, and now it failed: java.lang.Error: no");
    difference(new TrialResult(Status.COMPLETED, RESULT.curve(), 0.5, 0, null),
        "the share of changed labels is recorded as 0.25, and now it is 0.5");
  }

  @Test
  void aProbeThatFindsAnotherBitIsADifference() {
    assertThat(ResultDifference.first(probed(0.5f), probed(Math.nextUp(0.5f)))).contains(
        "critical-sample-ratio: ratio[0] is recorded as 0.5, and now it is 0.50000006");
    assertThat(ResultDifference.first(probed(0.5f), probed(0.5f))).isEmpty();
    assertThat(ResultDifference.first(probed(0.5f), RESULT)).contains(
        "critical-sample-ratio: ratio[0] is recorded as 0.5, and now it is nothing");
  }

  /** Items come and go with versions of the program; a probe that is lost is a difference. */
  @Test
  void itemsThatOneSideLacksAreNotCompared() {
    ProbeItem same = ProbeItem.number(Probe.WEIGHT_NUDGES, "same", 1);
    TrialResult older = with(same, ProbeItem.number(Probe.WEIGHT_NUDGES, "former", 2));
    assertThat(ResultDifference.first(older, with(same, ProbeItem.number(Probe.WEIGHT_NUDGES, "new", 3)))).isEmpty();
    assertThat(ResultDifference.first(older, with(ProbeItem.number(Probe.WEIGHT_NUDGES, "same", 2)))).contains(
        "weight-nudges: same[0] is recorded as 1.0, and now it is 2.0");
  }

  private static TrialResult with(ProbeItem... items) {
    return new TrialResult(Status.COMPLETED, RESULT.curve(), 0, 0, null, List.of(items));
  }

  private static TrialResult probed(float ratio) {
    return RESULT.joined(new TrialResult(Status.COMPLETED, RESULT.curve(), 0, 0, null,
        List.of(ProbeItem.number(Probe.CRITICAL_SAMPLE_RATIO, "ratio", ratio))));
  }

  private static TrialResult with(boolean... bits) {
    ProbeItem item = ProbeItem.bits(Probe.EXAMPLE_CORRECTNESS, "right", bits);
    return new TrialResult(Status.COMPLETED, RESULT.curve(), 0, 0, null, List.of(item));
  }

  private static void difference(TrialResult again, String expected) {
    assertThat(ResultDifference.first(RESULT, again)).contains(expected);
  }

  private static TrialResult result(Status status, List<EpochRow> rows) {
    return new TrialResult(status, new Curve(rows), 0.25, 3, null);
  }

  private static List<EpochRow> rows(int count, double seconds) {
    List<EpochRow> rows = new ArrayList<>();
    for (int e = 0; e < count; e++) {
      rows.add(new EpochRow(e, MEASURE, MEASURE, MEASURE, e * seconds));
    }
    return rows;
  }
}
