package rote.jobs;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import rote.data.Dataset;
import rote.jobs.start.RunningSpark;
import rote.jobs.start.SparkSettings;
import rote.trial.training.Beginning;
import scala.Function2;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Trains a plan on Spark: the data is broadcast once, and each pack of trials is one task.
 *
 * <p>One build runs on Scala 2.12 and 2.13, whose collections differ. So of all ways to start a job, it takes the one whose
 * signature has none.
 */
public final class SparkTraining {
  /** How long a job may take to end after its context has stopped, or after an interruption, in seconds. */
  private static final int GRACE = 5;

  /** Keeps Spark from describing the job's only step in JSON, for pictures on its web page: that takes a part of a second. */
  private static final String NO_SCOPES = "spark.rdd.scope.noOverride";

  private final RunningSpark running;
  private final JavaSparkContext spark;
  private final Progress progress;

  public SparkTraining(RunningSpark running, Progress progress) {
    this.running = running;
    this.spark = running.context();
    this.progress = progress;
  }

  /** @param results takes what a task returned; called on Spark's scheduler thread, so it must not wait */
  public void train(String experiment, Dataset dataset, Plan plan, Consumer<TaskResult> results) throws IOException {
    train(experiment, dataset, plan, new HashMap<>(), results);
  }

  /** @param beginnings the ends of shorter trials, from which some of the plan go on, by their ids */
  void train(String experiment, Dataset dataset, Plan plan, HashMap<String, Broadcast<HashMap<String, Beginning>>> beginnings,
      Consumer<TaskResult> results) throws IOException {
    double secondsPerTask = running.settings().getDouble(SparkSettings.SECONDS_PER_TASK, Plan.SECONDS_PER_TASK);
    List<Pack> packs = plan.packs(secondsPerTask, cores());
    progress.begins(packs);
    Broadcast<Dataset> data = running.broadcast(dataset);
    Function2<Object, TaskResult, BoxedUnit> handler = (partition, result) -> {
      results.accept(result);
      progress.finished((Integer) partition, result.records());
      return BoxedUnit.UNIT;
    };
    try (TaskWatcher watcher = new TaskWatcher(spark, progress)) {
      TrialTask task = new TrialTask(experiment, data, plan, beginnings, watcher.reports());
      FutureTask<Void> job = new FutureTask<>(() -> {
        watcher.names("rote " + experiment + ": " + plan.toDo().size() + " trials"); // of this thread alone
        return run(packs, task, handler);
      });
      start(job);
      await(job);
    }
  }

  private Void run(List<Pack> packs, TrialTask task, Function2<Object, TaskResult, BoxedUnit> handler) throws CancelledException {
    if (running.isCancelled()) {
      throw new CancelledException(null);
    }
    spark.setLocalProperty(NO_SCOPES, "true");
    spark.sc().runJob(spark.parallelize(packs, packs.size()).rdd(), task, handler, ClassTag$.MODULE$.apply(TaskResult.class));
    return null;
  }

  private static void start(FutureTask<Void> job) {
    Thread thread = new Thread(job, "rote-job");
    thread.setDaemon(true); // a lost job never ends
    thread.start();
  }

  /** Waits for the job's end. A context that stops just as it receives a job loses it silently. */
  private void await(FutureTask<Void> job) throws IOException {
    int lost = 0;
    while (lost < GRACE) {
      lost += running.hasStopped() ? 1 : 0;
      try {
        if (hasEnded(job)) {
          return;
        }
      } catch (InterruptedException e) {
        cancel(job);
        throw new InterruptedIOException("interrupted while trials were trained");
      }
    }
    throw stopped(null);
  }

  /** Waits for a second at most. */
  private boolean hasEnded(FutureTask<Void> job) throws InterruptedException, IOException {
    try {
      job.get(1, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) { // still training, or lost
      if (running.isCancelled()) {
        running.cancel(); // it may have reached Spark after the first time
      }
      return false;
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  /** Leaves no job behind in a Spark that goes on. */
  private void cancel(FutureTask<Void> job) {
    running.cancel();
    try {
      for (int second = 0; second < GRACE && !hasEnded(job); second++) { }
    } catch (InterruptedException | IOException | RuntimeException e) {
      // Its end is all that matters here.
    }
  }

  private IOException failure(Throwable cause) {
    if (running.hasStopped()) {
      return stopped(cause);
    }
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof CancelledException cancelled) {
      return cancelled;
    }
    throw new IllegalStateException("Spark could not train the trials", cause);
  }

  /** Not by the failure as a cause: Spark interrupts its own threads when it stops, and nobody has interrupted this one. */
  private static IOException stopped(Throwable failure) {
    IOException stopped = new IOException("Spark has stopped; its messages above say why");
    if (failure != null) {
      stopped.addSuppressed(failure);
    }
    return stopped;
  }

  /** Returns how many tasks may run at once, on executors that were asked for and may not have started yet. */
  private int cores() {
    SparkConf conf = spark.getConf();
    int asked = conf.getInt("spark.executor.instances", 0) * conf.getInt("spark.executor.cores", 1);
    int named = Math.max(conf.getInt("spark.cores.max", 0), asked);
    return Math.max(1, Math.max(spark.defaultParallelism(), named));
  }
}
