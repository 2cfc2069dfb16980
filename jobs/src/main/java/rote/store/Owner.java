package rote.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose an output is: one experiment on one set of data.
 *
 * @param experiment the experiment's name
 * @param dataset the name of the data set, for people; the digest is what counts
 * @param dataDigest {@link rote.data.Dataset#digest()}
 */
public record Owner(String experiment, String dataset, String dataDigest) {
  private static final String EXPERIMENT = "rote.experiment";
  private static final String DATASET = "rote.dataset";
  private static final String DATA_DIGEST = "rote.data-digest";
  private static final int SHOWN_DIGITS = 12;

  /** How this owner differs from another, in words; empty where it is the same. */
  public Optional<String> difference(Owner here) {
    List<String> differences = new ArrayList<>();
    if (!experiment.equals(here.experiment)) {
      differences.add("experiment \"" + experiment + "\", not \"" + here.experiment + "\"");
    }
    if (!dataDigest.equals(here.dataDigest)) {
      differences.add("data " + data() + ", not " + here.data());
    }
    return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
  }

  /** What a segment's footer says about its owner. */
  Map<String, String> metadata() {
    return Map.of(EXPERIMENT, experiment, DATASET, dataset, DATA_DIGEST, dataDigest);
  }

  /** The owner that a footer names; empty if no segment of ours has such a footer. */
  public static Optional<Owner> of(Map<String, String> metadata) {
    return metadata.keySet().containsAll(List.of(EXPERIMENT, DATASET, DATA_DIGEST))
        ? Optional.of(new Owner(metadata.get(EXPERIMENT), metadata.get(DATASET), metadata.get(DATA_DIGEST)))
        : Optional.empty();
  }

  /** The owner that a manifest names; empty if it names none. */
  static Optional<Owner> of(Manifest manifest) {
    return manifest.digest() != null && manifest.experiment() != null && manifest.experiment().get("name") instanceof String name
        ? Optional.of(new Owner(name, String.valueOf(manifest.dataset().name()), manifest.digest())) : Optional.empty();
  }

  private String data() {
    return dataset + " (" + dataDigest.substring(0, Math.min(SHOWN_DIGITS, dataDigest.length())) + ")";
  }
}
