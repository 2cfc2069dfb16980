package rote.files;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Schemes of URIs that other programs know: what Hadoop calls them, or what brings them. */
final class Schemes {
  private static final Map<String, String> REMEDIES = Map.of("s3", "write s3a://", "s3n", "write s3a://", "az", "write abfss://",
      "gcs", "write gs://", "gs", "add com.google.cloud.bigdataoss:gcs-connector to the class path (spark-submit --packages)");

  private Schemes() {}

  /** The message for a location whose scheme a user knows from elsewhere; it holds no user and no password. */
  static Optional<String> refusal(URI uri) {
    String scheme = String.valueOf(uri.getScheme());
    String rest = (uri.getHost() == null ? "" : uri.getHost()) + uri.getPath();
    return Optional.ofNullable(REMEDIES.get(scheme)).map(remedy -> scheme + "://" + rest + ": Hadoop has no file system for "
        + scheme + "://; " + remedy + (remedy.startsWith("write") ? rest : ""));
  }
}
