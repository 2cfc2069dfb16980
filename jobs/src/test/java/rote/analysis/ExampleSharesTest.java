package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.Relation;
import rote.harness.Sample;
import rote.trial.Curve;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** How many networks are right about each training example. */
class ExampleSharesTest {
  @Test
  void countsTheNetworksThatAreRightAboutEachExample() {
    ExampleShares of = ExampleShares.of(List.of(result("1111", "1100"), result("1111", "1010"))).orElseThrow();
    assertThat(of.networks()).isEqualTo(2);
    assertThat(of.shares()).containsExactly(1, 0.5, 0.5, 0);
    assertThat(of.sorted()).containsExactly(1, 0.5, 0.5, 0);
    assertThat(of.binomial()).as("two fair coins").containsExactly(1, 0.5, 0.5, 0);
    assertThat(of.variability().orElseThrow().value()).isCloseTo(Math.sqrt(0.5 / 3 / 0.125), offset(1e-12));
  }

  /** Two examples of class 2 that all networks know, and two of class 0: 1 and 1/2 of two networks. */
  @Test
  void examplesAreComparedWithinTheirClasses() {
    ExampleShares of = ExampleShares.of(List.of(result("1111", "1111", 2, 0, 2, 0), result("1111", "1110", 2, 0, 2, 0))).orElseThrow();
    assertThat(of.classes()).containsExactly(2, 0, 2, 0);
    assertThat(of.binomial()).as("class 2 is always right; class 0 three times in four").containsExactly(1, 1, 1, 0.5);
    assertThat(of.variability().orElseThrow().value()).isCloseTo(Math.sqrt(0.125 / (0.75 * 0.25 / 2)), offset(1e-12));
  }

  @Test
  void thereAreNoneWhereExamplesWereLeftOutOrNoNetworkWasAsked() {
    assertThat(ExampleShares.of(List.of(result("1111", "1100"), result("1101", "1010")))).isEmpty();
    assertThat(ExampleShares.of(List.of())).isEmpty();
    assertThat(ExampleShares.of(List.of(unlabelled("11", "10")))).as("an earlier version kept no labels").isEmpty();
    assertThat(ExampleShares.of(List.of(result("11", "11"))).orElseThrow().variability()).isEmpty();
  }

  @Test
  void thePageShowsTheSharesBesideABinomialAndJudgesTheClaim() {
    Claim claim = new Claim("Examples differ", MetricName.EXAMPLE_VARIABILITY, Conditions.NONE,
        new Relation.Range(1.5, Double.POSITIVE_INFINITY));
    Experiment experiment = Sample.claiming(4, claim);
    List<TrialRecord> records = new ArrayList<>();
    for (Trial trial : experiment.trials()) { // two examples of three are always right, the others never
      records.add(Sample.record(trial, result("1".repeat(60), "110".repeat(20))));
    }
    Analysis analysis = Analysis.of(experiment, records);
    assertThat(analysis.verdicts().get(0).answer()).isEqualTo(Verdict.Answer.HOLDS);
    assertThat(analysis.verdicts().get(0).evidence()).contains("60 examples that 4 models answered");
    String html = Sample.page(experiment, records);
    assertThat(html).contains("share of the networks that are right", "as if all examples of a class were equally difficult",
        "60 examples, the largest share first; they vary 2.017 times as much as binomials of their classes");
  }

  /** @param labels one per example; all 0 if there are none */
  private static TrialResult result(String trained, String right, int... labels) {
    byte[] told = new byte[right.length()];
    IntStream.range(0, labels.length).forEach(e -> told[e] = (byte) labels[e]);
    List<ProbeItem> items = new ArrayList<>(unlabelled(trained, right).probes());
    items.add(ProbeItem.classes(Probe.EXAMPLE_CORRECTNESS, "told-label", told, 3));
    return new TrialResult(Status.COMPLETED, new Curve(List.of()), 0, 0, null, items);
  }

  private static TrialResult unlabelled(String trained, String right) {
    return new TrialResult(Status.COMPLETED, new Curve(List.of()), 0, 0, null, List.of(
        bits("trained-on", trained), bits("right", right), bits("wrong-label", "0".repeat(right.length()))));
  }

  private static ProbeItem bits(String name, String row) {
    boolean[] bits = new boolean[row.length()];
    for (int e = 0; e < bits.length; e++) {
      bits[e] = row.charAt(e) == '1';
    }
    return ProbeItem.bits(Probe.EXAMPLE_CORRECTNESS, name, bits);
  }
}
