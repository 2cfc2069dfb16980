package rote.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A run that trained some of an output's trials: by which program, on what and when.
 *
 * <p>Segments of format 1 say nothing about their run: all facts from kernels on are null. So is one that is not known.
 *
 * @param run the id with which the names of its segments begin; null in a segment, and in a manifest of format 1
 * @param trials how many of the trials that tables and report show it has trained; null where the id is
 * @param started when it began, as ISO 8601
 * @param seconds from its start to its last segment
 * @param groupsTrainedSingly how many lock-step groups threw and were trained one by one; null for none
 */
public record TrainingRun(@JsonInclude(Include.NON_NULL) String run, @JsonInclude(Include.NON_NULL) Integer trials,
    String kernels, String gitCommit, String jarSha256, String jvm, String spark, String started, Double seconds,
    @JsonInclude(Include.NON_NULL) Integer groupsTrainedSingly) {
  public static final TrainingRun SILENT = new TrainingRun(null, null, null, null, null, null, null, null, null, null);
  private static final String KEY = "rote.run";

  public boolean isSilent() {
    return with(null, null).equals(SILENT);
  }

  /** The facts of this run, as those of another id. */
  TrainingRun with(String id, Integer shown) {
    return new TrainingRun(id, shown, kernels, gitCommit, jarSha256, jvm, spark, started, seconds, groupsTrainedSingly);
  }

  /** What the footer of a segment says about the run that wrote it. */
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

  /** The id of the run whose segment has this name: {@code segments/<run>-<sequence>.parquet}. */
  public static String id(String segment) {
    return segment.substring(segment.lastIndexOf('/') + 1).replaceFirst("-[^-]*$", "");
  }
}
