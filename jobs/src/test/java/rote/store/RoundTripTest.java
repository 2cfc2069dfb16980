package rote.store;

import static rote.harness.Fixtures.assertRecords;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import rote.harness.Fixtures;
import rote.network.Measure;
import rote.trial.Curve;
import rote.trial.EpochRow;
import rote.trial.LearningRate;
import rote.trial.Probe;
import rote.trial.ProbeItem;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;

/** Any record comes back from segments and tables with the same bits. */
class RoundTripTest {
  private final Path folder = temporary();

  @Property(tries = 100, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void givesBackAnyRecord(@ForAll("records") TrialRecord record) throws IOException {
    Output output = Output.at(folder.toString());
    output.overwrite();
    new Segments(output, Fixtures.OWNER).append(List.of(record));
    new Tables(output).write(List.of(record));
    assertRecords(Segments.readAll(output)).containsExactly(record);
    assertRecords(new Tables(output).read()).containsExactly(record);
  }

  @AfterProperty
  void clean() throws IOException {
    Output.at(folder.toString()).overwrite();
    Files.delete(folder);
  }

  @Provide
  Arbitrary<TrialRecord> records() {
    return Combinators.combine(trials(), curves(), Arbitraries.of(Status.class),
        Arbitraries.strings().ascii().injectNull(0.5), probes()).as((trial, curve, status, error, items) ->
        Fixtures.with(Fixtures.record("t1", trial, status, curve, error), items));
  }

  /** Floats of any bits but the payload of NaN. */
  private static Arbitrary<List<ProbeItem>> probes() {
    Arbitrary<Float> number = Arbitraries.oneOf(Arbitraries.integers().map(Float::intBitsToFloat),
        Arbitraries.of(0f, -0f, Float.NaN, Float.NEGATIVE_INFINITY));
    Arbitrary<Probe> probe = Arbitraries.of(Probe.class);
    Arbitrary<String> name = Arbitraries.strings().ascii().ofMaxLength(9);
    Arbitrary<boolean[]> bits = Arbitraries.of(true, false).array(boolean[].class).ofMaxSize(20);
    return Arbitraries.oneOf(
        Combinators.combine(probe, name, number.list().ofMaxSize(9)).as(RoundTripTest::item),
        Combinators.combine(probe, name, bits).as(ProbeItem::bits)).list().ofMaxSize(4);
  }

  private static ProbeItem item(Probe probe, String name, List<Float> values) {
    float[] array = new float[values.size()];
    for (int k = 0; k < array.length; k++) {
      array[k] = values.get(k);
    }
    return new ProbeItem(probe, name, List.of(array.length), array);
  }

  private static Arbitrary<Trial> trials() {
    Arbitrary<Float> share = Arbitraries.floats().between(0, 1).ofScale(10);
    Arbitrary<Float> rate = Arbitraries.integers().between(1, Float.floatToIntBits(Float.MAX_VALUE))
        .map(Float::intBitsToFloat);
    Arbitrary<List<Integer>> hidden = Arbitraries.integers().between(1, 65_536).list().ofMaxSize(4);
    return Combinators.combine(Arbitraries.longs(), share.injectNull(0.2), rate, hidden,
        Arbitraries.integers().greaterOrEqual(1).injectNull(0.2)).as((seed, stop, start, widths, examples) ->
        Trial.defaults(seed).with(Setting.STOP_AT_TRAINING_ACCURACY, stop).with(Setting.HIDDEN, widths)
            .with(Setting.LEARNING_RATE, new LearningRate(start, 1 / (1 + Math.abs(start))))
            .with(Setting.WEIGHT_DECAY, start).with(Setting.TRAINING_EXAMPLES, examples)
            .with(Setting.DATA_SEED, examples).with(Setting.WEIGHTS_SEED, examples).with(Setting.ORDER_SEED, examples)
            .with(Setting.SHIFT, widths.isEmpty() ? 0 : widths.get(0)).with(Setting.INPUT_CORRUPTION_SHARE, stop)
            .with(Setting.TRAINING_SHARE, stop == null || stop == 0 ? 1 : stop));
  }

  /** Doubles of any bits but the payload of NaN. */
  private static Arbitrary<Curve> curves() {
    Arbitrary<Double> number = Arbitraries.oneOf(Arbitraries.longs().map(Double::longBitsToDouble),
        Arbitraries.of(0.0, -0.0, 1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    Arbitrary<Measure> measure = Combinators.combine(number, number).as(Measure::new);
    Arbitrary<EpochRow> row = Combinators.combine(measure, measure, measure, number)
        .as((training, validation, test, seconds) -> new EpochRow(0, training, validation, test, seconds));
    return Combinators.combine(row.list().ofMaxSize(5), Arbitraries.of(true, false)).as(RoundTripTest::curve);
  }

  private static Curve curve(List<EpochRow> measured, boolean validation) {
    List<EpochRow> rows = new ArrayList<>();
    for (EpochRow row : measured) {
      Measure held = validation ? row.validation() : null;
      rows.add(new EpochRow(rows.size(), row.training(), held, row.test(), row.seconds()));
    }
    return new Curve(rows);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("rote-store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
