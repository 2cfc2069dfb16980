package rote.jobs;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import rote.data.Dataset;
import rote.jobs.start.RunningSpark;
import rote.jobs.start.SparkSettings;
import scala.collection.immutable.Seq;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/** Trains a plan on Spark: the data is broadcast once, and each pack of trials is one task. */
public final class SparkTraining {
  /** How long a job may take to end after its context has stopped. */
  private static final Duration GRACE = Duration.create(5, TimeUnit.SECONDS);

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
    double secondsPerTask = running.settings().getDouble(SparkSettings.SECONDS_PER_TASK, Plan.SECONDS_PER_TASK);
    List<Pack> packs = plan.packs(secondsPerTask, cores());
    Map<String, Double> seconds = plan.toDo().stream().collect(Collectors.toMap(PlannedTrial::id, PlannedTrial::seconds));
    Broadcast<Dataset> data = running.broadcast(dataset);
    TrialTask task = new TrialTask(experiment, data, plan.probes());
    try {
      await(spark.sc().submitJob(spark.parallelize(packs, packs.size()).rdd(), task,
          partitions(packs.size()), (partition, result) -> {
            results.accept(result);
            progress.finished(result.records(),
                result.records().stream().mapToDouble(record -> seconds.get(record.trialId())).sum());
            return BoxedUnit.UNIT;
          }, () -> BoxedUnit.UNIT));
    } catch (Exception e) { // Scala declares none
      if (spark.sc().isStopped()) {
        throw new IOException("Spark has stopped; its messages above say why", e);
      }
      throw e;
    }
  }

  /** Waits for the job's end. A context that stops just as it receives a job loses it silently. */
  private void await(SimpleFutureAction<BoxedUnit> job) throws IOException {
    boolean lost = false;
    while (!lost) {
      lost = spark.sc().isStopped();
      try {
        Await.result(job, GRACE);
        return;
      } catch (TimeoutException e) {
        // Still training, or lost.
      } catch (InterruptedException e) {
        throw new InterruptedIOException("interrupted while trials were trained");
      }
    }
    throw new IOException("the job is lost");
  }

  /** Returns how many tasks may run at once, on executors that were asked for and may not have started yet. */
  private int cores() {
    SparkConf conf = spark.getConf();
    int asked = conf.getInt("spark.executor.instances", 0) * conf.getInt("spark.executor.cores", 1);
    int named = Math.max(conf.getInt("spark.cores.max", 0), asked);
    return Math.max(1, Math.max(spark.defaultParallelism(), named));
  }

  private static Seq<Object> partitions(int count) {
    List<Object> numbers = IntStream.range(0, count).<Object>mapToObj(Integer::valueOf).toList();
    return CollectionConverters.asScala(numbers).toSeq();
  }
}
