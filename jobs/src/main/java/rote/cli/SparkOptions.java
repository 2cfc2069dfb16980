package rote.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say where to run. */
final class SparkOptions {
  @Option(names = "--master", paramLabel = "M",
      description = "Spark's master; by default all cores of this machine, local[*,4].")
  private String master;

  @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "A setting of Spark; may be repeated.")
  private Map<String, String> conf = Map.of();

  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>(conf);
    if (master != null) {
      settings.put("spark.master", master);
    }
    return settings;
  }
}
