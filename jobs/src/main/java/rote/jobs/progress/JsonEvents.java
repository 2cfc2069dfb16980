package rote.jobs.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import rote.files.Folder;
import rote.trial.TrialRecord;

/** Prints what happens in a run as JSON, one event per line. */
public final class JsonEvents implements RunDisplay {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final PrintStream out;
  private final PrintStream errors;
  private boolean ended;

  /** @param errors takes what went wrong, as lines of text */
  public JsonEvents(PrintStream out, PrintStream errors) {
    this.out = out;
    this.errors = errors;
  }

  @Override
  public void started(String experiment, String output, int planned, int recorded) {
    print(event("run-started", "experiment", experiment, "output", output, "planned", planned, "recorded", recorded));
  }

  @Override
  public void say(String line) {
    print(event("message", "text", line));
  }

  @Override
  public void complain(String line) {
    errors.println(line);
  }

  @Override
  public void failed(TrialRecord trial) {
    print(event("trial-failed", "trial_id", trial.trialId(), "error", Folder.firstLine(trial.result().error())));
  }

  @Override
  public void show(RunState now) {
    RunState.Slowest slow = now.slowest();
    print(event("progress", "planned", now.planned(), "done", now.done(), "failed", now.failed(), "running", now.running(),
        "seconds", rounded(now.seconds()), "trials_per_second", rounded(now.perSecond()),
        "seconds_left", Double.isNaN(now.secondsLeft()) ? null : rounded(now.secondsLeft()),
        "slowest", slow == null ? null : of("trial_id", slow.trial(), "epoch", slow.epoch(), "epochs", slow.epochs(),
            "seconds", rounded(slow.seconds()))));
  }

  @Override
  public void pageRenewed(double seconds) {
    print(event("page-renewed", "seconds", rounded(seconds)));
  }

  @Override
  public double secondsBetween() {
    return 1;
  }

  @Override
  public void interrupted(int exitCode) {
    ended(exitCode);
  }

  /**
   * Says how the run ended. Nothing is printed afterwards.
   *
   * @param facts of the output, name by name and value by value
   */
  public void ended(int exitCode, Object... facts) {
    Map<String, Object> event = event("run-ended", "exit_code", exitCode);
    event.putAll(of(facts));
    print(event);
    synchronized (this) {
      ended = true;
    }
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }

  private static Map<String, Object> event(String name, Object... facts) {
    Map<String, Object> event = of("event", name, "time", Instant.now().toString());
    event.putAll(of(facts));
    return event;
  }

  private static Map<String, Object> of(Object... facts) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int fact = 0; fact < facts.length; fact += 2) {
      all.put((String) facts[fact], facts[fact + 1]);
    }
    return all;
  }

  private synchronized void print(Map<String, Object> event) {
    if (ended) {
      return;
    }
    try {
      out.println(MAPPER.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
