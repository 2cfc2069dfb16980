package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.data.catalog.Catalog;
import rote.harness.Program;
import rote.store.Output;
import rote.store.OutputOwner;
import rote.store.Segments;
import rote.trial.Curve;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/** Each mistake: one line on standard error, exit code 2, nothing written. */
class BadInputTest {
  @TempDir Path folder;

  @Test
  void unknownKey() throws IOException {
    refuses("trial.epoch: unknown key; did you mean \"epochs\"?", file("trial: {epoch: 3}"));
  }

  @Test
  void wrongType() throws IOException {
    refuses("trial.epochs: must be an integer from 1 to 1000000, was \"three\"", file("trial: {epochs: three}"));
  }

  @Test
  void valueOutOfRange() throws IOException {
    refuses("trial.label-corruption: must be from 0.0 to 1.0, was 1.5", file("trial: {label-corruption: 1.5}"));
  }

  @Test
  void aChangeThatNoTrialHears() throws IOException {
    refuses("--set data.training-examples=500: the grid gives training-examples its values; set grid.data.training-examples=[500]",
        "../experiments/capacity.yaml", "--set", "data.training-examples=500");
    refuses("--set trial.momentum=0.9: the sample draws momentum; set sample.momentum=0.9",
        "../experiments/find-96.yaml", "--set", "trial.momentum=0.9");
    refuses("--set trial.label-noise=wrong-class: no trial differs by it: label-noise has no effect there beside the other"
        + " settings; leave it out", file(""), "--set", "trial.label-noise=wrong-class");
    refuses("--seeds 3: --set seeds=5 gives the seeds too; leave one of them out", file("seeds: 2"), "--seeds", "3",
        "--set", "seeds=5");
  }

  @Test
  void emptyGrid() throws IOException {
    refuses("grid.hidden: is empty; give at least one value", file("grid: {hidden: []}"));
  }

  @Test
  void moreExamplesThanThereAre() throws IOException {
    refuses("data.training-examples: asks for 20001 and 0 validation-examples, but pen-digits has 20000",
        file("data: {training-examples: 20001}"));
  }

  @Test
  void largerImagesThanThereAre() throws IOException {
    refuses("data.scale-to: asks for 10 x 29 pixels, but the images of pen-digits have 28 x 28",
        file("data: {scale-to: [10, 29]}"));
    refuses("data.crop-to: asks for 32 x 20 pixels, but the images of pen-digits have 28 x 28",
        file("data: {crop-to: [32, 20]}"));
    refuses("data.scale-to: asks for 20 x 22 pixels, but the images of pen-digits have 20 x 20",
        file("data: {crop-to: [20, 20], scale-to: [20, 22]}"));
    refuses("data.whiten: must be true or false, was 1", file("data: {whiten: 1}"));
    refuses("data.scale-to: must be [HEIGHT, WIDTH], was", file("data: {scale-to: [10]}"));
  }

  @Test
  void missingExperimentFile() throws IOException {
    refuses(folder.resolve("none.yaml") + ": no such file", folder.resolve("none.yaml").toString());
  }

  @Test
  void missingDataFile() throws IOException {
    refuses("e.yaml: data.dataset: no train-images-idx3-ubyte or train-images-idx3-ubyte.gz of mnist in " + folder,
        file("data: {dataset: mnist}"), "--data", folder.toString());
  }

  @Test
  void unknownDataSet() throws IOException {
    refuses("data.dataset: unknown value \"pendigits\"; known: pen-digits", file("data: {dataset: pendigits}"));
  }

  @Test
  void outputBelowARegularFile() throws IOException {
    Path obstacle = Files.writeString(folder.resolve("file"), "");
    refuses(obstacle + " is a file, not a folder", file(""), "--out", obstacle.resolve("below").toString());
  }

