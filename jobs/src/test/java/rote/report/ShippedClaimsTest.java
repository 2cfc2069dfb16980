package rote.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rote.data.FileSystems;
import rote.experiment.Claim;
import rote.experiment.ExperimentFile;
import rote.experiment.Published;

/** What the shipped experiments claim and cite is about trials that they train. */
class ShippedClaimsTest {
  @Test
  void everyClaimIsAboutTrialsAndComparesThemWithOthers() throws IOException {
    for (Groups groups : shipped()) {
      for (Claim claim : groups.experiment().claims()) {
        List<Group> about = about(groups, claim.where());
        assertThat(about).as(groups.experiment().name() + ": " + claim.text()).isNotEmpty();
        claim.than().ifPresent(than -> {
          Map<String, Object> others = new LinkedHashMap<>(claim.where());
          others.putAll(than);
          assertThat(about(groups, others)).as(claim.text()).isNotEmpty().doesNotContainAnyElementsOf(about);
        });
      }
    }
  }

  @Test
  void everyPublishedFigureIsAboutTrials() throws IOException {
    for (Groups groups : shipped()) {
      for (Published published : groups.experiment().published()) {
        Map<String, Object> where = new LinkedHashMap<>(published.where());
        where.remove("dataset"); // the published ones are not built in
        assertThat(about(groups, where)).as(groups.experiment().name() + ": " + published.source()).isNotEmpty();
      }
    }
  }

  private static List<Group> about(Groups groups, Map<String, Object> where) {
    return groups.all().stream().filter(group -> PublishedFigures.matches(where, group)).toList();
  }

  private static List<Groups> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "experiments"))) {
      return files.map(Path::toString).filter(file -> file.endsWith(".yaml"))
          .map(file -> Groups.of(
              ExperimentFile.experiment(file, ExperimentFile.tree(file, List.of(), new FileSystems())), List.of()))
          .toList();
    }
  }
}
