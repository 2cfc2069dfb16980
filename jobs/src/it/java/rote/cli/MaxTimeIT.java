package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Program;
import rote.jobs.ReportJob;
import rote.store.Output;
import rote.trial.TrialRecord;

/** A run whose time is up ends in an orderly way, and the same command continues it. */
@Tag("machines")
class MaxTimeIT {
  @TempDir Path folder;

  @Test
  void theRunEndsWithCodeFourAPageAndWhatIsTrained() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("long.yaml"), """
        name: long
        data: {training-examples: 1000}
        trial: {hidden: [64], epochs: 100}
        seeds: 10000
        """);
    List<String> command = List.of("run", file.toString(), "--out", folder.resolve("out").toString());
    Program.Ended first = run(command, "--max-time", "8s");
    assertThat(first.code()).as(first.err()).isEqualTo(4);
    assertThat(first.err()).contains("10000 trials planned, 0 recorded", "the time is up", "ended by --max-time; finished trials are kept");
    assertThat(first.out()).contains("report: ");
    int recorded = recorded().size();
    assertThat(recorded).isBetween(1, 9999);
    assertThat(folder.resolve("out/report.html")).exists();
    assertThat(folder.resolve("out/_SUCCESS")).doesNotExist();
    Program.Ended second = run(command, "--max-time", "8s");
    assertThat(second.code()).isEqualTo(4);
    assertThat(second.err()).contains("10000 trials planned, " + recorded + " recorded");
    assertThat(recorded()).hasSizeGreaterThan(recorded);
    Program.Ended third = run(command, "--seeds", String.valueOf(1), "--max-time", "10m");
    assertThat(third.code()).as("complete before the time is up").isZero();
  }

  private static Program.Ended run(List<String> command, String... more) throws IOException, InterruptedException {
    return Program.in(Path.of("").toAbsolutePath()).run(Stream.concat(command.stream(), Arrays.stream(more))
        .toArray(String[]::new));
  }

  private List<TrialRecord> recorded() throws IOException {
    return new ReportJob(Output.at(folder.resolve("out").toString())).records();
  }
}
