package rote.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import rote.data.Dataset;
import rote.store.TrialRecord;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * The training of a plan on Spark: the data is broadcast once, every pack of trials is one task, and what a task
 * returns is handed on.
 */
final class FanOut {
  private final JavaSparkContext spark;
  private final Progress progress;

  FanOut(JavaSparkContext spark, Progress progress) {
    this.spark = spark;
    this.progress = progress;
  }

  /**
   * Trains every trial that the plan has to do.
   *
   * @param results takes what each task returns, on Spark's scheduler thread, so that it should only hand over
   */
  void train(String experiment, Dataset dataset, Plan plan, Consumer<List<TrialRecord>> results) {
    double secondsPerTask = spark.getConf().getDouble("spark.rote.secondsPerTask", Plan.SECONDS_PER_TASK);
    List<ArrayList<PlannedTrial>> packs = plan.packs(secondsPerTask, cores());
    Map<String, Double> seconds =
        plan.toDo().stream().collect(Collectors.toMap(PlannedTrial::id, PlannedTrial::seconds));
    Broadcast<Dataset> data = spark.broadcast(dataset);
    try {
      spark.sc().runJob(spark.parallelize(packs, packs.size()).rdd(), new TrialTask(experiment, data),
          partitions(packs.size()), handler(results, record -> seconds.get(record.trialId())), tag());
    } finally {
      data.destroy();
    }
  }

  /** How many tasks may run at once: those of the executors asked for, which may not be there yet, or of those that are. */
  private int cores() {
    SparkConf conf = spark.getConf();
    int asked = conf.getInt("spark.executor.instances", 0) * conf.getInt("spark.executor.cores", 1);
    return Math.max(spark.defaultParallelism(), Math.max(conf.getInt("spark.cores.max", 0), asked));
  }

  private AbstractFunction2<Object, ArrayList<TrialRecord>, BoxedUnit> handler(
      Consumer<List<TrialRecord>> results, Function<TrialRecord, Double> predicted) {
    return new AbstractFunction2<>() {
      @Override
      public BoxedUnit apply(Object partition, ArrayList<TrialRecord> records) {
        results.accept(records);
        progress.finished(records, records.stream().mapToDouble(predicted::apply).sum());
        return BoxedUnit.UNIT;
      }
    };
  }

  private static Seq<Object> partitions(int count) {
    List<Object> numbers = IntStream.range(0, count).<Object>mapToObj(Integer::valueOf).toList();
    return CollectionConverters.asScala(numbers).toSeq();
  }

  @SuppressWarnings("unchecked") // erasure: a tag knows no type arguments
  private static ClassTag<ArrayList<TrialRecord>> tag() {
    return (ClassTag<ArrayList<TrialRecord>>) (ClassTag<?>) ClassTag$.MODULE$.apply(ArrayList.class);
  }
}
