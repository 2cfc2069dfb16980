package rote.jobs;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.spark.package$;
import rote.jobs.start.JvmKernels;
import rote.jobs.start.ProgramJar;
import rote.store.TrainingRun;

/** What a run says about itself in its segments. */
final class CurrentRun implements Supplier<TrainingRun> {
  private final String jar = ProgramJar.digest();
  private final String started = Instant.now().toString();
  private final AtomicInteger trainedSingly = new AtomicInteger();
  private final long start = System.nanoTime();

  void addTrainedSingly(int groups) {
    trainedSingly.addAndGet(groups);
  }

  /** Counts the seconds until now, so the last segment says how long the run took. */
  @Override
  public TrainingRun get() {
    int singly = trainedSingly.get();
    return new TrainingRun(null, null, JvmKernels.choice().name(), ProgramJar.commit(), jar, ProgramJar.jvm(),
        package$.MODULE$.SPARK_VERSION(), started, (System.nanoTime() - start) * 1e-9, singly == 0 ? null : singly);
  }
}