  @Test
  void anotherExperimentsOutput() throws IOException {
    Path out = folder.resolve("out");
    TrialResult result = new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, "none");
    String digest = Catalog.known("pen-digits").orElseThrow().digest();
    new Segments(Output.at(out.toString()), new OutputOwner("other", "pen-digits", digest))
        .append(List.of(new TrialRecord("t", "other", "pen-digits", Trial.defaults(1), result, 0, "host")));
    refuses("belongs to another: experiment \"other\", not \"mine\"", file(""), "--out", out.toString());
  }

  @Test
  @SuppressWarnings("try") // the lock is held, not used
  void outputInUse() throws IOException {
    Path out = folder.resolve("out");
    try (Closeable first = Output.at(out.toString()).lock()) {
      refuses("output " + out + ": another run is writing here; wait for it or give another --out", file(""));
    }
  }

  @Test
  void fileSystemThatIsMissing() throws IOException {
    String missing = "s3a://bucket/x: the class path has no file system for s3a://; add org.apache.hadoop:hadoop-aws:";
    refuses(missing, file(""), "--out", "s3a://bucket/x");
    refuses(missing, file("data: {dataset: idx}"), "--data", "s3a://bucket/x");
    refuses(missing, "s3a://bucket/x");
  }

  @Test
  void aSchemeThatOtherProgramsKnow() throws IOException {
    refuses("s3://bucket/x: Hadoop has no file system for s3://; write s3a://bucket/x", file(""), "--out", "s3://bucket/x");
    refuses("gs://bucket/x: Hadoop has no file system for gs://; add com.google.cloud.bigdataoss:gcs-connector",
        file("data: {dataset: idx}"), "--data", "gs://bucket/x");
  }

  @Test
  void anExperimentFileThatIsAlmostNamed() throws IOException {
    Files.writeString(folder.resolve("true-vs-random.yaml"), "name: x");
    refuses("true-vs-random: no such file; did you mean " + folder.resolve("true-vs-random.yaml") + "?",
        folder.resolve("true-vs-random").toString());
    refuses("did you mean " + folder.resolve("true-vs-random.yaml") + "?", folder.resolve("true-vs-randon.yaml").toString());
    refuses(folder + ": is a folder; name an experiment file in it", folder.toString());
  }

  @Test
  void aFileThatIsNoExperiment() throws IOException {
    Path file = folder.resolve("e.yaml");
    Files.write(file, "name: x\n".getBytes(StandardCharsets.UTF_16));
    refuses("e.yaml: not UTF-8 text; save it as UTF-8", file.toString());
    Files.write(file, "name: x\n".getBytes(StandardCharsets.UTF_16LE));
    refuses("e.yaml: is UTF-16 text, or none at all; save it as UTF-8", file.toString());
    Files.writeString(file, "import os\nprint(1)\n");
    refuses("e.yaml: must be a map of keys, was \"import os print(1)\"", file.toString());
    Files.writeString(file, "name: x\ntrial:\n\tepochs: 1\n");
    refuses("e.yaml:3:1: ", file.toString());
    Files.writeString(file, "\ufeffname: x\ntrial: {epoch: 1}\n");
    refuses("trial.epoch: unknown key; did you mean \"epochs\"?", file.toString());
  }

  @Test
  void anOptionThatHoldsSomethingElse() throws IOException {
    refuses("seeds: must be an integer from 1 to 1000000, was 0", file(""), "--seeds", "0");
    refuses("--seeds: must be a number of seeds, such as 5, was \"[1, 2]\"", file(""), "--seeds", "[1, 2]");
    refuses("--set trial.epochs: must be KEY=VALUE, such as trial.epochs=5", file(""), "--set", "trial.epochs");
    refuses("was 1.5e0", file(""), "--set", "trial.epochs=1.5e0");
  }

  @Test
  void aFileWhereACommandShouldBe() {
    assertThat(Program.here("experiments/x.yaml").complaints()).singleElement().asString()
        .contains("Unmatched argument", "; did you mean rote run experiments/x.yaml?");
    assertThat(Program.here("run").complaints()).singleElement().asString().contains("such as experiments/true-vs-random.yaml");
    assertThat(Program.here("plan", "x.yaml").code()).isEqualTo(2);
  }

  @Test
  void whatWasMeantIsAsked() throws IOException {
    Program.here("rnu", "x").demandComplaint(2, "did you mean \"run\"? Known: run, plan, describe, report, show, compare, verify, list, init, explain, export, fetch, bench, completion");
    refuses("Unknown options: '--seed', '3'; did you mean \"--seeds\"? Known: --", file(""), "--seed", "3");
    refuses("Value for option '--conf' (KEY=VALUE) should be in KEY=VALUE format but was foo", file(""), "--conf", "foo");
    refuses("epochs: unknown key; did you mean \"trial.epochs\"? Known: name", file(""), "--set", "epochs=3");
    refuses("training-examples: unknown key; did you mean \"data.training-examples\"?", file("training-examples: 3"));
    refuses("sedes: unknown key; did you mean \"seeds\"?", file("sedes: 3"));
    refuses("trial.03: unknown key; a number with a fraction is written with a point, such as 0.03.",
        file("trial: {learning-rate: 0,03}"));
    Path text = Files.writeString(folder.resolve("e.yaml.md"), "# Title\n\nIt is a text: so\n  it is.\n- no\n");
    refuses("; is it an experiment file, in YAML?", text.toString());
    refuses("e.yaml: asks for YAML 9.9; YAML 1.2 is read",
        Files.writeString(folder.resolve("e.yaml"), "%YAML 9.9\n---\nname: x\n").toString());
  }

  @Test
  void unknownOption() throws IOException {
    refuses("Unknown option: '--sedes=3'", file(""), "--sedes=3");
  }

  @Test
  void unknownMaster() throws IOException {
    refuses("--master nowhere: ", file("{trial: {epochs: 1}, data: {training-examples: 1}}"), "--master", "nowhere");
  }

  private String file(String text) throws IOException {
    String inner = text.startsWith("{") ? text.substring(1, text.length() - 1) : text;
    String yaml = inner.isEmpty() ? "{name: mine}" : "{name: mine, " + inner + "}";
    return Files.writeString(folder.resolve("e.yaml"), yaml).toString();
  }

  private void refuses(String message, String file, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("run", file));
    if (!List.of(more).contains("--out")) {
      arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    arguments.addAll(List.of(more));
    assertThat(Program.refused(folder, arguments.toArray(String[]::new))).contains(message);
  }
}
