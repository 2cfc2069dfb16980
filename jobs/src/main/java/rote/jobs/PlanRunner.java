package rote.jobs;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.jobs.start.Interruption;
import rote.jobs.start.RunningSpark;
import rote.store.Segments;
import rote.store.States;
import rote.trial.Status;

/** Trains a plan and keeps its results: they go from tasks to the sink, and from there to segments. */
final class PlanRunner {
  private static final Pattern CANCELLED = Pattern.compile("Job \\d+ cancelled");

  private final RunningSpark spark;
  private final Segments segments;
  private final States states;
  private final CurrentRun run;
  private final Progress progress;
  private final boolean failFast;
  private final TimeLimit limit;
  private volatile boolean stopped;

  PlanRunner(RunningSpark spark, Segments segments, States states, CurrentRun run, Progress progress, boolean failFast, TimeLimit limit) {
    this.spark = spark;
    this.segments = segments;
    this.states = states;
    this.run = run;
    this.progress = progress;
    this.failFast = failFast;
    this.limit = limit;
  }

  /** @throws IOException if results cannot be written, with the file's name */
  void train(String experiment, Dataset dataset, Plan plan) throws IOException {
    SegmentSink sink = new SegmentSink(segments, states, spark::cancel);
    Interruption.writes(() -> {
      sink.close();
      progress.interrupted();
    });
    try (sink) {
      train(experiment, dataset, plan, sink);
    } catch (Exception e) { // Scala declares none
      if (sink.failure() == null && !stopped) {
        if (!(Interruption.isUnderWay() || e instanceof InterruptedIOException || e instanceof CancelledException)) {
          // These have a line of their own.
          progress.complain("training stopped; finished trials are kept, and the same command continues from there");
        }
        throw e;
      }
    } finally {
      Interruption.writes(null);
    }
    if (sink.failure() != null) {
      throw unwritten(sink.failure());
    }
    try {
      segments.compact();
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /** What still runs after a failure is cancelled before the sink closes. */
  private void train(String experiment, Dataset dataset, Plan plan, SegmentSink sink) throws IOException {
    limit.ends(() -> stop("the time is up"));
    try {
      if (stopped) {
        return;
      }
      new SparkTraining(spark, progress).train(experiment, dataset, plan,
          new Beginnings(states, progress::say).of(plan, DatasetInfo.of(dataset), spark), result -> record(result, sink));
    } catch (Exception e) { // Scala declares none
      spark.cancel();
      if (isCancelled(e) && !spark.hasStopped() && sink.failure() == null && !stopped) {
        throw new CancelledException(e);
      }
      throw e;
    } finally {
      limit.ends(() -> {});
    }
  }

  /** Whether the job was cancelled, as a notebook does. A Spark that stops cancels its jobs too. */
  private static boolean isCancelled(Exception e) {
    return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> CANCELLED.matcher(String.valueOf(cause.getMessage())).find());
  }

  private static IOException unwritten(Throwable cause) {
    return new IOException("results could not be written: " + cause.getMessage(), cause);
  }

  private void record(TaskResult result, SegmentSink sink) {
    run.addTrainedSingly(result.groupsTrainedSingly()); // before their segment, which says it, is written
    sink.accept(result.records(), result.states());
    if (failFast && !stopped && result.records().stream().anyMatch(record -> record.result().status() == Status.FAILED)) {
      stop("ended at the first trial that FAILED; the same command continues with the others");
    }
  }

  /** Ends training in an orderly way. */
  private void stop(String why) {
    stopped = true;
    progress.complain(why);
    spark.cancel();
  }
}
