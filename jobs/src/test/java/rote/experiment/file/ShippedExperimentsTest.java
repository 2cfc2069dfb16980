package rote.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.files.FileSystems;
import rote.files.yaml.YamlName;
import rote.trial.Probe;
import rote.trial.Setting;

class ShippedExperimentsTest {
  private static final Path FOLDER = Path.of("..", "experiments");

  @Test
  void everyFileIsAnExperimentOfItsName() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> yaml = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      assertThat(yaml).isNotEmpty();
      for (Path file : yaml) {
        Experiment experiment = ExperimentFile.read(file.toString(), List.of(), new FileSystems()).experiment();
        assertThat(file.getFileName()).hasToString(experiment.name() + ".yaml");
        assertThat(experiment.question()).endsWith("?");
      }
    }
  }

  @Test
  void theSchemaForEditorsKnowsEveryProbe() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(FOLDER.resolve("experiment.schema.json").toFile());
    List<String> probes = new ArrayList<>();
    schema.at("/properties/probes/items/enum").forEach(name -> probes.add(name.asText()));
    assertThat(probes).isEqualTo(YamlName.all(Probe.class));
  }

  @Test
  void theSchemaForEditorsKnowsEveryMetric() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(FOLDER.resolve("experiment.schema.json").toFile());
    List<String> metrics = new ArrayList<>();
    schema.at("/properties/published/items/properties/metric/enum").forEach(name -> metrics.add(name.asText()));
    assertThat(metrics).isEqualTo(MetricName.allNames());
  }

  @Test
  void theSchemaForEditorsKnowsEverySettingAndItsDefault() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(FOLDER.resolve("experiment.schema.json").toFile());
    for (Setting<?> setting : Setting.all()) {
      JsonNode kind = schema.at("/$defs/" + setting.key());
      String section = setting.ofData() ? "data" : "trial";
      assertThat(schema.at("/properties/" + section + "/properties/" + setting.key()).isMissingNode()).isFalse();
      assertThat(schema.at("/$defs/product/properties/" + setting.path()).isMissingNode()).isFalse();
      assertThat(schema.at("/properties/sample/properties/" + setting.path()).isMissingNode()).isFalse();
      String initial = new ObjectMapper().writeValueAsString(Setting.plain(setting.initial()));
      assertThat(types(kind)).as(setting.key()).contains(switch (setting.type()) {
        case INTEGER -> "integer";
        case REAL -> "number";
        case FLAG -> "boolean";
        case CHOICE -> "choice";
        case SIZES -> "array";
        case RATE -> "object";
      });
      assertThat(kind.get("default")).as(setting.key()).hasToString(initial);
    }
    assertThat(schema.at("/$defs").size()).isEqualTo(Setting.all().size() + 2);
    assertThat(schema.at("/$defs/product/properties").size()).isEqualTo(Setting.all().size());
    assertThat(schema.at("/properties/sample/properties").size()).as("and trials and seed").isEqualTo(Setting.all().size() + 2);
  }

  private static List<String> types(JsonNode kind) {
    List<String> types = new ArrayList<>();
    JsonNode type = kind.path("type");
    (type.isArray() ? type : kind.path("oneOf").isArray() ? kind.get("oneOf") : new ObjectMapper().createArrayNode().add(type))
        .forEach(each -> types.add(each.isTextual() ? each.asText() : each.path("type").asText()));
    if (kind.has("enum")) {
      types.add("choice");
    }
    return types;
  }
}
