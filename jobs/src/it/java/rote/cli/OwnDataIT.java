package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.files.FileSystems;
import rote.harness.NumpyFiles;
import rote.harness.Program;
import rote.store.Manifest;
import rote.store.Output;
import rote.store.Segments;
import rote.trial.TrialRecord;

/** A set in a file whose reading needs keys of its own is trained, and verified by the keys in its manifest. */
@Timeout(300)
class OwnDataIT {
  private static final String ARRAYS = "{training-images: first, training-labels: second, test-images: third, test-labels: fourth}";

  @TempDir Path folder;

  @Test
  void arraysOfOtherNamesAreTrainedOnAndVerified() throws Exception {
    String set = NumpyFiles.write("good.py", folder) + "/own.npz";
    Path file = Files.writeString(folder.resolve("own.yaml"),
        "{name: own, data: {dataset: npz, arrays: " + ARRAYS + "}, trial: {epochs: 2, hidden: [4]}, seeds: 2}");
    String out = folder.resolve("out").toString();
    Program.Ended trained = Program.here("run", file.toString(), "--data", set, "--out", out);
    assertThat(trained.code()).as(trained.err()).isZero();
    Manifest manifest = Manifest.read(Output.at(out, new FileSystems()));
    assertThat(manifest.dataset().name()).isEqualTo("npz");
    assertThat(manifest.experiment().get("data")).asString().contains("training-images=first");
    Program.Ended verified = Program.here("verify", out, "--all", "--data", set);
    assertThat(verified.out()).contains("verified: nothing is wrong");
    assertThat(verified.code()).as(verified.err()).isZero();
    assertThat(report(out)).contains("arrays: {training-images: first, training-labels: second");
    Program.here("verify", out, "--data", folder + "/keras.npz").demandComplaint(2, "/keras.npz: holds x_train, y_train, x_test, y_test, and none of first");
  }

  @Test
  void featuresWithoutATestSetAreTrainedOnAndVerified() throws Exception {
    String set = NumpyFiles.write("good.py", folder) + "/no-test.npz";
    Path file = Files.writeString(folder.resolve("own.yaml"), "{name: own, data: {dataset: npz, test-share: 0.25}, "
        + "trial: {epochs: 30, hidden: [4]}, seeds: 2, claims: [{claim: It learns, metric: final_test_accuracy, at-least: 0.7}]}");
    String out = folder.resolve("out").toString();
    Program.Ended trained = Program.here("run", file.toString(), "--data", set, "--out", out);
    assertThat(trained.code()).as(trained.err()).isZero();
    Program.Ended verified = Program.here("verify", out, "--all", "--data", set);
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    for (TrialRecord record : Segments.readAll(Output.at(out, new FileSystems()))) {
      assertThat(record.result().curve().last().test().accuracy()).isGreaterThanOrEqualTo(0.7);
    }
  }

  @Test
  void theNamesCanBeGivenOnTheCommandLine() throws Exception {
    String set = NumpyFiles.write("good.py", folder) + "/own.npz";
    Path file = Files.writeString(folder.resolve("own.yaml"), "{name: own, trial: {epochs: 1}}");
    Program.Ended planned = Program.here("plan", file.toString(), "--data", set, "--out", folder.resolve("out").toString(),
        "--set", "data.dataset=npz", "--set", "data.arrays=" + ARRAYS);
    assertThat(planned.code()).as(planned.err()).isZero();
  }

  private static String report(String out) throws IOException {
    return Files.readString(Path.of(out, "report.html"));
  }
}
