package rote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.PublishedValue;
import rote.experiment.Relation;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;

/** What the shipped experiments claim and cite is about trials that they train. */
class ShippedClaimsTest {
  @Test
  void everyClaimIsAboutTrialsAndComparesThemWithOthers() throws IOException {
    for (Groups groups : shipped()) {
      for (Claim claim : groups.experiment().claims()) {
        List<Group> about = about(groups, claim.where());
        assertThat(about).as(groups.experiment().name() + ": " + claim.text()).isNotEmpty();
        claim.relation().comparedWith().ifPresent(than -> {
          assertThat(about(groups, claim.where().and(than))).as(claim.text()).isNotEmpty().doesNotContainAnyElementsOf(about);
        });
        if (claim.relation() instanceof Relation.Difference difference && difference.moreThanFor().isPresent()) {
          Conditions less = claim.where().and(difference.moreThanFor().get());
          assertThat(about(groups, less)).as(claim.text()).isNotEmpty().doesNotContainAnyElementsOf(about);
          assertThat(about(groups, less.and(difference.than()))).as(claim.text()).isNotEmpty()
              .doesNotContainAnyElementsOf(about).doesNotContainAnyElementsOf(about(groups, less));
        }
      }
    }
  }

  /** Table 1 of Zhang et al. is about all images, which that file trains when it is asked for the paper's size. */
  @Test
  void everyPublishedFigureIsAboutTrials() throws IOException {
    for (Groups groups : shipped("zhang-table-1.yaml", "data.training-examples=null")) {
      for (PublishedValue published : groups.experiment().published()) {
        assertThat(about(groups, published.where())).as(groups.experiment().name() + ": " + published.source()).isNotEmpty();
      }
    }
  }

  /** A claim that no outcome could decide is no claim. */
  @Test
  void everyClaimHasSeedsEnoughToBeDecided() throws IOException {
    for (Groups groups : shipped()) {
      assertThat(ClaimPower.undecidable(groups.experiment())).as(groups.experiment().name()).isEmpty();
    }
  }

  /** Whatever the data: the published ones are not built in. */
  private static List<Group> about(Groups groups, Conditions settings) {
    Conditions where = new Conditions(Optional.empty(), settings.values());
    return groups.all().stream().filter(group -> PublishedFigures.matches(where, group)).toList();
  }

  private static List<Groups> shipped() throws IOException {
    return shipped("none", "");
  }

  /** With one value of one file changed. */
  private static List<Groups> shipped(String changed, String set) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "experiments"))) {
      return files.map(Path::toString).filter(file -> file.endsWith(".yaml"))
          .map(file -> Groups.of(
              ExperimentFile.read(file, Path.of(file).endsWith(changed) ? List.of(set) : List.of(), new FileSystems()).experiment(),
              List.of()))
          .toList();
    }
  }
}
