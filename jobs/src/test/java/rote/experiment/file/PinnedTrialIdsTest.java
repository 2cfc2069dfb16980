package rote.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rote.data.catalog.Catalog;
import rote.experiment.Experiment;
import rote.files.FileSystems;
import rote.files.Sha256;
import rote.trial.TrialId;

/** Ids of trials that outputs hold never change. They are pinned on copies of the shipped experiment files. */
class PinnedTrialIdsTest {
  private static final Path FOLDER = Path.of("src/test/resources/experiments");

  @Test
  void everyTrialKeepsItsId() throws IOException {
    Set<String> lines = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        lines.add(line(file, "pen-digits"));
        lines.add(line(file, "mnist"));
      }
    }
    assertThat(String.join("\n", lines)).isEqualTo(Files.readString(FOLDER.resolve("trial-ids.txt")).strip());
  }

  /** One line per file: data set, number of ids, the first id and the SHA-256 of all. */
  private static String line(Path file, String dataset) {
    Experiment experiment = ExperimentFile.read(file.toString(), List.of(), new FileSystems()).experiment();
    String digest = Catalog.known(dataset).orElseThrow().digest();
    Set<String> ids = experiment.trials().stream().map(trial -> TrialId.of(trial, digest))
        .collect(Collectors.toCollection(LinkedHashSet::new));
    return String.join(" ", experiment.name(), dataset, "" + ids.size(), ids.iterator().next(),
        Sha256.hex(Sha256.of(String.join("\n", ids) + "\n")));
  }
}
