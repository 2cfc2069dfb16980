package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Program;
import rote.harness.TableFixtures;

/** A table of one's own, from the file to the verdict. */
@Tag("machines")
class TableIT {
  private static final Path IRIS = Path.of("../experiments/iris.csv").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void aTableIsDescribedTrainedReportedAndVerifiedAndParquetOfTheSameNumbersIsTheSameData() throws Exception {
    Files.copy(IRIS, folder.resolve("flowers.csv"));
    experiment("flowers.csv", "");
    Program program = Program.in(folder);
    assertThat(program.run("describe", "flowers.csv", "--label", "species").out())
        .contains("150 rows without a test set, 4 features, 3 classes", "The same as an earlier row: 1");
    Program.Ended run = program.run("run", "e.yaml", "--out", "out");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("holds: It learns");
    assertThat(run.err()).contains("warning: 1 row is the same as an earlier row");
    assertThat(Files.readString(folder.resolve("out/report.html"))).contains("0 &#x3D; setosa: 50");
    assertThat(program.run("verify", "out", "--sample", "2").out()).contains("trained again: 2 of 6 trials", "nothing is wrong");
    TableFixtures.parquet(folder.resolve("flowers.parquet"), "select * from read_csv('" + folder.resolve("flowers.csv") + "')");
    experiment("flowers.parquet", "");
    assertThat(program.run("run", "e.yaml", "--out", "out").err()).contains("6 trials planned, 6 recorded, nothing to train");
  }

  @Test
  void whatIsForImagesIsRefusedInOneLineAndNothingIsWritten() throws Exception {
    experiment(IRIS.toString(), "probes: [test-answers, hidden-weights]\n");
    Program.in(folder).run("run", "e.yaml", "--out", "out")
        .demandComplaint(2, "e.yaml: probes: hidden-weights is for images of bytes, and iris.csv has real features; leave it out");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private void experiment(String file, String more) throws IOException {
    Files.writeString(folder.resolve("e.yaml"), "name: flowers\ndata: {file: " + file + ", label: species, test-share: 0.3}\n"
        + "trial: {hidden: [8], activation: relu, cost: cross-entropy, weights: he, learning-rate: 0.1, epochs: 20}\nseeds: 6\n"
        + "claims:\n  - {claim: It learns, metric: test_accuracy, at-least: 0.6}\n" + more);
  }
}
