package rote.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import rote.files.Folder;

/** Reads and writes manifests as JSON. Unknown keys are ignored; a value of the wrong type is an error. */
final class ManifestJson {
  static final ObjectMapper MAPPER = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.AUTO_DETECT_IS_GETTERS)
      .withCoercionConfig(LogicalType.Textual, texts -> List.of(CoercionInputShape.Integer, CoercionInputShape.Float,
          CoercionInputShape.Boolean).forEach(shape -> texts.setCoercion(shape, CoercionAction.Fail)))
      .build();
  private static final int MAX_SHOWN = 40; // characters of a value

  private ManifestJson() {}

  static String text(Manifest manifest) throws JsonProcessingException {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
  }

  static Manifest read(String text, String path) throws IOException {
    JsonNode json = null;
    try {
      json = MAPPER.readTree(text);
      if (!(json instanceof ObjectNode object)) {
        throw new IOException("cannot read " + path + ": must be a map, was " + shown(json));
      }
      object.put(OutputFormat.IN_MANIFEST, OutputFormat.of(json.get(OutputFormat.IN_MANIFEST), path));
      Manifest manifest = MAPPER.treeToValue(json, Manifest.class);
      return json.has("runs") ? manifest : manifest.with(manifest.trials(), ofFormat1(object), manifest.written());
    } catch (JsonMappingException e) {
      throw new IOException("cannot read " + path + ": " + reason(e, json), e);
    } catch (JsonProcessingException e) {
      throw Folder.failed("read", path, e);
    }
  }

  /** In format 1 there is one run, whose facts are keys of the manifest itself. */
  private static List<TrainingRun> ofFormat1(ObjectNode json) throws JsonProcessingException {
    TrainingRun run = MAPPER.treeToValue(json.without(List.of("run", "trials")), TrainingRun.class);
    return run.isSilent() ? List.of() : List.of(run);
  }

  private static String reason(JsonMappingException e, JsonNode json) {
    JsonNode value = json;
    for (Reference step : e.getPath()) {
      value = step.getFieldName() == null ? value.path(step.getIndex()) : value.path(step.getFieldName());
    }
    String place = e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
        .collect(Collectors.joining()).replaceFirst("^\\.", "");
    return place + " must be " + (e instanceof MismatchedInputException mismatch ? kind(mismatch.getTargetType()) : "in range")
        + ", was " + shown(value);
  }

  private static String kind(Class<?> type) {
    return type == String.class ? "a text" : type == Double.class ? "a number" : Number.class.isAssignableFrom(type)
        ? "a whole number" : Collection.class.isAssignableFrom(type) ? "a list" : "a map";
  }

  private static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "empty" : value.toString();
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
  }
}
