package rote.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rote.analysis.Group;
import rote.analysis.Groups;
import rote.experiment.Experiment;
import rote.files.yaml.YamlFlow;
import rote.trial.Setting;

/**
 * The parts of the shell command that trains one recorded trial again, into an output of its own. It sets all of {@code data}
 * and {@code trial}, so it depends neither on the rest of the experiment's file nor on how that was run.
 *
 * @param begin what all trials have in common
 * @param out the folder of the output, which is named after the trial
 */
record RetrainCommand(String begin, List<Part> settings, String out) {

  /**
   * A setting that differs between groups: {@code --set path=value}.
   *
   * @param quote goes before the path and after the value
   * @param values each value once
   * @param of which of them each group has
   */
  record Part(String path, String quote, List<String> values, List<Integer> of) {}

  static RetrainCommand of(Groups groups, String file) {
    List<Part> settings = groups.axes().stream().map(axis -> part(groups, axis)).toList();
    return new RetrainCommand(begin(groups, file), settings, "notebooks-out/");
  }

  private static String begin(Groups groups, String file) {
    Experiment experiment = groups.experiment();
    List<String> changes = new ArrayList<>(List.of("data=" + section(groups, true), "trial=" + section(groups, false)));
    if (!experiment.sweep().grid().equals(List.of(Map.of()))) {
      changes.add("grid=null");
    }
    if (!experiment.sweep().zip().equals(List.of(Map.of()))) {
      changes.add("zip=null");
    }
    if (!experiment.sweep().exclude().isEmpty()) {
      changes.add("exclude=null");
    }
    if (!experiment.sweep().samples().equals(List.of(Map.of()))) {
      changes.add("sample=null");
    }
    if (experiment.followUp().isPresent()) {
      changes.add("then=null");
    }
    if (experiment.resampling().permutations() > 0) {
      changes.addAll(List.of("permutation-test=null", "claims=null")); // claims about a test that is not made are errors
    }
    return "./rote run " + quoted(file)
        + changes.stream().map(change -> " --set " + quoted(change)).collect(Collectors.joining());
  }

  /** What all trials have in common, unless it is the default. */
  private static String section(Groups groups, boolean ofData) {
    Map<String, Object> section = new LinkedHashMap<>();
    if (ofData) {
      section.putAll(groups.experiment().data().plain());
    }
    Setting.all().stream()
        .filter(setting -> setting.ofData() == ofData && !groups.axes().contains(setting))
        .filter(setting -> !plain(groups.all().get(0), setting).equals(YamlFlow.of(Setting.plain(setting.initial()))))
        .forEach(setting -> section.put(setting.key(), Setting.plain(groups.all().get(0).trial().get(setting))));
    return YamlFlow.of(section);
  }

  private static Part part(Groups groups, Setting<?> setting) {
    TextColumn values = TextColumn.of(groups.all(), group -> plain(group, setting));
    String path = (setting.ofData() ? "data." : "trial.") + setting.key();
    boolean isPlain = values.values().stream().allMatch(value -> isPlain(path + "=" + value));
    return new Part(path, isPlain ? "" : "'", values.values().stream().map(RetrainCommand::escaped).toList(), values.of());
  }

  private static String plain(Group group, Setting<?> setting) {
    return YamlFlow.of(Setting.plain(group.trial().get(setting)));
  }

  private static String quoted(String word) {
    return isPlain(word) ? word : "'" + escaped(word) + "'";
  }

  private static boolean isPlain(String word) {
    return word.matches("[A-Za-z0-9_./:=@%+,-]+");
  }

  private static String escaped(String text) {
    return text.replace("'", "'\\''");
  }
}
