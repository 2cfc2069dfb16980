package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.files.yaml.YamlLiteral;
import rote.store.Manifest;
import rote.store.Output;

class LeftOutTrialsTest {
  private static final Map<String, Object> TINY =
      Map.of("name", "tiny", "grid", Map.of("learning-rate", List.of(0.1, 0.3)), "seeds", 2);

  @TempDir Path folder;

  @Test
  void saysHowManyAndHowToGetThemBack() {
    Map<String, Object> other = Map.of("name", "tiny", "grid", Map.of("learning-rate", List.of(0.1, 0.5)), "seeds", 2,
        "question", "Another?");
    assertThat(line(2, manifest(TINY), "other.yaml", other)).isEqualTo(
        "2 recorded trials of other settings are not in this report and its tables; kept in " + folder.resolve("segments")
            + "; a run with their settings shows them again: the previous report was for tiny.yaml with"
            + " grid.learning-rate [0.1, 0.3]");
  }

  @Test
  void namesNoFileWhereItIsTheSameAndTheKeysThatAreNew() {
    Map<String, Object> shorter = Map.of("name", "tiny", "grid", Map.of("learning-rate", List.of(0.1, 0.3)), "seeds", 1,
        "trial", Map.of("epochs", 1));
    assertThat(line(1, manifest(TINY), "tiny.yaml", shorter))
        .startsWith("1 recorded trial of other settings is not in this report").contains("the previous report was for ")
        .contains("seeds 2", "no trial.epochs").doesNotContain("tiny.yaml");
  }

  @Test
  void endsEarlierWhereTheReportWasOfTheSameSettingsOrThereWasNone() {
    assertThat(line(2, manifest(TINY), "tiny.yaml", TINY)).endsWith("shows them again");
    assertThat(line(2, Manifest.NONE, "tiny.yaml", TINY)).endsWith("shows them again");
  }

  /** A manifest says what a number means, a file how it was typed. */
  @Test
  void aNumberIsTheSameHoweverItIsTyped() {
    Map<String, Object> before = Map.of("data", Map.of("training-examples", 1000.0), "seeds", 2);
    Map<String, Object> now = Map.of("data", Map.of("training-examples", new YamlLiteral(1000.0, "1e3")), "seeds", 1);
    assertThat(line(1, manifest(before), "tiny.yaml", now))
        .endsWith("the previous report was for seeds 2");
  }

  private static Manifest manifest(Map<String, Object> experiment) {
    return Manifest.asked("tiny.yaml", experiment, null, null);
  }

  private String line(int trials, Manifest before, String file, Map<String, Object> now) {
    return LeftOutTrials.line(trials, Output.at(folder.toString()), before, file, now);
  }
}
