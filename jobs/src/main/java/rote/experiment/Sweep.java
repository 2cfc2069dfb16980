package rote.experiment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * The trials that an experiment declares: every cell of a grid, with every sample of a random search, with every seed.
 *
 * @param base the settings before grid and samples change some
 * @param grid products, whose union is swept
 * @param samples a single empty one if there is no random search
 */
public record Sweep(
    Trial base, List<Map<Setting<?>, List<Object>>> grid, List<Map<Setting<?>, Object>> samples, List<Long> seeds) {

  public static Sweep of(Trial base, List<Map<Setting<?>, List<Object>>> grid, List<Long> seeds) {
    return new Sweep(base, grid, List.of(Map.of()), seeds);
  }

  /** The number of declared trials, repeated ones included. */
  public double planned() {
    double cells = grid.stream().mapToDouble(
        product -> product.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b)).sum();
    return cells * samples.size() * seeds.size();
  }

  List<List<Trial>> groups() {
    return settings().stream().map(setting -> seeds.stream().map(setting::withSeed).toList()).toList();
  }

  /** Every cell once, with any seed: cells differ in the values that grid and samples give. */
  public Collection<Trial> settings() {
    Set<Setting<?>> swept = new LinkedHashSet<>(samples.get(0).keySet());
    grid.forEach(product -> swept.addAll(product.keySet()));
    Map<List<Object>, Trial> settings = new LinkedHashMap<>();
    for (Map<Setting<?>, List<Object>> product : grid) {
      cells(product).forEach(cell -> samples.forEach(sample -> {
        Trial trial = sampled(cell, sample);
        settings.putIfAbsent(swept.stream().<Object>map(trial::get).toList(), trial);
      }));
    }
    return settings.values();
  }

  private List<Trial> cells(Map<Setting<?>, List<Object>> product) {
    List<Trial> cells = List.of(base);
    for (Map.Entry<Setting<?>, List<Object>> axis : product.entrySet()) {
      cells = cells.stream()
          .flatMap(cell -> axis.getValue().stream().map(value -> cell.withUnchecked(axis.getKey(), value))).toList();
    }
    return cells;
  }

  private static Trial sampled(Trial cell, Map<Setting<?>, Object> sample) {
    Trial trial = cell;
    for (Setting<?> drawn : sample.keySet()) {
      trial = trial.withUnchecked(drawn, sample.get(drawn));
    }
    return trial;
  }
}
