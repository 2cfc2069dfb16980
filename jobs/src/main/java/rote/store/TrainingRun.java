package rote.store;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A run that trained some of an output's trials: with which program, on what and when.
 *
 * <p>Format 1 knows no runs: in its segments all facts are null.
 *
 * @param run the id with which its segments' names begin; null inside a segment
 * @param trials how many of the trials shown it trained; null inside a segment
 * @param started in ISO 8601
 * @param seconds from its start to its last segment
 * @param groupsTrainedSingly groups that threw and were trained one by one; null for none
 */
public record TrainingRun(@JsonInclude(Include.NON_NULL) String run, @JsonInclude(Include.NON_NULL) Integer trials,
    String kernels, String gitCommit, String jarSha256, String jvm, String spark, String started, Double seconds,
    @JsonInclude(Include.NON_NULL) Integer groupsTrainedSingly) {
  public static final TrainingRun SILENT = new TrainingRun(null, null, null, null, null, null, null, null, null, null);
  private static final String KEY = "rote.run";

  public boolean isSilent() {
    return with(null, null).equals(SILENT);
  }

  TrainingRun with(String id, Integer shown) {
    return new TrainingRun(id, shown, kernels, gitCommit, jarSha256, jvm, spark, started, seconds, groupsTrainedSingly);
  }

  Map<String, String> footer() {
    try {
      return isSilent() ? Map.of() : Map.of(KEY, ManifestJson.MAPPER.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TrainingRun of(Map<String, String> footer) throws JsonProcessingException {
    return footer.containsKey(KEY) ? ManifestJson.MAPPER.readValue(footer.get(KEY), TrainingRun.class) : SILENT;
  }

  /** Returns the id in a segment's name, {@code segments/<run>-<sequence>.parquet}. */
  public static String id(String segment) {
    return segment.substring(segment.lastIndexOf('/') + 1).replaceFirst("-[^-]*$", "");
  }
}
