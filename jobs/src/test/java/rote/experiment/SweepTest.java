package rote.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.analysis.Groups;
import rote.analysis.Verdicts;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.files.yaml.YamlText;
import rote.report.Axis;
import rote.report.AxisLines;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.TrialKey;

/** Zipped settings, exclusions, lists of grids, and the distributions of whole numbers and steps. */
class SweepTest {
  private static final String ZIP = "name: a\nzip: {hidden: [[16], [32], [64]], learning-rate: [0.1, 0.07, 0.05]}\n";

  @Test
  void theListsOfAZipAreWalkedTogetherAndCrossedWithAllElse() {
    Experiment experiment = read(ZIP + "grid: {label-corruption: [0, 0.5]}\nsample: {trials: 4, momentum: {uniform: [0, 1]}}\nseeds: 2");
    assertThat(experiment.trials()).hasSize(3 * 2 * 4 * 2);
    assertThat(experiment.sweep().planned()).isEqualTo(48);
    assertThat(experiment.trials().stream().map(trial -> trial.get(Setting.HIDDEN) + " " + trial.get(Setting.LEARNING_RATE).start()))
        .containsOnly("[16] 0.1", "[32] 0.07", "[64] 0.05");
  }

  @Test
  void aZipWithARowTwiceTrainsItOnce() {
    assertThat(read("name: a\nzip: {epochs: [3, 4, 3], momentum: [0, 0.5, 0]}").trials()).hasSize(2);
  }

  /** All that speaks of one setting "and nothing else" lets what is zipped with it change too. */
  @Test
  void claimsAndChartsGoAlongAZip() {
    Experiment experiment = read(ZIP + """
        grid: {label-corruption: [0, 0.5]}
        seeds: 6
        claims:
          - {claim: t, metric: test_accuracy, trend: {hidden: rising}}
          - {claim: p, metric: test_accuracy, peak-at: {learning-rate: [0.06, 0.08]}}
          - {claim: a, metric: test_accuracy, where: {hidden: [64]}, above: {hidden: [16], learning-rate: 0.1}}
        """);
    assertThat(Verdicts.unanswerable(experiment)).isEmpty();
    Groups groups = Groups.of(experiment, List.of());
    assertThat(groups.axesBut(Setting.HIDDEN)).isEqualTo(List.of(Setting.LABEL_CORRUPTION));
    assertThat(groups.axesBut(Setting.LABEL_CORRUPTION)).isEqualTo(List.of(Setting.HIDDEN, Setting.LEARNING_RATE));
    Experiment numbers = read("name: a\nzip: {epochs: [3, 4, 5, 6, 7], momentum: [0, 0.1, 0.2, 0.3, 0.4]}\ngrid: {label-corruption: [0, 0.5]}");
    Groups lines = Groups.of(numbers, List.of());
    assertThat(Axis.areScattered(lines, Axis.of(lines))).isFalse();
    assertThat(AxisLines.of(lines)).hasValueSatisfying(along -> {
      assertThat(along.joined()).isTrue();
      assertThat(along.lines()).hasSize(2).allMatch(line -> line.groups().size() == 5);
    });
  }

  @Test
  void whatIsExcludedIsNotTrained() {
    Experiment experiment = read("name: a\ngrid: {hidden: [[16], [256]], label-corruption: [0, 0.5, 1], data.training-examples: [100]}\nseeds: 2\n"
        + "exclude: [{hidden: [256], label-corruption: 1}, {label-corruption: 0.5, training-examples: 100}]");
    assertThat(experiment.sweep().excluded()).hasSize(3);
    assertThat(experiment.trials()).hasSize(6).noneMatch(trial -> trial.get(Setting.LABEL_CORRUPTION) == 0.5f);
    assertThat(cells(experiment.sweep().settings())).containsExactly("[16] 0.0", "[16] 1.0", "[256] 0.0");
  }

  /** The same trials without the exclusion have the same names, so that nothing is trained again. */
  @Test
  void anExclusionLeavesTheOthersWhatTheyAre() {
    String grid = "name: a\ngrid: {epochs: [3, 4, 5]}\n";
    assertThat(keys(read(grid).trials())).containsAll(keys(read(grid + "exclude: [{epochs: 4}]").trials())).hasSize(3);
  }

