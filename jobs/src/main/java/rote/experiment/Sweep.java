package rote.experiment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * The trials that an experiment declares: every cell of a grid, with every row of zipped settings, with every sample of a
 * random search, with every seed, but for what is excluded.
 *
 * @param base the settings before grid, zip and samples change some
 * @param grid products, whose union is swept
 * @param zip values of settings that change together; a single empty row if there are none
 * @param samples a single empty one if there is no random search
 * @param exclude a cell in which one of these holds is not trained
 */
public record Sweep(Trial base, List<Map<Setting<?>, List<Object>>> grid, List<Map<Setting<?>, Object>> zip,
    List<Map<Setting<?>, Object>> samples, List<Conditions> exclude, List<Long> seeds) {

  public Sweep(
      Trial base, List<Map<Setting<?>, List<Object>>> grid, List<Map<Setting<?>, Object>> samples, List<Long> seeds) {
    this(base, grid, List.of(Map.of()), samples, List.of(), seeds);
  }

  public static Sweep of(Trial base, List<Map<Setting<?>, List<Object>>> grid, List<Long> seeds) {
    return new Sweep(base, grid, List.of(Map.of()), seeds);
  }

  /** The number of declared trials, repeated and excluded ones included. */
  public double planned() {
    double cells = grid.stream().mapToDouble(
        product -> product.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b)).sum();
    return cells * zip.size() * samples.size() * seeds.size();
  }

  List<List<Trial>> groups() {
    return settings().stream().map(setting -> seeds.stream().map(setting::withSeed).toList()).toList();
  }

  /** Every cell that is trained once, with any seed: cells differ in the values that grid, zip and samples give. */
  public Collection<Trial> settings() {
    return cells(cell -> !isExcluded(cell));
  }

  /** Every cell that is not trained, once, with any seed. */
  public Collection<Trial> excluded() {
    return exclude.isEmpty() ? List.of() : cells(this::isExcluded);
  }

  private boolean isExcluded(Trial cell) {
    return exclude.stream().anyMatch(some -> some.hold("", cell)); // exclusions name no data set
  }

  private Collection<Trial> cells(Predicate<Trial> which) {
    Set<Setting<?>> swept = new LinkedHashSet<>(zip.get(0).keySet());
    swept.addAll(samples.get(0).keySet());
    grid.forEach(product -> swept.addAll(product.keySet()));
    Map<List<Object>, Trial> cells = new LinkedHashMap<>();
    for (Map<Setting<?>, List<Object>> product : grid) {
      cells(product).forEach(cell -> zip.forEach(row -> samples.forEach(sample -> {
        Trial trial = with(with(cell, row), sample);
        if (which.test(trial)) {
          cells.putIfAbsent(swept.stream().<Object>map(trial::get).toList(), trial);
        }
      })));
    }
    return cells.values();
  }

  private List<Trial> cells(Map<Setting<?>, List<Object>> product) {
    List<Trial> cells = List.of(base);
    for (Map.Entry<Setting<?>, List<Object>> axis : product.entrySet()) {
      cells = cells.stream()
          .flatMap(cell -> axis.getValue().stream().map(value -> cell.withUnchecked(axis.getKey(), value))).toList();
    }
    return cells;
  }

  private static Trial with(Trial cell, Map<Setting<?>, Object> values) {
    Trial trial = cell;
    for (Map.Entry<Setting<?>, Object> value : values.entrySet()) {
      trial = trial.withUnchecked(value.getKey(), value.getValue());
    }
    return trial;
  }
}
