package rote.experiment.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import rote.experiment.Experiment;
import rote.experiment.FollowUp;
import rote.experiment.Sweep;
import rote.files.InputException;
import rote.files.yaml.YamlNode;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialKey;

/**
 * Checks that what {@code --set} gives to {@code trial} and {@code data} reaches every trial and changes some: grid, zip and sample
 * overrule these sections, and some settings have no effect beside others.
 *
 * @param declared the file's tree before the changes
 * @param changed the tree after them
 * @param experiment of the changed tree
 */
record SetOptionCheck(
    String file, Map<String, Object> declared, Map<String, Object> changed, List<SetOption> changes, Experiment experiment) {

  /**
   * Checks all changes together, so that their order does not matter.
   *
   * @throws InputException for a change that does not reach every trial, or after which no trial differs; a value that is in
   *     the file already, or is the default, is no change
   */
  static void check(String file, Map<String, Object> declared, Map<String, Object> changed, List<SetOption> changes) {
    SetOptionCheck reach = new SetOptionCheck(file, declared, changed, changes, ExperimentFile.experiment(file, changed));
    List<Setting<?>> given = Setting.all().stream().<Setting<?>>filter(setting -> holds(changed, setting)).toList();
    given.forEach(reach::checkReach);
    if (!reach.spellsTrialsOut()) {
      given.stream().filter(setting -> changes.stream().anyMatch(change -> change.gives(setting))).forEach(reach::checkEffect);
      changes.stream().filter(change -> change.path().size() > 1 && change.sweeps()).forEach(reach::checkSwept);
    }
  }

  /** Commands in reports give every setting of one trial, also those without effect, because its id has them all. */
  private boolean spellsTrialsOut() {
    return Stream.of("data", "trial").allMatch(section -> changes.stream().anyMatch(any -> any.path().equals(List.of(section))));
  }

  private void checkReach(Setting<?> setting) {
    Sweep sweep = experiment.sweep();
    Object wanted = sweep.base().get(setting);
    if (!isDeclared(setting, wanted)
        && sweep.settings().stream().anyMatch(trial -> !Objects.equals(trial.get(setting), wanted))) {
      String value = String.valueOf(Setting.plain(wanted)).replace("=", ": ");
      throw new InputException(change(setting) + ": " + advice(setting, value));
    }
  }

  private void checkEffect(Setting<?> setting) {
    Object wanted = experiment.sweep().base().get(setting);
    boolean isGiven = holds(declared, setting) ? isDeclared(setting, wanted) : Objects.equals(setting.initial(), wanted);
    if (!isGiven && !isSwept(setting)) {
      demandEffect(change(setting), setting, without(setting.section(), setting.key()));
    }
  }

  /** Refuses other values of a grid or a sample by which no trial differs. */
  private void checkSwept(SetOption change) {
    Setting.at(change.path().get(1)).ifPresent(setting -> demandEffect(change.text(), setting, without(change.path().get(0),
        change.path().get(1)).filter(until -> !values(setting, until).equals(values(setting, experiment)))));
  }

  private void demandEffect(String change, Setting<?> setting, Optional<Experiment> without) {
    without.filter(this::plansTheSame).ifPresent(same -> {
      throw new InputException(change + ": no trial differs by it: " + setting
          + " has no effect there beside the other settings; leave it out");
    });
  }

  private static Set<Object> values(Setting<?> setting, Experiment experiment) {
    return experiment.sweep().settings().stream().map(trial -> (Object) trial.get(setting)).collect(Collectors.toSet());
  }

  private String change(Setting<?> setting) {
    return changes.stream().filter(any -> any.gives(setting)).reduce((first, last) -> last).orElseThrow().text();
  }

  /** Whether grid, zip or sample give all trials its value. */
  private boolean isSwept(Setting<?> setting) {
    Sweep sweep = experiment.sweep();
    return sweep.zip().get(0).containsKey(setting) || sweep.samples().get(0).containsKey(setting) || sweep.grid().stream().allMatch(product -> product.containsKey(setting));
  }

  private boolean plansTheSame(Experiment without) {
    List<Long> seeds = experiment.sweep().seeds();
    long last = Collections.max(seeds);
    LongStream fresh = LongStream.rangeClosed(1, experiment.followUp().map(FollowUp::seeds).orElse(0)).map(k -> last + k);
    return LongStream.concat(seeds.stream().mapToLong(seed -> seed), fresh)
        .allMatch(seed -> keys(experiment, seed).equals(keys(without, seed)));
  }

  /** The experiment with one key of a section as the file has it; empty if that is no experiment. */
  private Optional<Experiment> without(String section, String key) {
    Map<Object, Object> keys = new LinkedHashMap<>((Map<?, ?>) changed.get(section));
    keys.remove(key);
    if (declared.get(section) instanceof Map<?, ?> before && before.containsKey(key)) {
      keys.put(key, before.get(key));
    }
    Map<String, Object> without = new LinkedHashMap<>(changed);
    without.put(section, keys);
    if (keys.isEmpty()) {
      without.remove(section);
    }
    try {
      return Optional.of(ExperimentFile.experiment(file, without));
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  private static Set<TrialKey> keys(Experiment experiment, long seed) {
    return experiment.sweep().settings().stream().map(trial -> TrialKey.of(trial.withSeed(seed))).collect(Collectors.toSet());
  }

  private String advice(Setting<?> setting, String value) {
    Sweep sweep = experiment.sweep();
    if (sweep.samples().get(0).containsKey(setting)) {
      return "the sample draws " + setting + "; set sample." + setting.path() + "=" + value;
    }
    if (sweep.zip().get(0).containsKey(setting)) {
      return "the zip gives " + setting + " its values; set all " + sweep.zip().size() + ", such as zip." + setting.path() + "=["
          + String.join(", ", Collections.nCopies(sweep.zip().size(), value)) + "], or leave it out by --set zip=null";
    }
    return "the grid gives " + setting + " its values; set " + (changed.get("grid") instanceof List<?>
        ? "the whole grid, such as --set 'grid={" + setting.path() + ": [" + value + "]}', or leave it out by --set grid=null"
        : "grid." + setting.path() + "=[" + value + "]");
  }

  private boolean isDeclared(Setting<?> setting, Object wanted) {
    if (!holds(declared, setting)) {
      return false;
    }
    try {
      Object value = ((Map<?, ?>) declared.get(setting.section())).get(setting.key());
      Object read = setting.read(new YamlNode(file, setting.key(), value));
      return Objects.equals(Trial.defaults(0).withUnchecked(setting, read).get(setting), wanted); // as a trial has it: -0 is 0
    } catch (InputException e) {
      return false; // it was no value, and the change mends that
    }
  }

  private static boolean holds(Map<String, Object> tree, Setting<?> setting) {
    return tree.get(setting.section()) instanceof Map<?, ?> section && section.containsKey(setting.key());
  }
}
