package rote.jobs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.spark.package$;
import rote.jobs.start.JvmKernels;

/** What a run says in its segments about itself: by which program, on what and when it trains. */
final class ThisRun implements Supplier<Map<String, Object>> {
  /** How many lock-step groups threw and were trained one by one; left out where there is none. */
  static final String TRAINED_SINGLY = "groups_trained_singly";

  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final AtomicInteger trainedSingly = new AtomicInteger();
  private final long start = System.nanoTime();

  ThisRun() {
    facts.put("kernels", JvmKernels.choice().name());
    facts.putAll(RunFacts.ofThisProgram());
    facts.put("spark", package$.MODULE$.SPARK_VERSION());
    facts.put("started", Instant.now().toString());
  }

  void addTrainedSingly(int groups) {
    trainedSingly.addAndGet(groups);
  }

  /** The seconds are those from the start to the moment of asking, so that a run's last segment says how long it took. */
  @Override
  public Map<String, Object> get() {
    Map<String, Object> now = new LinkedHashMap<>(facts);
    now.put("seconds", (System.nanoTime() - start) * 1e-9);
    if (trainedSingly.get() > 0) {
      now.put(TRAINED_SINGLY, trainedSingly.get());
    }
    return now;
  }
}
