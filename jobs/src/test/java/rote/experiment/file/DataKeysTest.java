package rote.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rote.data.catalog.Catalog;
import rote.data.catalog.DataKeys;

/** The keys of {@code data} that are no settings. */
class DataKeysTest {
  static Stream<Map<String, Object>> keys() {
    return Stream.of(Map.of("dataset", "idx", "split", "letters", "transpose", false), Map.of("dataset", "cifar-100", "labels", "coarse"),
        Map.of("dataset", "npz", "arrays", Map.of("training-images", "a", "training-labels", "b", "test-images", "c", "test-labels", "d")),
        Map.of("dataset", "npz", "arrays", Map.of("training-images", "a", "training-labels", "b")), Map.of("dataset", "mnist"));
  }

  /** A report's command for one trial gives them again. */
  @ParameterizedTest
  @MethodSource("keys")
  void areWrittenAsTheyWereRead(Map<String, Object> data) {
    DataKeys read = ExperimentFile.experiment("x", Map.of("name", "x", "data", data)).data();
    Map<String, Object> again = new LinkedHashMap<>(Map.of("dataset", read.dataset()));
    again.putAll(read.others());
    assertThat(again).isEqualTo(data);
  }

  @Test
  void theSchemaForEditorsKnowsThem() throws IOException {
    JsonNode data = new ObjectMapper().readTree(Path.of("..", "experiments", "experiment.schema.json").toFile()).at("/properties/data/properties");
    assertThat(texts(data.at("/dataset/enum"))).isEqualTo(Catalog.names());
    assertThat(texts(data.at("/split/enum"))).isEqualTo(Catalog.EMNIST_SPLITS);
    List<String> keys = new ArrayList<>();
    data.fieldNames().forEachRemaining(keys::add);
    assertThat(keys).containsAll(DataKeysReader.KEYS);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
