package rote.experiment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import rote.data.InputException;

/**
 * The check that what {@code --set} gives to {@code trial} and {@code data} reaches every trial: where a grid or a sample
 * gives the same setting values of its own, those count.
 */
final class Reach {
  private final String file;
  private final Map<String, Object> declared;
  private final Map<String, Object> changed;
  private final List<Change> changes;
  private final Sweep sweep;

  private Reach(String file, Map<String, Object> declared, Map<String, Object> changed, List<Change> changes) {
    this.file = file;
    this.declared = declared;
    this.changed = changed;
    this.changes = changes;
    this.sweep = ExperimentFile.experiment(file, changed).sweep();
  }

  /**
   * Checks all changes together, so that their order does not matter.
   *
   * @param declared the file's tree before the changes
   * @param changed the tree after them
   * @throws InputException for one that has no effect on some trial, with what to change instead; a value that stands in the
   *     file already is no change
   */
  static void check(String file, Map<String, Object> declared, Map<String, Object> changed, List<Change> changes) {
    Reach reach = new Reach(file, declared, changed, changes);
    Setting.all().stream().filter(setting -> holds(changed, setting)).forEach(reach::check);
  }

  private void check(Setting<?> setting) {
    Object wanted = sweep.base().get(setting);
    if (!isDeclared(setting, wanted)
        && sweep.settings().stream().anyMatch(trial -> !Objects.equals(trial.get(setting), wanted))) {
      String change = changes.stream().filter(any -> any.gives(setting)).reduce((first, last) -> last).orElseThrow().text();
      throw new InputException(change + ": " + advice(setting, String.valueOf(Setting.plain(wanted)).replace("=", ": ")));
    }
  }

  private String advice(Setting<?> setting, String value) {
    if (sweep.samples().get(0).containsKey(setting)) {
      return "the sample draws " + setting + "; set sample." + setting.path() + "=" + value;
    }
    return "the grid gives " + setting + " its values; set " + (changed.get("grid") instanceof List<?>
        ? "the whole grid, such as --set 'grid={" + setting.path() + ": [" + value + "]}', or leave it out by --set grid=null"
        : "grid." + setting.path() + "=[" + value + "]");
  }

  /** Whether the file itself gives the setting this value. */
  private boolean isDeclared(Setting<?> setting, Object wanted) {
    if (!holds(declared, setting)) {
      return false;
    }
    try {
      Object value = ((Map<?, ?>) declared.get(setting.section())).get(setting.key());
      return Objects.equals(setting.read(new YamlNode(file, setting.key(), value)), wanted);
    } catch (InputException e) {
      return false; // it was no value, and the change mends that
    }
  }

  private static boolean holds(Map<String, Object> tree, Setting<?> setting) {
    return tree.get(setting.section()) instanceof Map<?, ?> section && section.containsKey(setting.key());
  }
}
