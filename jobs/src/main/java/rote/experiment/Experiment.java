package rote.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A declared sweep: the trials to train, and why.
 *
 * @param name letters, digits, dots, hyphens and underscores: it becomes a folder
 * @param question what the experiment asks, in a sentence
 * @param dataset the name of the data set
 * @param base the settings of every trial, before the grid changes some
 * @param grid products whose union is swept; a product maps settings to their values
 * @param published figures of the literature
 */
public record Experiment(
    String name,
    String question,
    String dataset,
    Trial base,
    List<Map<Setting<?>, List<Object>>> grid,
    List<Long> seeds,
    List<Published> published) {

  /** How many trials are declared, before those that are declared twice fall together. */
  long planned() {
    double cells = grid.stream().mapToDouble(
        product -> product.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b)).sum();
    return (long) (cells * seeds.size());
  }

  /** Every trial once, in the order of the grid, seeds innermost. */
  public List<Trial> trials() {
    Set<Trial> trials = new LinkedHashSet<>();
    for (Map<Setting<?>, List<Object>> product : grid) {
      for (Trial cell : cells(product)) {
        seeds.forEach(seed -> trials.add(cell.withSeed(seed)));
      }
    }
    return List.copyOf(trials);
  }

  /** The settings whose values differ between trials, in the order of {@link Setting#all()}. */
  public List<Setting<?>> axes() {
    List<Trial> trials = trials();
    return Setting.all().stream()
        .<Setting<?>>filter(setting -> trials.stream().map(trial -> plain(trial, setting)).distinct().count() > 1)
        .toList();
  }

  private static String plain(Trial trial, Setting<?> setting) {
    return String.valueOf(trial.get(setting));
  }

  private List<Trial> cells(Map<Setting<?>, List<Object>> product) {
    List<Trial> cells = List.of(base);
    for (Map.Entry<Setting<?>, List<Object>> axis : new LinkedHashMap<>(product).entrySet()) {
      List<Trial> next = new ArrayList<>();
      for (Trial cell : cells) {
        axis.getValue().forEach(value -> next.add(cell.withUnchecked(axis.getKey(), value)));
      }
      cells = next;
    }
    return cells;
  }
}
