package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.catalog.Catalog;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.harness.IdxFixtures;
import rote.harness.Program;
import rote.store.Output;
import rote.store.OutputOwner;
import rote.store.Segments;
import rote.trial.Curve;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** Data of a user's own on the command line: what it is taken for, and the line that says what is wrong with it. */
class DataSetTest {
  @TempDir Path folder;

  @Test
  void oneClassIsALine() throws IOException {
    IdxFixtures.write(folder.resolve("data"), new int[] {0}, new int[] {0});
    plan().demandComplaint(2, "train-labels-idx1-ubyte: all labels are 0; to tell classes apart there must be two");
  }

  @Test
  void noiseNeedsALabelOfItsOwn() throws IOException {
    int[] all = IntStream.range(0, 256).toArray();
    IdxFixtures.write(folder.resolve("data"), all, all);
    plan("trial.noise-examples=1").demandComplaint(2,
        "trial.noise-examples: needs a data set of at most 255 classes, but idx has 256");
    assertThat(plan().code()).isZero();
  }

  @Test
  void testLabelsThatTrainingLacksAreALine() throws IOException {
    IdxFixtures.write(folder.resolve("data"), new int[] {0, 1}, new int[] {0, 1, 2});
    plan().demandComplaint(2, "the test set has classes that the training set lacks: labels 2 (10 of 30 examples)");
    IdxFixtures.write(folder.resolve("data"), new int[] {0, 2}, new int[] {0, 1, 2});
    plan().demandComplaint(2, "the test set has classes that the training set lacks: labels 1 (10 of 30 examples)");
  }

  @Test
  void anOutputOfTheSameFilesWithOtherClassesIsRefusedWithTheReason() throws IOException {
    IdxFixtures.write(folder.resolve("data"), new int[] {1, 2}, new int[] {1, 2});
    Dataset set = Catalog.load("idx", List.of(new DataFolder(folder.resolve("data").toString(), new FileSystems())));
    record(DatasetInfo.of(set).former().keySet().iterator().next());
    String reason = "its trials count 3 classes, and the classes are the 2 labels that occur (1 to 2)";
    plan().demandComplaint(2, reason + "; give another --out");
    Program.here("verify", folder.resolve("out").toString(), "--data", folder.resolve("data").toString())
        .demandComplaint(2, reason);
  }

  @Test
  void anOutputOfASetWhoseLabelsAreFullIsGoneOnWith() throws IOException {
    IdxFixtures.write(folder.resolve("data"), new int[] {0, 1, 2}, new int[] {2});
    record(Catalog.load("idx", List.of(new DataFolder(folder.resolve("data").toString(), new FileSystems()))).digest());
    assertThat(plan().code()).isZero();
  }

  /** A mistyped proxy, an output on the web and a folder with a password: whatever the verb. */
  @Test
  void whatIsOnTheWebIsReadOnlyAndKeepsItsSecrets() throws IOException {
    IdxFixtures.write(folder.resolve("data"), new int[] {0, 1}, new int[] {0, 1});
    String file = Files.writeString(folder.resolve("e.yaml"), "{name: mine, data: {dataset: idx}}").toString();
    Program.Ended ended = Program.here("plan", file, "--data", folder.resolve("data").toString(), "--out", "http://me:secret@host/x");
    ended.demandComplaint(2, "output http://***@host/x: web addresses can only be read, not listed or written; name a folder");
    for (String verb : List.of("show", "report", "verify")) {
      Program.here(verb, "https://me:secret@host/x").demandComplaint(2, "output https://***@host/x: web addresses can only be read");
    }
    Program.here("plan", file, "--data", "s3a://key:secret@bucket/x").demandComplaint(2, "s3a://***@bucket/x");
  }

  @Test
  void aFolderThatNobodyLooksAtIsSaidToBeSo() throws IOException {
    String file = Program.tiny(folder).toString();
    String line = "--data /nowhere is ignored, because pen-digits is built in; run and plan take another set by --set data.dataset=NAME";
    Program.Ended ended = Program.here("plan", file, "--data", "/nowhere", "--out", folder.resolve("out").toString());
    assertThat(ended.code()).isZero();
    assertThat(ended.err().lines()).containsOnlyOnce(line);
    assertThat(Program.here("plan", file, "--out", folder.resolve("out").toString()).err()).doesNotContain("--data");
  }

  @Test
  void aPlanSaysWhatItsRunWouldLack() throws IOException {
    String file = Program.tiny(folder).toString();
    Program.Ended ended = Program.here("plan", file, "--set", "data.dataset=mnist", "--data", folder.resolve("nope").toString(),
        "--out", folder.resolve("out").toString());
    assertThat(ended.code()).isZero();
    assertThat(ended.err().lines()).singleElement().asString().startsWith("a run would fail, because its data is missing: ")
        .contains("of mnist in " + folder.resolve("nope") + " (which does not exist); name its folder by --data URI");
  }

  @Test
  void aPlanSaysWhichClaimsNoTrialIsAbout() throws IOException {
    String yaml = """
        name: c
        grid: {hidden: [[3], [4]]}
        seeds: 2
        claims:
          - {claim: there, metric: test_accuracy, where: {hidden: [3]}, at-least: 0.5}
          - {claim: not there, metric: test_accuracy, where: {hidden: [17]}, at-least: 0.5}
          - {claim: no partner, metric: test_accuracy, where: {hidden: [3]}, above: {hidden: [18]}}
        """;
    String file = Files.writeString(folder.resolve("c.yaml"), yaml).toString();
    Program.Ended ended = Program.here("plan", file, "--out", folder.resolve("out").toString());
    assertThat(ended.code()).isZero();
    assertThat(ended.err().lines()).singleElement().asString().startsWith(
        "claims[1], claims[2]: will be open, because no trial has the settings that they are about, such as ").contains("17");
  }

  @Test
  void benchLooksForDataWhereRunDoes() throws IOException {
    Files.createDirectories(folder.resolve("only/cifar-10"));
    Program.here("bench", "W1", "--seconds", "0.1", "--data", folder.resolve("only").toString()).demandComplaint(2,
        "of mnist in " + folder.resolve("only") + " (which holds cifar-10/)");
  }

  private void record(String digest) throws IOException {
    TrialResult result = new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, "none");
    new Segments(Output.at(folder.resolve("out").toString()), new OutputOwner("mine", "idx", digest))
        .append(List.of(new TrialRecord("t", "mine", "idx", Trial.defaults(1), result, 0, "host")));
  }

  private Program.Ended plan(String... changes) throws IOException {
    String file = Files.writeString(folder.resolve("e.yaml"), "{name: mine, data: {dataset: idx}}").toString();
    List<String> arguments = new java.util.ArrayList<>(List.of("plan", file, "--data", folder.resolve("data").toString(),
        "--out", folder.resolve("out").toString()));
    List.of(changes).forEach(change -> arguments.addAll(List.of("--set", change)));
    return Program.here(arguments.toArray(String[]::new));
  }
}
