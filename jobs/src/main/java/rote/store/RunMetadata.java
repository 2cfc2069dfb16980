package rote.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the footer of a segment says about the run that wrote it. */
public final class RunMetadata {
  private static final String KEY = "rote.run";
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunMetadata() {}

  static Map<String, String> of(Map<String, Object> facts) {
    try {
      return facts.isEmpty() ? Map.of() : Map.of(KEY, JSON.writeValueAsString(facts));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty in a segment of format 1. */
  public static Map<String, Object> facts(Map<String, String> footer) throws JsonProcessingException {
    String text = footer.get(KEY);
    return text == null ? Map.of() : JSON.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
  }

  /** The run whose segment has this name: {@code segments/<run>-<sequence>.parquet}. */
  public static String run(String segment) {
    String name = segment.substring(segment.lastIndexOf('/') + 1);
    int end = name.lastIndexOf('-');
    return end < 0 ? name : name.substring(0, end);
  }
}
