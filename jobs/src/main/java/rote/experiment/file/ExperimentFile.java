package rote.experiment.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import rote.data.catalog.DataKeys;
import rote.experiment.Experiment;
import rote.experiment.FollowUp;
import rote.experiment.Sweep;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.Secrets;
import rote.files.yaml.QuotedValue;
import rote.files.yaml.YamlNode;
import rote.files.yaml.YamlPlaces;
import rote.files.yaml.YamlText;
import rote.trial.Probe;
import rote.trial.Setting;
import rote.trial.Trial;

/** Reads an experiment from a file: strict YAML, in which everything that is not understood is an error. */
public final class ExperimentFile {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
  private static final int MAX_BYTES = 10_000_000; // more than the YAML reader takes
  static final List<String> KEYS = List.of("name", "question", "data", "trial", "grid", "zip", "sample", "exclude", "seeds",
      "permutation-test", "then", "keep-state", "claims", "published", "probes");

  private final String file;
  private final Map<String, YamlNode> keys;

  /**
   * What a file declares.
   *
   * @param tree its maps, lists, texts and numbers
   */
  public record Declaration(Map<String, Object> tree, Experiment experiment) {}

  private ExperimentFile(String file, YamlPlaces places, Object tree) {
    this.file = file;
    this.keys = new YamlNode(places, "", tree).map(KEYS, key ->
        Setting.named(key).map(setting -> "did you mean \"" + setting.section() + "." + key + "\"? ").orElse(""));
  }

  /**
   * Reads the experiment that a file declares.
   *
   * @param file a URI or a path
   * @param changes of {@code --set}, applied before anything is checked
   * @throws InputException if the file cannot be read or is no experiment, if a claim can never be decided, or if a change
   *     reaches not every trial
   */
  public static Declaration read(String file, List<String> changes, FileSystems systems) {
    String shown = Secrets.hiddenLocation(file);
    try {
      return read(shown, text(file, shown, systems), changes);
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new InputException(shown + ": no such file" + MissingFile.suggestion(file), e);
    } catch (CharacterCodingException e) {
      throw new InputException(shown + ": not UTF-8 text; save it as UTF-8", e);
    } catch (IOException e) {
      throw new InputException(shown + (String.valueOf(e.getMessage()).contains("Is a directory")
          ? ": is a folder; name an experiment file in it, such as NAME.yaml" : ": cannot be read: " + e.getMessage()), e);
    }
  }

  static Declaration read(String file, String text, List<String> changes) {
    Map<String, Object> tree = YamlText.map(file, text);
    YamlPlaces places = YamlPlaces.in(file, text);
    List<SetOption> all = changes.stream().map(SetOption::of).toList();
    demandOneValueEach(all);
    all.forEach(change -> {
      change.apply(tree);
      places.replace(change.path(), change.text());
    });
    ExperimentFile changed = new ExperimentFile(file, places, tree);
    Experiment experiment = changed.experiment();
    if (!all.isEmpty()) {
      SetOptionCheck.check(file, YamlText.map(file, text), tree, all);
    }
    changed.demandDecidableClaims(experiment);
    return new Declaration(tree, experiment);
  }

  /** Not demanded of outputs: old ones must open. */
  private void demandDecidableClaims(Experiment experiment) {
    each("claims", node -> node).forEach(node -> {
      ClaimReader.demandDecidable(node, keys.get("then"));
      ExcludedClaims.check(node, experiment);
      new ResamplingReader(file, keys).checkClaim(node);
    });
  }

  private static void demandOneValueEach(List<SetOption> changes) {
    for (int later = 1; later < changes.size(); later++) {
      for (SetOption earlier : changes.subList(0, later)) {
        if (earlier.isLostBehind(changes.get(later))) {
          throw new InputException(changes.get(later).text() + ": " + earlier.text() + " gives that too; leave one of them out");
        }
      }
    }
  }

