package rote.experiment.file;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import rote.experiment.Conditions;
import rote.experiment.RandomSearch;
import rote.experiment.Sweep;
import rote.files.InputException;
import rote.files.yaml.YamlNode;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * Reads what an experiment file sweeps: its grid, zip, sample, exclusions and seeds.
 *
 * @param file names the file in error messages
 * @param keys of the file
 */
record SweepReader(String file, Map<String, YamlNode> keys) {
  static final int MAX_TRIALS = 1_000_000;
  private static final String NO_GRID = "name at least one setting and its values, or leave grid out";
  private static final String NO_ZIP = "name at least two settings and their values, or leave zip out";
  private static final String NO_EXCLUSION = "name at least one setting and its value, or leave exclude out";

  Sweep read(Trial base) {
    Sweep sweep = new Sweep(base, grid(), zip(), samples(), exclusions(), seeds());
    demandOneSource(sweep);
    if (sweep.planned() > MAX_TRIALS) {
      throw new InputException(file + ": declares " + (long) sweep.planned() + " trials; at most " + MAX_TRIALS);
    }
    demandEffect(sweep);
    return sweep;
  }

  private List<Map<Setting<?>, List<Object>>> grid() {
    if (!keys.containsKey("grid")) {
      return List.of(Map.of());
    }
    YamlNode grid = keys.get("grid");
    List<YamlNode> products = grid.isList() ? grid.list() : List.of(grid);
    demandSome(products.size(), grid, NO_GRID);
    return products.stream().map(product -> product(product, NO_GRID)).toList();
  }

  private static Map<Setting<?>, List<Object>> product(YamlNode node, String none) {
    Map<Setting<?>, List<Object>> product = new LinkedHashMap<>();
    node.map(Setting.all().stream().map(Setting::path).toList(), key -> ExperimentFile.KEYS.contains(key) ? ExperimentFile.elsewhere(key) : "")
        .forEach((path, values) -> product.put(Setting.at(path).orElseThrow(), values(values, Setting.at(path).orElseThrow())));
    demandSome(product.size(), node, none);
    return product;
  }

  private static List<Object> values(YamlNode node, Setting<?> setting) {
    List<Object> values = node.list().stream().<Object>map(setting::read).toList();
    demandSome(values.size(), node, "give at least one value");
    return values;
  }

  static void demandSome(int size, YamlNode node, String what) {
    if (size == 0) {
      throw node.error("is empty; " + what);
    }
  }

  /** One row for each place in the lists. */
  private List<Map<Setting<?>, Object>> zip() {
    if (!keys.containsKey("zip")) {
      return List.of(Map.of());
    }
    YamlNode zip = keys.get("zip");
    Map<Setting<?>, List<Object>> lists = product(zip, NO_ZIP);
    if (lists.size() == 1) {
      throw zip.error("pairs " + lists.keySet().iterator().next().key() + " with nothing; " + NO_ZIP + ". Of one setting, grid takes the values");
    }
    if (lists.values().stream().map(List::size).distinct().count() > 1) {
      throw zip.error("walks its lists together, so they must be of one length, but their lengths are " + lists.entrySet().stream()
          .map(list -> list.getKey() + " " + list.getValue().size()).collect(Collectors.joining(", ")));
    }
    return IntStream.range(0, lists.values().iterator().next().size()).<Map<Setting<?>, Object>>mapToObj(place -> {
      Map<Setting<?>, Object> row = new LinkedHashMap<>();
      lists.forEach((setting, values) -> row.put(setting, values.get(place)));
      return row;
    }).toList();
  }

  private List<Map<Setting<?>, Object>> samples() {
    return keys.containsKey("sample") ? RandomSearch.samples(keys.get("sample")) : List.of(Map.of());
  }

  /** Refuses a setting that gets its values from two of grid, zip and sample. */
  private void demandOneSource(Sweep sweep) {
    Map<Setting<?>, Object> sample = sweep.samples().get(0);
    Map<Setting<?>, Object> zipped = sweep.zip().get(0);
    sweep.grid().forEach(product -> product.keySet().forEach(setting -> {
      if (sample.containsKey(setting)) {
        throw keys.get("sample").error("draws " + setting + ", to which the grid gives its values");
      }
      if (zipped.containsKey(setting)) {
        throw keys.get("zip").error("pairs " + setting + ", to which the grid gives its values");
      }
    }));
    zipped.keySet().stream().filter(sample::containsKey).findFirst().ifPresent(setting -> {
      throw keys.get("sample").error("draws " + setting + ", to which the zip gives its values");
    });
  }

  private List<Conditions> exclusions() {
    if (!keys.containsKey("exclude")) {
      return List.of();
    }
    demandSome(keys.get("exclude").list().size(), keys.get("exclude"), NO_EXCLUSION);
    return keys.get("exclude").list().stream().map(SweepReader::exclusion).toList();
  }

  private static Conditions exclusion(YamlNode node) {
    demandSome(node.map(Setting.all().stream().map(Setting::key).toList()).size(), node, NO_EXCLUSION);
    return Conditions.read(node);
  }

  /** Refuses exclusions that leave nothing to train, or that exclude nothing. */
  private void demandEffect(Sweep sweep) {
    if (sweep.exclude().isEmpty()) {
      return;
    }
    if (sweep.settings().isEmpty()) {
      throw keys.get("exclude").error("excludes every combination, so there is nothing to train");
    }
    Collection<Trial> excluded = sweep.excluded();
    for (int e = 0; e < sweep.exclude().size(); e++) {
      Conditions some = sweep.exclude().get(e);
      if (excluded.stream().noneMatch(cell -> some.hold("", cell))) {
        throw keys.get("exclude").list().get(e).error("excludes nothing: no combination of grid, zip and sample has these values");
      }
    }
  }

  private List<Long> seeds() {
    if (!keys.containsKey("seeds")) {
      return List.of(1L);
    }
    YamlNode seeds = keys.get("seeds");
    if (!seeds.isList()) {
      return LongStream.rangeClosed(1, seeds.integer(1, MAX_TRIALS)).boxed().toList();
    }
    List<Long> list = seeds.list().stream().map(seed -> seed.whole(Long.MIN_VALUE, Long.MAX_VALUE)).toList();
    demandSome(list.size(), seeds, "give at least one seed");
    if (new LinkedHashSet<>(list).size() < list.size()) {
      throw seeds.error("names a seed twice");
    }
    return list;
  }
}
