package rote.experiment.file;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import rote.experiment.Sweep;
import rote.files.InputException;
import rote.files.yaml.YamlNode;
import rote.trial.Setting;
import rote.trial.Trial;

/** Refuses frozen layers that a network does not have. */
final class FrozenLayers {
  private FrozenLayers() {}

  /**
   * @param keys of the file
   * @throws InputException if some trial freezes a layer beyond its last
   */
  static void check(Sweep sweep, Map<String, YamlNode> keys) {
    place(keys).ifPresent(place -> sweep.settings().forEach(trial -> check(trial, place)));
  }

  private static void check(Trial trial, YamlNode place) {
    int layers = trial.get(Setting.HIDDEN).size() + 1;
    trial.get(Setting.FROZEN).stream().filter(layer -> layer > layers).findFirst().ifPresent(layer -> {
      throw place.error("names layer " + layer + ", but with hidden " + trial.get(Setting.HIDDEN) + " the layers are 1 to "
          + layers);
    });
  }

  /** Returns where the file names them. */
  private static Optional<YamlNode> place(Map<String, YamlNode> keys) {
    return Stream.of("grid", "zip", "sample", "trial").map(keys::get).filter(Objects::nonNull)
        .flatMap(node -> node.isList() ? node.list().stream() : Stream.of(node))
        .map(node -> node.map().get(Setting.FROZEN.key())).filter(Objects::nonNull).findFirst();
  }
}
