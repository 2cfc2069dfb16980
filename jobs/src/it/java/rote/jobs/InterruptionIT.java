package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rote.harness.JarRun;
import rote.harness.SparkCluster;
import rote.jobs.start.Interruption;
import rote.store.Output;
import rote.store.OutputOwner;
import rote.store.Segments;
import rote.store.States;
import rote.trial.Curve;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

@Tag("machines")
@Timeout(60)
class InterruptionIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "HUP"})
  void whatHasComeBackIsWrittenThoughItsSecondIsNotOver(String signal) throws Exception {
    Process taker = taker("waits");
    SparkCluster.signal(signal, taker.toHandle());
    SparkCluster.signal(signal, taker.toHandle()); // as timeout does, which tells the process and its group
    demandEnd(taker, 4, "the same command continues");
  }

  @Test
  void anEndWithoutASignalIsAnErrorForAnyExitCode() throws Exception {
    demandEnd(taker("exits"), 1, "rote: Spark has ended the program");
  }

  private Process taker(String then) throws IOException {
    List<String> command = new ArrayList<>(JarRun.INTERRUPTIBLE);
    command.addAll(List.of(
        JarRun.JAVA, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Taker.class.getName(), folder.toString(), then));
    Process taker = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(taker.inputReader().readLine()).isEqualTo("taken");
    return taker;
  }

  private void demandEnd(Process taker, int code, String line) throws Exception {
    try {
      assertThat(taker.waitFor()).isEqualTo(code);
      assertThat(taker.inputReader().lines().toList()).last().asString().contains(line);
    } finally {
      taker.destroyForcibly();
    }
    assertThat(Segments.readAll(Output.at(folder.toString()))).extracting(TrialRecord::trialId).containsExactly("t");
  }

  /** A process that has taken a result, which its sink holds back for a second, and waits for a signal, or exits. */
  static final class Taker {
    private Taker() {}

    public static void main(String[] location) throws Exception {
      TrialResult result = new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, "none");
      TrialRecord record = new TrialRecord("t", "e", "digits", Trial.defaults(1), result, 0, "host");
      Interruption.watch(System.out, true);
      SegmentSink sink = new SegmentSink(new Segments(Output.at(location[0]), new OutputOwner("e", "digits", "0")),
          new States(Output.at(location[0])), () -> { });
      Interruption.writes(sink::close);
      sink.accept(List.of(record));
      System.out.println("taken");
      if (location[1].equals("exits")) {
        System.exit(53);
      }
      Thread.sleep(60_000);
    }
  }
}
