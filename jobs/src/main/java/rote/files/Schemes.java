package rote.files;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** URI schemes that other programs use: what Hadoop calls them, or which library adds them. */
final class Schemes {
  private static final Map<String, String> REMEDIES = Map.of("s3", "write s3a://", "s3n", "write s3a://", "az", "write abfss://",
      "gcs", "write gs://", "gs", "add com.google.cloud.bigdataoss:gcs-connector to the class path (spark-submit --packages)");

  private Schemes() {}

  /** Returns the message for such a scheme, without user and password. */
  static Optional<String> refusal(URI uri) {
    String scheme = String.valueOf(uri.getScheme());
    String rest = (uri.getHost() == null ? "" : uri.getHost()) + uri.getPath();
    return Optional.ofNullable(REMEDIES.get(scheme)).map(remedy -> scheme + "://" + rest + ": Hadoop has no file system for "
        + scheme + "://; " + remedy + (remedy.startsWith("write") ? rest : ""));
  }
}
