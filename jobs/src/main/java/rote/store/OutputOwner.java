package rote.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The experiment and the data that an output belongs to.
 *
 * @param dataset the name of the data set, for messages; only the digest is compared
 * @param dataDigest {@link rote.data.Dataset#digest()}
 */
public record OutputOwner(String experiment, String dataset, String dataDigest) {
  private static final String EXPERIMENT = "rote.experiment";
  private static final String DATASET = "rote.dataset";
  private static final String DATA_DIGEST = "rote.data-digest";
  private static final int SHOWN_DIGITS = 12;

  /** Describes how two owners differ; empty if they are the same. */
  public Optional<String> difference(OutputOwner here) {
    List<String> differences = new ArrayList<>();
    if (!experiment.equals(here.experiment)) {
      differences.add("experiment \"" + experiment + "\", not \"" + here.experiment + "\"");
    }
    if (!dataDigest.equals(here.dataDigest)) {
      differences.add("data " + data() + ", not " + here.data());
    }
    return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
  }

  Map<String, String> metadata() {
    return Map.of(EXPERIMENT, experiment, DATASET, dataset, DATA_DIGEST, dataDigest);
  }

  /** Returns the owner that a footer names; empty if it is not of a segment. */
  public static Optional<OutputOwner> of(Map<String, String> metadata) {
    return metadata.keySet().containsAll(List.of(EXPERIMENT, DATASET, DATA_DIGEST))
        ? Optional.of(new OutputOwner(metadata.get(EXPERIMENT), metadata.get(DATASET), metadata.get(DATA_DIGEST)))
        : Optional.empty();
  }

  static Optional<OutputOwner> of(Manifest manifest) {
    return manifest.digest() != null && manifest.experiment() != null && manifest.experiment().get("name") instanceof String name
        ? Optional.of(new OutputOwner(name, String.valueOf(manifest.dataset().name()), manifest.digest())) : Optional.empty();
  }

  private String data() {
    return dataset + " (" + dataDigest.substring(0, Math.min(SHOWN_DIGITS, dataDigest.length())) + ")";
  }
}
