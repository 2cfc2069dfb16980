package rote.jobs.start;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The driver in YARN's cluster mode. YARN counts a driver as failed if it calls exit, whatever the code, or if it returns without having
 * started Spark. One that returns after Spark was started has succeeded.
 */
public final class YarnDriver {
  private static volatile boolean hasStarted;

  private YarnDriver() {}

  /** Whether this JVM runs it. */
  public static boolean isHere() {
    return "yarn".equals(System.getProperty("spark.master"))
        && "cluster".equals(System.getProperty("spark.submit.deployMode"));
  }

  static void hasStartedSpark() {
    hasStarted = true;
  }

  /** Starts Spark for a moment if nothing has needed it, without executors and without waiting for any. */
  public static void ensureSparkStarted() {
    if (!hasStarted) {
      new JavaSparkContext(new SparkConf().setIfMissing("spark.app.name", "rote").set("spark.executor.instances", "0")
          .set("spark.scheduler.minRegisteredResourcesRatio", "0")).close();
    }
  }
}
