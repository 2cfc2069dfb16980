package rote.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        Map.of("dataset", "npz", "arrays", Map.of("training-images", "a", "training-labels", "b")), Map.of("dataset", "mnist"),
        Map.of("file", "a.csv", "label", 3, "header", false, "separator", "\t", "decimal", ","), Map.of("file", "b.pq", "test-file", "c.pq", "label", "true"),
        Map.of("file", "parts", "format", "parquet", "label", "7", "columns", List.of("a b", 2), "one-hot", List.of("x"), "missing", "mean"),
        Map.of("file", "d.csv", "label", "y", "ignore", List.of(1, "it's")));
  }

  /** A report's command for one trial gives them again. */
  @ParameterizedTest
  @MethodSource("keys")
  void areWrittenAsTheyWereRead(Map<String, Object> data) {
    DataKeys read = ExperimentFile.experiment("x", Map.of("name", "x", "data", data)).data();
    assertThat(read.plain()).isEqualTo(data);
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
