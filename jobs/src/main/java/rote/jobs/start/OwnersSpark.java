package rote.jobs.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.apache.spark.api.java.JavaSparkContext;
import rote.files.FileSystems;
import scala.Option;

/** Spark that the owner of this JVM has started: used as it is, never changed and never stopped. */
public final class OwnersSpark implements SparkAccess {
  private static final String HADOOP = "spark.hadoop.";
  /** Keys of stores have too many names to know them all. */
  private static final String SECRET = "(?i)spark[.]hadoop[.].*|.*(secret|password|token|key|credential|sas).*";

  private final JavaSparkContext context;
  private final Map<String, String> settings;

  private OwnersSpark(JavaSparkContext context, Map<String, String> settings) {
    this.context = context;
    this.settings = settings;
  }

  /** Returns the Spark that others have started in this JVM and that is active; empty where there is none. Starts none. */
  public static Optional<OwnersSpark> find() {
    if (Platform.refusal().isPresent()) {
      return Optional.empty();
    }
    Option<SparkContext> active = SparkContext$.MODULE$.getActive();
    return active.isEmpty() || active.get().isStopped() || SparkStart.hasStarted(active.get()) ? Optional.empty()
        : Optional.of(new OwnersSpark(new JavaSparkContext(active.get()), Map.of()));
  }

  /** @param asked the settings of a command line, of which Rote's own are applied */
  public OwnersSpark with(Map<String, String> asked) {
    return new OwnersSpark(context, Map.copyOf(asked));
  }

  /** Returns a line for each setting that comes too late for this Spark, with the value that it has instead. */
  public List<String> notApplied() {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(settings).forEach((key, value) -> {
      String has = ownersValue(key);
      if (key.startsWith("spark.") && !SparkSettings.isOurs(key) && !value.equals(has)) {
        lines.add(SparkSettings.typed(key, shown(key, value)) + " is not applied, because Spark runs already: "
            + (has == null ? "its owner has not set it" : "its owner has " + key + "=" + shown(key, has)));
      }
    });
    return lines;
  }

  private String ownersValue(String key) {
    String ofHadoop = key.startsWith(HADOOP) ? context.hadoopConfiguration().get(key.substring(HADOOP.length())) : null;
    return ofHadoop == null ? context.getConf().get(key, null) : ofHadoop;
  }

  private static String shown(String key, String value) {
    return key.matches(SECRET) ? "***" : value;
  }

  @Override
  public FileSystems fileSystems() {
    return new FileSystems(new Configuration(context.hadoopConfiguration()));
  }

  @Override
  public void check() {
    SparkConf all = context.getConf();
    settings.forEach(all::set);
    new SparkSettings(all, settings, Map.of(), null).checkNames();
  }

  @Override
  public RunningSpark open(String name) {
    return new RunningSpark(context, settings.entrySet().stream().filter(setting -> SparkSettings.isOurs(setting.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), Optional.empty());
  }
}
