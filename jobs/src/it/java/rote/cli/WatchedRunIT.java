package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Program;
import rote.store.Output;

/** What a run says while it goes on, to programs and to those who want no more than its result. */
@Tag("machines")
@Timeout(300)
class WatchedRunIT {
  private static final String LONG = """
      name: long
      data: {training-examples: 500}
      trial: {hidden: [100], epochs: 200}
      grid: {learning-rate: [0.1, 0.3]}
      seeds: 40
      """;

  @TempDir Path folder;

  @Test
  void standardOutputHasNothingButEventsAndTheLastHasTheExitCode() throws Exception {
    Program.Ended ended = Program.in(folder).run("run", Program.tiny(folder).toString(), "--out", out(), "--json");
    List<JsonNode> events = events(ended.out());
    assertThat(ended.code()).isZero();
    assertThat(events).first().satisfies(event -> {
      assertThat(event.get("event").asText()).isEqualTo("run-started");
      assertThat(event.get("planned").asInt()).isEqualTo(4);
    });
    assertThat(events.get(events.size() - 2).get("done").asInt()).isEqualTo(4);
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.get("event").asText()).isEqualTo("run-ended");
    assertThat(last.get("exit_code").asInt()).isZero();
    assertThat(last.get("completed").asInt()).isEqualTo(4);
    assertThat(Path.of(last.get("report").asText())).exists();
  }

  @Test
  void aMistakeIsTextOnStandardErrorAndAnEvent() throws Exception {
    Program.Ended ended = Program.in(folder).run("run", Program.tiny(folder).toString(), "--json", "--set", "trial.epoch=3");
    ended.demandComplaint(2, "did you mean \"epochs\"?");
    assertThat(events(ended.out())).singleElement().satisfies(event -> assertThat(event.get("exit_code").asInt()).isEqualTo(2));
    Program.in(folder).run("run", Program.tiny(folder).toString(), "--json", "--quiet").demandComplaint(2, "mutually exclusive");
  }

  @Test
  void quietPrintsTheSummaryAlone() throws Exception {
    Program.Ended ended = Program.in(folder).run("run", Program.tiny(folder).toString(), "--out", out(), "--quiet");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("Does it work?").contains("report: ");
    assertThat(ended.err()).doesNotContain("trials");
  }

  @Test
  void anInterruptedRunEndsItsEventsWithCode4() throws Exception {
    Path printed = folder.resolve("printed");
    Process run = Program.in(folder).builder("run", Files.writeString(folder.resolve("long.yaml"), LONG).toString(), "--out", out(),
        "--json", "--conf", "spark.rote.secondsPerTask=0").redirectOutput(printed.toFile()).redirectError(folder.resolve("log").toFile()).start();
    while (!Files.readString(printed).contains("\"progress\"")) {
      assertThat(run.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
      Thread.sleep(50);
    }
    run.destroy();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(4);
    List<JsonNode> events = events(Files.readString(printed));
    assertThat(events).last().satisfies(event -> {
      assertThat(event.get("event").asText()).isEqualTo("run-ended");
      assertThat(event.get("exit_code").asInt()).isEqualTo(4);
    });
    assertThat(Path.of(out(), Output.SUCCESS)).doesNotExist();
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private static List<JsonNode> events(String lines) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      events.add(new ObjectMapper().readTree(line));
    }
    return events;
  }
}
