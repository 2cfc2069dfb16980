package rote.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import rote.data.Examples;
import rote.data.Inputs;
import rote.data.View;
import rote.data.catalog.Catalog;

class MeasuringTest {
  private static final Examples DIGITS = Catalog.load("pen-digits", List.of()).training();
  private static final ReferenceKernels KERNELS = new ReferenceKernels();

  /** As one adds up by hand: in the order of the set, though images are visited in another. */
  @Property(tries = 20, seed = "1")
  void addsUpInTheOrderOfTheSet(@ForAll @IntRange(min = 1, max = 300) int count, @ForAll long seed) {
    int[] rows = shuffled(count, seed);
    Network network = network(seed);
    double cost = 0;
    int right = 0;
    for (int row : rows) {
      Measure one = Measure.of(KERNELS, network, view(row));
      cost += one.cost();
      right += one.accuracy() == 1 ? 1 : 0;
    }
    assertThat(Measure.of(KERNELS, network, view(rows))).isEqualTo(new Measure(cost / count, (double) right / count));
  }

  @Test
  void seesTheSameImagesInWhateverOrderButNoOthers() {
    Measuring some = measuring(3, 1, 2);
    assertThat(some.seesImagesOf(measuring(1, 2, 3))).isTrue();
    assertThat(some.seesImagesOf(measuring(1, 2, 4))).isFalse();
    assertThat(some.seesImagesOf(measuring(1, 2))).isFalse();
    assertThat(measuring(1, 2).seesImagesOf(some)).isFalse();
    Inputs floats = Inputs.ofFloats(new float[DIGITS.size() * 4], DIGITS.size(), new int[] {1, 2, 3});
    assertThat(some.seesImagesOf(new Measuring(KERNELS, network(1), new View(floats, new byte[3])))).isFalse();
  }

  @Property(tries = 50, seed = "1")
  void ordersExamplesByTheirRows(@ForAll @IntRange(max = 40) int count, @ForAll long seed) {
    Random random = new Random(seed);
    int[] rows = IntStream.range(0, count).map(e -> random.nextInt(30)).toArray(); // some twice
    List<Integer> expected = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    expected.sort((a, b) -> Integer.compare(rows[a], rows[b])); // ties keep their order
    assertThat(Inputs.of(DIGITS, rows).ascending()).isEqualTo(expected.stream().mapToInt(e -> e).toArray());
  }

  private static int[] shuffled(int count, long seed) {
    List<Integer> rows = new ArrayList<>(IntStream.range(0, 1000).boxed().toList());
    Collections.shuffle(rows, new Random(seed));
    return rows.stream().limit(count).mapToInt(row -> row).toArray();
  }

  private static Network network(long seed) {
    Architecture form = Architecture.of(DIGITS.size(), List.of(5), 10, Activation.SIGMOID, Cost.QUADRATIC);
    return WeightInitializer.XAVIER.draw(form, RandomSource.XO_SHI_RO_256_PP.create(seed));
  }

  private static View view(int... rows) {
    byte[] labels = new byte[rows.length];
    IntStream.range(0, rows.length).forEach(e -> labels[e] = DIGITS.labels()[rows[e]]);
    return new View(Inputs.of(DIGITS, rows), labels);
  }

  private static Measuring measuring(int... rows) {
    return new Measuring(KERNELS, network(1), view(rows));
  }
}