  @Test
  void aClaimThatComparesWithWhatIsLeftIsRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "name: a\ngrid: {epochs: [3, 4, 5]}\nexclude: [{epochs: 4}]\n"
        + "claims: [{claim: c, metric: test_accuracy, where: {epochs: 5}, above: {epochs: 3}}]");
    assertThat(ExperimentFile.read(file.toString(), List.of(), new FileSystems()).experiment().claims()).hasSize(1);
  }

  @Test
  void aTrialInTwoGridsOfAListIsOne() {
    Experiment experiment = read("name: a\ngrid:\n  - {learning-rate: [0.1, 0.3]}\n  - {learning-rate: [0.1], momentum: [0, 0.9]}");
    assertThat(experiment.trials()).hasSize(3);
  }

  @Property(tries = 200)
  void aSteppedIntervalGivesItsStepsAndNoOthers(@ForAll @IntRange(min = -50, max = 50) int from, @ForAll @IntRange(min = 1, max = 20) int steps,
      @ForAll @IntRange(min = 1, max = 30) int size) {
    BigDecimal step = BigDecimal.valueOf(size, 2);
    BigDecimal least = BigDecimal.valueOf(from, 2).abs();
    BigDecimal most = least.add(step.multiply(BigDecimal.valueOf(steps)));
    Set<Float> wanted = IntStream.rangeClosed(0, steps)
        .mapToObj(k -> least.add(step.multiply(BigDecimal.valueOf(k))).floatValue()).collect(Collectors.toSet());
    Set<Float> drawn = read("name: a\nsample: {trials: 400, weight-decay: {uniform: [" + least + ", " + most + "], step: " + step + "}}")
        .trials().stream().map(trial -> trial.get(Setting.WEIGHT_DECAY)).collect(Collectors.toSet());
    assertThat(drawn).isEqualTo(wanted); // a value is missed by 400 draws once in 10^8
  }

  /** {@code integer} is {@code uniform} by another name where whole numbers are asked for, so neither changes an old trial. */
  @Test
  void wholeNumbersAreDrawnAsBefore() {
    String search = "name: a\nsample: {trials: 50, mini-batch: {%s: [5, 50]}}";
    assertThat(keys(read(search.formatted("integer")).trials())).isEqualTo(keys(read(search.formatted("uniform")).trials()));
    assertThat(keys(read(search.formatted("log-integer")).trials())).isEqualTo(keys(read(search.formatted("log-uniform")).trials()));
    assertThat(batches(search.formatted("uniform")).stream().distinct().limit(6)).containsExactly(13, 29, 11, 44, 50, 15);
    assertThat(batches(search.formatted("log-uniform")).stream().distinct().limit(6)).containsExactly(7, 16, 36, 50, 8, 26);
  }

  @Test
  void logarithmicStepsAreRoundedDown() {
    List<Integer> drawn = batches("name: a\nsample: {trials: 3000, mini-batch: {log-integer: [8, 512], step: 8}}");
    assertThat(drawn).allMatch(batch -> batch % 8 == 0 && batch >= 8 && batch <= 512);
    double half = drawn.stream().filter(batch -> batch < 64).count() / 3000.0;
    assertThat(half).isCloseTo(0.5, within(0.04)); // 64 is halfway between 8 and 512
    assertThat(batches("name: a\nsample: {trials: 3000, mini-batch: {integer: [1, 3]}}")).containsOnly(1, 2, 3);
  }

  @Test
  void theSizesOfLayersAreDrawnOneByOne() {
    List<Trial> trials = read("name: a\nsample: {trials: 300, hidden: [{log-integer: [8, 64]}, 16, {integer: [4, 12], step: 4}]}").trials();
    assertThat(trials).allMatch(trial -> trial.get(Setting.HIDDEN).get(1) == 16 && trial.get(Setting.HIDDEN).get(2) % 4 == 0);
    assertThat(trials.stream().map(trial -> trial.get(Setting.HIDDEN).get(0)).distinct().count()).isGreaterThan(20);
  }

  private static List<Integer> batches(String yaml) {
    return read(yaml).sweep().samples().stream().map(sample -> (Integer) sample.get(Setting.MINI_BATCH)).toList();
  }

  private static List<String> cells(Collection<Trial> trials) {
    return trials.stream().map(trial -> trial.get(Setting.HIDDEN) + " " + trial.get(Setting.LABEL_CORRUPTION)).toList();
  }

  private static List<TrialKey> keys(List<Trial> trials) {
    return trials.stream().map(TrialKey::of).toList();
  }

  private static Experiment read(String yaml) {
    return ExperimentFile.experiment("sweep.yaml", YamlText.map("sweep.yaml", yaml));
  }
}
