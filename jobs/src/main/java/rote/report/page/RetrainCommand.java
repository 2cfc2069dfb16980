package rote.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rote.analysis.Groups;
import rote.experiment.Experiment;
import rote.trial.Setting;

/**
 * The command that trains one recorded trial again and nothing else, into an output of its own.
 *
 * <p>It sets the whole of {@code data} and {@code trial}, so that it does not depend on what else the experiment's file, or
 * the command line of that day, gave them. Of all trials it has one beginning; behind that come what the group has different
 * from others, and the seed.
 */
final class RetrainCommand {
  private final Groups groups;
  private final String file;

  RetrainCommand(Groups groups, String file) {
    this.groups = groups;
    this.file = file;
  }

  /**
   * The parts of the command, ready for a shell: {@code begin}, then {@code --set path=value} of each setting between its
   * {@code quote}s, then the seed, then {@code out} and the trial's id.
   */
  Map<String, Object> values() {
    return Map.of("begin", begin(), "settings", groups.axes().stream().map(this::setting).toList(),
        "out", "notebooks-out/");
  }

  private String begin() {
    Experiment experiment = groups.experiment();
    List<String> changes = new ArrayList<>();
    changes.add("data=" + section(true));
    changes.add("trial=" + section(false));
    if (!experiment.sweep().grid().equals(List.of(Map.of()))) {
      changes.add("grid=null");
    }
    if (!experiment.sweep().samples().equals(List.of(Map.of()))) {
      changes.add("sample=null");
    }
    if (experiment.followUp().isPresent()) {
      changes.add("then=null");
    }
    return "./rote run " + quoted(file)
        + changes.stream().map(change -> " --set " + quoted(change)).collect(Collectors.joining());
  }

  /** What all trials have alike, where it is not what a file that is silent gives. */
  private String section(boolean ofData) {
    Map<String, Object> section = new LinkedHashMap<>();
    if (ofData) {
      section.put("dataset", groups.dataset());
    }
    Setting.all().stream()
        .filter(setting -> setting.ofData() == ofData && !groups.axes().contains(setting))
        .filter(setting -> !plain(0, setting).equals(yaml(Setting.plain(setting.initial()))))
        .forEach(setting -> section.put(setting.key(), Setting.plain(groups.all().get(0).trial().get(setting))));
    return yaml(section);
  }

  private Map<String, Object> setting(Setting<?> setting) {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<Integer> of = new ArrayList<>();
    for (int g = 0; g < groups.all().size(); g++) {
      places.putIfAbsent(plain(g, setting), places.size());
      of.add(places.get(plain(g, setting)));
    }
    String path = (setting.ofData() ? "data." : "trial.") + setting.key();
    boolean isPlain = places.keySet().stream().allMatch(value -> isPlain(path + "=" + value));
    return Map.of("path", path, "quote", isPlain ? "" : "'",
        "values", places.keySet().stream().map(RetrainCommand::escaped).toList(), "of", of);
  }

  private String plain(int group, Setting<?> setting) {
    return yaml(Setting.plain(groups.all().get(group).trial().get(setting)));
  }

  /** In one line. */
  private static String yaml(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream().map(entry -> entry.getKey() + ": " + yaml(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(RetrainCommand::yaml).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof String text && !text.matches("[a-z][a-z0-9-]*") ? json(text) : String.valueOf(value);
  }

  /** A text that YAML reads as such, whatever is in it. */
  private static String json(String text) {
    try {
      return new ObjectMapper().writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One word of a shell's command line. */
  private static String quoted(String word) {
    return isPlain(word) ? word : "'" + escaped(word) + "'";
  }

  private static boolean isPlain(String word) {
    return word.matches("[A-Za-z0-9_./:=@%+,-]+");
  }

  /** A text between single quotes. */
  private static String escaped(String text) {
    return text.replace("'", "'\\''");
  }
}
