package rote.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.util.CollectionAccumulator;
import rote.jobs.progress.RunningTrial;
import scala.Product;
import scala.collection.Iterable;
import scala.collection.Iterator;

/**
 * Tells the progress which tasks of a job run, and what they say of themselves: the value of an accumulator, which Spark's heartbeats
 * bring, every two seconds on one machine and every ten from others.
 *
 * <p>Events are taken apart as products, because the types of their collections differ between Scala 2.12 and 2.13.
 */
final class TaskWatcher extends SparkListener implements AutoCloseable {
  private static final String JOB = "rote.job"; // a property of Spark's thread, which its stages know
  private static final int UPDATES = 1; // of a heartbeat: (task, stage, attempt, accumulators)
  private static final int ACCUMULATORS = 3;

  private final JavaSparkContext spark;
  private final Progress progress;
  private final String job = UUID.randomUUID().toString();
  private final Set<Integer> stages = new HashSet<>();
  private final CollectionAccumulator<String> told;

  TaskWatcher(JavaSparkContext spark, Progress progress) {
    this.spark = spark;
    this.progress = progress;
    this.told = spark.sc().collectionAccumulator();
    spark.sc().addSparkListener(this);
  }

  /** Names the jobs that this thread starts from now on. @param description for Spark's pages */
  void names(String description) {
    spark.sc().setLocalProperty(JOB, job);
    spark.sc().setJobDescription(description);
  }

  /** Returns what a task puts its latest report into. */
  CollectionAccumulator<String> reports() {
    return told;
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    if (event.properties() != null && job.equals(event.properties().getProperty(JOB))) {
      stages.add(event.stageInfo().stageId());
    }
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart event) {
    if (stages.contains(event.stageId())) {
      progress.began(event.taskInfo().index());
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    if (stages.contains(event.stageId())) {
      if (event.taskInfo().successful()) {
        progress.ended(event.taskInfo().index(), event.taskInfo().duration() * 1e-3);
      } else {
        progress.stopped(event.taskInfo().index());
      }
    }
  }

  @Override
  public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate event) {
    for (Iterator<?> tasks = all(event.productElement(UPDATES)); tasks.hasNext();) {
      for (Iterator<?> values = all(((Product) tasks.next()).productElement(ACCUMULATORS)); values.hasNext();) {
        AccumulableInfo value = (AccumulableInfo) values.next();
        if (value.id() == told.id() && value.update().isDefined() && value.update().get() instanceof List<?> texts) {
          texts.forEach(text -> RunningTrial.of(String.valueOf(text)).ifPresent(progress::told));
        }
      }
    }
  }

  private static Iterator<?> all(Object collection) {
    return ((Iterable<?>) collection).iterator();
  }

  @Override
  public void close() {
    spark.sc().removeSparkListener(this);
  }
}
