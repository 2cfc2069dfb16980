package rote.harness;

import java.util.List;
import java.util.stream.IntStream;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.catalog.Catalog;

/** The first of the pen digits, for tests that train many networks. */
public final class FewDigits {
  private FewDigits() {}

  public static Dataset of(int training, int test) {
    Dataset all = Catalog.load("pen-digits", List.of());
    return new Dataset(all.name(), all.shape(), all.classes(), first(all.training(), training), first(all.test(), test));
  }

  private static Examples first(Examples all, int count) {
    return all.at(IntStream.range(0, count).toArray());
  }
}
