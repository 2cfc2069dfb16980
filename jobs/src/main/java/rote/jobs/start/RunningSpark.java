package rote.jobs.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Spark while a call uses it, in one thread.
 *
 * <p>Its jobs carry a tag, by which they alone are cancelled. They stay in the job group of their thread, so that a notebook can cancel
 * them as it does its own.
 */
public final class RunningSpark implements AutoCloseable {
  private final JavaSparkContext context;
  private final Map<String, String> settings;
  private final Optional<Runnable> end;
  private final String tag = "rote-" + UUID.randomUUID();
  private final List<Broadcast<?>> broadcasts = new ArrayList<>();
  private volatile boolean isCancelled;

  /**
   * @param settings that hold for this call, beside the context's
   * @param end ends a context that the call has started; empty for an owner's
   */
  RunningSpark(JavaSparkContext context, Map<String, String> settings, Optional<Runnable> end) {
    this.context = context;
    this.settings = settings;
    this.end = end;
    context.sc().addJobTag(tag);
  }

  public JavaSparkContext context() {
    return context;
  }

  /** Returns a copy of the context's settings, with those of this call. */
  public SparkConf settings() {
    SparkConf conf = context.getConf();
    settings.forEach(conf::set);
    return conf;
  }

  /** Hands a value to all executors, which forget it when this closes. */
  public <T> Broadcast<T> broadcast(T value) {
    Broadcast<T> handed = context.broadcast(value);
    broadcasts.add(handed);
    return handed;
  }

  /** Whether Spark has ended, or has begun to. */
  public boolean hasStopped() {
    return context.sc().isStopped();
  }

  /** Cancels the jobs of this call, and no others. No job is to start any more. */
  public void cancel() {
    isCancelled = true;
    if (!hasStopped()) {
      context.sc().cancelJobsWithTag(tag);
    }
  }

  /** Whether the jobs of this call have been cancelled; one that was on its way to Spark then may have to be cancelled once more. */
  public boolean isCancelled() {
    return isCancelled;
  }

  /** Closes it, beside whatever the caller does next if it is ours: Spark takes a while. Returns what waits for the end. */
  public CompletableFuture<Void> ending() {
    if (end.isPresent()) {
      return CompletableFuture.runAsync(this::close, task -> new Thread(task, "rote-spark-end").start());
    }
    close(); // Spark keeps jobs' tags with the thread
    return CompletableFuture.completedFuture(null);
  }

  /** Ends what the call has begun: the context if it is ours, else the call's jobs and their data. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted(); // Spark would stop halfway
    try {
      if (end.isPresent()) {
        end.get().run();
      } else if (!hasStopped()) {
        cancel();
        broadcasts.forEach(Broadcast::destroy);
        context.sc().removeJobTag(tag);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
