package rote.experiment.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rote.files.yaml.Suggestion;

/** Suggests a file for one that is missing: with the ending or folder added, or a typing error mended. */
final class MissingFile {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml");

  private MissingFile() {}

  static String suggestion(String file) {
    try {
      return file.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*") ? ""
          : meant(Path.of(file)).map(path -> "; did you mean " + path + "?").orElse("");
    } catch (IOException | InvalidPathException e) {
      return ""; // a folder that cannot be listed has no names to suggest
    }
  }

  private static Optional<Path> meant(Path file) throws IOException {
    if (file.getFileName() == null) {
      return Optional.empty();
    }
    for (Path folder : List.of(file.resolveSibling(""), ShippedExperiments.folder())) {
      Optional<Path> near = near(file, folder);
      if (near.isPresent()) {
        return near;
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> near(Path file, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> ENDINGS.stream().anyMatch(path.toString()::endsWith))
          .filter(path -> Suggestion.isNear(stem(file), stem(path)))
          .min(Comparator.comparingInt((Path path) -> Suggestion.distance(stem(file), stem(path))).thenComparing(path -> path));
    }
  }

  private static String stem(Path path) {
    return path.getFileName().toString().replaceFirst("\\.(ya?ml|json)?$", "");
  }
}
