package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.harness.IdxFixtures;
import rote.harness.Program;
import rote.harness.TableFixtures;

/** {@code rote init --data}: an experiment on data of one's own, which a plan takes as it is. */
class InitDataTest {
  private static final Path IRIS = Path.of("../experiments/iris.csv").toAbsolutePath().normalize();

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    Files.createDirectory(folder.resolve("mine"));
    Files.copy(IRIS, folder.resolve("mine/my flowers.csv"));
  }

  @Test
  void aTableGetsAPermutationTestInThreeSizes() throws IOException {
    Program.Ended ended = init("flowers", "--data", folder.resolve("mine/my flowers.csv").toString(), "--label", "species");
    assertThat(ended.err()).contains("warning: 1 row is the same as an earlier row, so some may be both trained on and tested on");
    Path file = folder.resolve("flowers.yaml");
    assertThat(ended.out()).contains("wrote " + file, "./rote run " + file);
    assertThat(Files.readString(file)).contains("name: flowers ", "data:   # 150 rows without a test set, 4 features, 3 classes", "\n  label: species   #",
        "; the largest class has a share of 0.33", "\n  folds: 5   #").doesNotContain("<");
    Experiment experiment = read("flowers");
    assertThat(experiment.data().plain()).isEqualTo(Map.of("file", "mine/my flowers.csv", "label", "species"));
    assertThat(experiment.groups()).hasSize(3);
    assertThat(experiment.claims()).hasSize(1);
    plans("flowers", "3000 trials");
  }

  @Test
  void theNameIsTheDatasAndWhatReadsTheTableIsKept() throws IOException {
    Files.writeString(folder.resolve("mine/wide table.csv"), "true;id;a;b\nyes;1;1,5;u\nno;2;2,5;\nyes;3;3,5;v\nno;4;2,5;u\nyes;5;1,5;u\n");
    init("mine/t", "--data", folder.resolve("mine/wide table.csv").toString(), "--label", "true", "--set", "separator=\";\"", "--set", "decimal=\",\"",
        "--set", "ignore=[id]", "--set", "data.one-hot=[b]", "--set", "missing=mean", "--set", "test-share=0.4");
    assertThat(read("mine/t").data().plain()).isEqualTo(Map.of("file", "wide table.csv", "label", "true",
        "ignore", List.of("id"), "one-hot", List.of("b"), "missing", "mean", "separator", ";", "decimal", ","));
    assertThat(Files.readString(folder.resolve("mine/t.yaml"))).contains("  test-share: 0.4   #").doesNotContain("folds");
    plans("mine/t", "600 trials");
  }

  @Test
  void parquetAndFoldersOfParquetAreTables() throws IOException {
    Files.createDirectory(folder.resolve("parts"));
    TableFixtures.parquet(folder.resolve("parts/a.parquet"), "select x / 7 as a, x % 2 as y from range(12000) t(x)");
    init("parts", "--data", folder.resolve("parts").toString(), "--label", "2");
    assertThat(read("parts").data().plain()).isEqualTo(Map.of("file", "parts", "format", "parquet", "label", 2));
    assertThat(Files.readString(folder.resolve("parts.yaml"))).contains("  training-examples: 5000   #", "mini-batch: 32");
    plans("parts", "3000 trials");
  }

  @Test
  void groupsStayWholeSoTheirNumberBoundsTheFoldsAndNoSubsetIsDrawn() throws IOException {
    String large = table("large.csv", 12_000, row -> row / 3, row -> row / 3 % 2);
    init("large", "--data", large, "--label", "y", "--set", "group-column=who");
    assertThat(Files.readString(folder.resolve("large.yaml"))).contains("  group-column: who   # rows of one group are tested together\n", "\n  folds: 5   #",
        "permutation-test:").doesNotContain("training-examples");
    plans("large", "3000 trials");
    String few = table("few.csv", 30, row -> row % 3, row -> row % 2);
    init("few", "--data", few, "--label", "y", "--set", "group-column=who");
    assertThat(Files.readString(folder.resolve("few.yaml"))).contains("\n  folds: 3   #", "permutation-test:");
    plans("few", "1800 trials");
  }

  @Test
  void groupsOfOneLabelBesideGroupsOfSeveralGetShuffledLabels() throws IOException {
    String mixed = table("mixed.csv", 40, row -> row / 4, row -> row < 12 ? 0 : row % 2);
    init("mixed", "--data", mixed, "--label", "y", "--set", "group-column=who");
    assertThat(Files.readString(folder.resolve("mixed.yaml"))).contains("so no permutation of the labels is exact\n", "\n  folds: 5   #",
        "label-corruption: [0, 1]").doesNotContain("permutation-test").doesNotContain("<");
    plans("mixed", "300 trials");
    assertThat(Program.refused(folder, "plan", folder.resolve("mixed.yaml").toString(), "--set", "permutation-test={permutations: 19}"))
        .contains("permutation-test: 3 of the 10 groups of data.group-column have one label and the others several");
  }

  @Test
  void whatIsAddedLeavesRowsToTrainOnAndKeysThatAreGivenStay() throws IOException {
    String large = table("large.csv", 12_000, row -> row, row -> row % 2);
    init("share", "--data", large, "--label", "y", "--set", "ignore=[who]", "--set", "test-share=0.9");
    assertThat(Files.readString(folder.resolve("share.yaml"))).doesNotContain("training-examples").doesNotContain("folds");
    plans("share", "600 trials");
    init("all", "--data", large, "--label", "y", "--set", "ignore=[who]", "--set", "training-examples=null", "--set", "folds=null");
    assertThat(Files.readString(folder.resolve("all.yaml"))).contains("\n  training-examples: null   #", "\n  folds: 5   #");
    plans("all", "3000 trials");
    init("three", "--data", table("three.csv", 3, row -> row, row -> row % 2), "--label", "y");
    assertThat(Files.readString(folder.resolve("three.yaml"))).contains("\n  folds: 3   #");
    plans("three", "1800 trials");
  }

  @Test
  void whatNoPlanWouldTakeIsNotWritten() throws IOException {
    String table = table("t.csv", 30, row -> row % 3, row -> row % 2);
    String name = folder.resolve("x").toString();
    refuses("x.yaml: data.folds: asks for 4, but t.csv has 3 groups", name, "--data", table, "--label", "y", "--set", "group-column=who", "--set", "folds=4");
    refuses("x.yaml: data.training-examples: asks for 25 and 0 validation-examples, but t.csv has 24 training examples together", name, "--data", table,
        "--label", "y", "--set", "training-examples=25");
    refuses("x.yaml: data.folds: one.csv has a single group; training and test need one each", name, "--data",
        table("one.csv", 30, row -> 7, row -> row % 2), "--label", "y", "--set", "group-column=who");
    assertThat(folder.resolve("x.yaml")).doesNotExist();
  }

  private String table(String name, int rows, IntUnaryOperator group, IntUnaryOperator label) throws IOException {
    String lines = IntStream.range(0, rows).mapToObj(row -> group.applyAsInt(row) + "," + row % 7 + "," + label.applyAsInt(row) + "\n")
        .collect(Collectors.joining());
    return Files.writeString(folder.resolve(name), "who,a,y\n" + lines).toString();
  }

  @Test
  void idxFoldersAreNamedByDataAndHaveLabelsOfTheirOwn() throws IOException {
    Path images = IdxFixtures.write(folder.resolve("images"), new int[] {0, 1}, new int[] {0, 1});
    Program.Ended ended = init("pictures", "--data", images.toString());
    assertThat(ended.out()).contains("./rote run " + folder.resolve("pictures.yaml") + " --data " + images);
    assertThat(Files.readString(folder.resolve("pictures.yaml"))).contains("20 training and 20 test examples, images of 4 x 4 pixels, 2 classes",
        "\n  dataset: idx\n", "at-most: 0.60", "# the largest class has a share of 0.50").doesNotContain("folds").doesNotContain("<");
    plans("pictures", "60 trials", "--data", images.toString());
    assertThat(Program.here("describe", images.toString()).out()).startsWith("idx: 20 training and 20 test examples");
    assertThat(Program.refused(folder, "init", folder.resolve("p").toString(), "--data", images.toString(), "--label", "y"))
        .contains("--label y: is for tables; the labels of " + images + " are an array of its own");
  }

  @Test
  void mistakesAreLinesAndNothingIsWritten() throws IOException {
    String name = folder.resolve("x").toString();
    String table = folder.resolve("mine/my flowers.csv").toString();
    refuses("no such file: " + folder.resolve("none.csv"), name, "--data", folder.resolve("none.csv").toString(), "--label", "species");
    refuses(table + ": data.label: there is no column \"spezies\" among its 5; did you mean \"species\"?", name, "--data", table, "--label", "spezies");
    refuses(table + ": which column is the label? Name it by --label; its columns are ", name, "--data", table);
    refuses("--set separater: unknown key; did you mean \"separator\"?", name, "--data", table, "--label", "1", "--set", "separater=;");
    refuses("--set nothing: must be KEY=VALUE, such as missing=mean", name, "--data", table, "--label", "1", "--set", "nothing");
    refuses("init: --data and --like each say what the experiment is; leave one of them out", name, "--data", table, "--like", "nielsen");
    refuses("init: --label and --set are about data of your own; name it by --data FILE", name, "--label", "1");
    refuses("init: the name of the experiment is missing, as in rote init my-experiment");
    refuses("holds one array; name the folder with the arrays of images and of labels", name, "--data", folder.resolve("x_train.npy").toString());
    Files.writeString(folder.resolve("x.yaml"), "mine");
    refuses("x.yaml is there already; give another name", name, "--data", table, "--label", "species");
    refuses("there is no folder " + folder.resolve("nowhere"), folder.resolve("nowhere/y").toString(), "--data", table, "--label", "species");
  }

  private Program.Ended init(String name, String... arguments) {
    String[] all = Stream.concat(Stream.of("init", folder.resolve(name).toString()), Stream.of(arguments))
        .toArray(String[]::new);
    Program.Ended ended = Program.here(all);
    assertThat(ended.code()).as(ended.err()).isZero();
    return ended;
  }

  private Experiment read(String name) {
    return ExperimentFile.read(folder.resolve(name + ".yaml").toString(), List.of(), new FileSystems()).experiment();
  }

  private void plans(String name, String expected, String... more) {
    String[] all = Stream.concat(Stream.of("plan", folder.resolve(name + ".yaml").toString(), "--out",
        folder.resolve("out").toString()), Stream.of(more)).toArray(String[]::new);
    Program.Ended plan = Program.here(all);
    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(plan.out()).contains(expected);
  }

  private void refuses(String message, String... arguments) throws IOException {
    String[] all = Stream.concat(Stream.of("init"), Stream.of(arguments)).toArray(String[]::new);
    assertThat(Program.refused(folder, all)).contains(message);
  }
}
