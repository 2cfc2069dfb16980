package rote.experiment.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rote.files.InputException;
import rote.files.yaml.Suggestion;
import rote.files.yaml.YamlText;

/** The experiment files that come with Rote, in its folder {@code experiments}. */
public final class ShippedExperiments {
  public static final String SCHEMA = "experiment.schema.json";
  private static final String ENDING = ".yaml";

  private ShippedExperiments() {}

  public static Path folder() {
    return Path.of(System.getProperty("rote.home", ""), "experiments");
  }

  /** Returns their names, sorted; none where the program comes without its folder. */
  public static List<String> names() throws IOException {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length())).sorted().toList();
    }
  }

  /** Returns what it asks, without reading what it declares, or why it cannot be read. */
  public static String question(String name) {
    try {
      Map<String, Object> tree = YamlText.map(file(name).toString(), Files.readString(file(name)));
      return String.valueOf(tree.getOrDefault("question", ""));
    } catch (InputException | IOException e) {
      return e.getMessage();
    }
  }

  /** @throws InputException if there is none of this name */
  public static Path demand(String name) throws IOException {
    if (!names().contains(name)) {
      throw new InputException("no shipped experiment \"" + name + "\"; " + Suggestion.of(name, names()));
    }
    return file(name);
  }

  private static Path file(String name) {
    return folder().resolve(name + ENDING);
  }
}