  private static String text(String file, String shown, FileSystems systems) throws IOException {
    try (InputStream in = systems.open(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES);
      if (bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0)) {
        throw new InputException(shown + ": is UTF-16 text, or none at all; save it as UTF-8");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  /** The experiment that a tree declares. @param file names the tree in error messages */
  public static Experiment experiment(String file, Map<String, Object> tree) {
    return new ExperimentFile(file, YamlPlaces.in(file), tree).experiment();
  }

  private Experiment experiment() {
    if (!keys.containsKey("name")) {
      throw new InputException(file + ": name is missing");
    }
    YamlNode name = keys.get("name");
    demandName(name);
    Map<String, YamlNode> data = section("data", DataKeysReader.KEYS.toArray(String[]::new));
    DataKeys dataset = DataKeysReader.read(data);
    Trial base = settings(settings(Trial.defaults(0), data), section("trial"));
    String question = keys.containsKey("question") ? keys.get("question").line() : "";
    Sweep sweep = new SweepReader(file, keys).read(base);
    FrozenLayers.check(sweep, keys);
    return new Experiment(name.text(), question, dataset, sweep, followUp(sweep), List.of(),
        each("claims", ClaimReader::read), each("published", PublishedReader::read), probes(sweep), new ResamplingReader(file, keys).read(sweep),
        keys.containsKey("keep-state") && keys.get("keep-state").flag());
  }

  /** Demands a name that can be a folder's. */
  public static void demandName(YamlNode name) {
    if (!name.text().matches(NAME)) {
      throw name.error("must begin with a letter or digit and hold letters, digits, dots, hyphens and underscores, was "
          + QuotedValue.of(name.text()));
    }
  }

  private Map<String, YamlNode> section(String section, String... more) {
    Stream<String> known = Setting.all().stream()
        .filter(setting -> setting.section().equals(section)).map(Setting::key);
    List<String> allowed = Stream.concat(Stream.of(more), known).toList();
    return keys.containsKey(section) ? keys.get(section).map(allowed, ExperimentFile::elsewhere) : Map.of();
  }

  /** Says where a key belongs that stands in another section. */
  static String elsewhere(String key) {
    return Setting.named(key).map(setting -> "it belongs to " + setting.section() + ". ")
        .orElse(KEYS.contains(key) ? "it is a key of the file itself. " : "");
  }

  private static Trial settings(Trial trial, Map<String, YamlNode> nodes) {
    Trial changed = trial;
    for (Setting<?> setting : Setting.all()) {
      YamlNode node = nodes.get(setting.key());
      changed = node == null ? changed : changed.withUnchecked(setting, setting.read(node));
    }
    return changed;
  }

  private Optional<FollowUp> followUp(Sweep sweep) {
    if (!keys.containsKey("then")) {
      return Optional.empty();
    }
    YamlNode then = keys.get("then");
    Map<String, YamlNode> parts = then.map(List.of("best-by", "seeds", "for-each"));
    if (!parts.containsKey("best-by") || !parts.containsKey("seeds")) {
      throw then.error("needs best-by and seeds, such as {best-by: validation_accuracy, seeds: 20}");
    }
    if (sweep.settings().stream().anyMatch(trial -> trial.get(Setting.VALIDATION_EXAMPLES) == 0)) {
      throw then.error("chooses by validation examples: data.validation-examples must be > 0"
          + (sweep.settings().stream().allMatch(trial -> trial.get(Setting.VALIDATION_EXAMPLES) == 0) ? "" : " in every trial"));
    }
    FollowUp followUp = new FollowUp(bestBy(parts.get("best-by")), parts.get("seeds").integer(1, SweepReader.MAX_TRIALS),
        parts.containsKey("for-each") ? forEach(parts.get("for-each"), sweep) : List.of());
    long last = Collections.max(sweep.seeds());
    if (last > Long.MAX_VALUE - followUp.seeds()) {
      throw parts.get("seeds").error("asks for " + followUp.seeds() + " seeds after the largest of seeds, " + last
          + ", and there are none above " + Long.MAX_VALUE + "; take smaller seeds");
    }
    return Optional.of(followUp);
  }

  /** Settings that are swept, named as in the grid. */
  private static List<Setting<?>> forEach(YamlNode node, Sweep sweep) {
    List<Setting<?>> swept = Setting.all().stream().<Setting<?>>filter(setting ->
        sweep.settings().stream().map(trial -> (Object) trial.get(setting)).distinct().count() > 1).toList();
    List<Setting<?>> named = node.list().stream().<Setting<?>>map(name -> swept.stream()
        .filter(setting -> setting.path().equals(name.text())).findFirst().orElseThrow(() -> name.error(
            "must be a setting with several values in grid, zip or sample, was " + QuotedValue.of(name.text()) + "; there are "
                + String.join(", ", swept.stream().map(Setting::path).toList())))).toList();
    SweepReader.demandSome(named.size(), node, "name the settings for each value of which the best is chosen, or leave for-each out");
    return named;
  }

  private static FollowUp.BestBy bestBy(YamlNode node) {
    return Arrays.stream(FollowUp.BestBy.values())
        .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(node.text())).findFirst()
        .orElseThrow(() -> node.error("must be validation_accuracy or validation_cost (the test set chooses nothing), was "
            + QuotedValue.of(node.text())));
  }

  private List<Probe> probes(Sweep sweep) {
    List<Probe> probes = each("probes", node -> node.choice(Probe.class));
    if (new LinkedHashSet<>(probes).size() < probes.size()) {
      throw keys.get("probes").error("names a probe twice");
    }
    if (probes.contains(Probe.EXAMPLE_CORRECTNESS)
        && sweep.settings().stream().anyMatch(trial -> trial.get(Setting.DATA_SEED) == null)) {
      throw keys.get("probes").error("example-correctness needs data.data-seed, such as 1: without it every seed has other"
          + " examples and other labels, and nothing can be said of one example");
    }
    new ResamplingReader(file, keys).checkProbes(sweep, probes);
    return probes.stream().sorted().toList();
  }

  private <T> List<T> each(String key, Function<YamlNode, T> reader) {
    return keys.containsKey(key) ? keys.get(key).list().stream().map(reader).toList() : List.of();
  }
}
