package rote.jobs;

import java.io.IOException;
import org.apache.spark.api.java.JavaSparkContext;
import rote.data.Dataset;
import rote.jobs.start.Interruption;
import rote.store.Segments;
import rote.trial.Status;

/** Trains a plan and keeps its results: they go from tasks to the sink, and from there to segments. */
final class PlanRunner {
  private final JavaSparkContext spark;
  private final Segments segments;
  private final CurrentRun run;
  private final Progress progress;
  private final boolean failFast;
  private volatile boolean stopped;

  PlanRunner(JavaSparkContext spark, Segments segments, CurrentRun run, Progress progress, boolean failFast) {
    this.spark = spark;
    this.segments = segments;
    this.run = run;
    this.progress = progress;
    this.failFast = failFast;
  }

  /** @throws IOException if results cannot be written, with the file's name */
  void train(String experiment, Dataset dataset, Plan plan) throws IOException {
    SegmentSink sink = new SegmentSink(segments, this::cancel);
    Interruption.writes(sink::close);
    try (sink) {
      new SparkTraining(spark, progress).train(experiment, dataset, plan, result -> record(result, sink));
    } catch (Exception e) { // Scala declares none
      if (sink.failure() == null && !stopped) {
        if (!Interruption.isUnderWay()) { // which has a line of its own
          progress.say("training stopped; finished trials are kept, and the same command continues from there");
        }
        throw e;
      }
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

  private static IOException unwritten(Throwable cause) {
    return new IOException("results could not be written: " + cause.getMessage(), cause);
  }

  private void record(TaskResult result, SegmentSink sink) {
    run.addTrainedSingly(result.groupsTrainedSingly()); // before their segment, which says it, is written
    sink.accept(result.records());
    if (failFast && !stopped && result.records().stream().anyMatch(record -> record.result().status() == Status.FAILED)) {
      stopped = true;
      progress.say("ended at the first trial that FAILED; the same command continues with the others");
      cancel();
    }
  }

  private void cancel() {
    if (!spark.sc().isStopped()) {
      spark.sc().cancelAllJobs();
    }
  }
}
