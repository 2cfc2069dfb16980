package rote.harness;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.spark.api.java.JavaSparkContext;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** What a program sees of its JVM and of its Spark, taken twice to be compared: what a guest has changed is in the difference. */
public final class Surroundings {
  private static final SignalHandler OURS = signal -> { };
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private Surroundings() {}

  /** Makes signals known that come to this test. Returns what to do at the end. */
  public static Runnable handleSignals() {
    Map<String, SignalHandler> before = new LinkedHashMap<>();
    SIGNALS.forEach(name -> before.put(name, Signal.handle(new Signal(name), OURS)));
    return () -> before.forEach((name, handler) -> Signal.handle(new Signal(name), handler));
  }

  /** @param spark null where there is none */
  public static Map<String, Object> of(JavaSparkContext spark) throws Exception {
    Map<String, Object> seen = new TreeMap<>();
    seen.put("locales", Stream.of(Locale.Category.values()).map(Locale::getDefault).toList());
    seen.put("streams", List.of(System.in, System.out, System.err));
    seen.put("uncaught", Objects.toString(Thread.getDefaultUncaughtExceptionHandler()));
    seen.put("properties", properties());
    seen.put("loader", Thread.currentThread().getContextClassLoader());
    seen.put("interrupted", Thread.currentThread().isInterrupted());
    seen.put("user", UserGroupInformation.getLoginUser().getUserName());
    seen.put("signals", SIGNALS.stream().map(name -> Signal.handle(new Signal(name), OURS)).toList());
    seen.put("temporary", Stream.of(new File(System.getProperty("java.io.tmpdir")).list()).filter(name -> name.startsWith("rote")).toList());
    if (spark != null) {
      seen.put("stopped", spark.sc().isStopped());
      seen.put("settings", spark.getConf().toDebugString());
      seen.put("hadoop", texts(spark.hadoopConfiguration()));
      seen.put("thread's", Stream.of("spark.jobGroup.id", "spark.job.description", "spark.job.tags", "spark.job.interruptOnCancel",
          "spark.scheduler.pool").map(key -> key + "=" + spark.getLocalProperty(key)).toList());
    }
    return seen;
  }

  private static Map<Object, Object> properties() {
    Map<Object, Object> all = new TreeMap<>((Properties) System.getProperties().clone());
    all.remove("java.class.path"); // too long for messages
    return all;
  }

  private static Map<String, String> texts(Configuration hadoop) {
    Map<String, String> texts = new TreeMap<>();
    hadoop.forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
    return texts;
  }
}
