package rote.conf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import rote.cli.Main;

/** The manifests of conf/kubernetes: beside what the operators take, and beside each other. No cluster is asked. */
class KubernetesTest {
  private static final Path FOLDER = Path.of("../conf/kubernetes");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"kubeflow", "apache"})
  void anOperatorTakesItsManifest(String operator) throws IOException {
    assertThat(errors(operator, only(operator))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"kubeflow, /spec, mainclass", "kubeflow, /spec/driver, serviceAccountName", "apache, /spec, arguments",
      "apache, /spec/applicationTolerations/restartConfig, type"})
  void aFieldThatItsDefinitionLacksIsRefused(String operator, String where, String field) throws IOException {
    JsonNode manifest = only(operator);
    ((ObjectNode) manifest.at(where)).put(field, "x");
    assertThat(errors(operator, manifest)).singleElement().asString().contains(field);
  }

  @ParameterizedTest
  @CsvSource({"kubeflow, /spec, type, Clojure", "kubeflow, /spec/executor, instances, two", "kubeflow, /spec/restartPolicy, type, Sometimes",
      "apache, /spec/runtimeVersions, sparkVersion, ''", "apache, /spec/applicationTolerations/restartConfig, restartPolicy, Sometimes"})
  void aValueThatItsDefinitionDoesNotAllowIsRefused(String operator, String where, String field, String value) throws IOException {
    JsonNode manifest = only(operator);
    if (value.isEmpty()) {
      ((ObjectNode) manifest.at(where)).remove(field);
    } else {
      ((ObjectNode) manifest.at(where)).put(field, value);
    }
    assertThat(errors(operator, manifest)).isNotEmpty();
  }

  @Test
  void bothOperatorsRunTheSameCommandOfRote() throws IOException {
    List<String> arguments = texts(only("kubeflow").at("/spec/arguments"));
    assertThat(texts(only("apache").at("/spec/driverArgs"))).isEqualTo(arguments);
    assertThat(Main.commandLine().parseArgs(arguments.toArray(String[]::new)).subcommand()).isNotNull();
    assertThat(only("kubeflow").at("/spec/mainClass").asText()).isEqualTo(Main.class.getName())
        .isEqualTo(only("apache").at("/spec/mainClass").asText());
  }

  @Test
  void theImageHoldsWhatTheyName() throws IOException {
    String image = Files.readString(FOLDER.resolve("Dockerfile"));
    String experiment = only("kubeflow").at("/spec/arguments/1").asText();
    assertThat(image).contains("COPY rote.jar /opt/rote/rote.jar", "COPY experiments /opt/rote/experiments");
    assertThat(experiment).startsWith("/opt/rote/experiments/");
    assertThat(Path.of("..", experiment.replace("/opt/rote/", ""))).exists();
    assertThat(Stream.of(only("kubeflow").at("/spec/mainApplicationFile"), only("apache").at("/spec/jars")).map(JsonNode::asText))
        .containsOnly("local:///opt/rote/rote.jar");
  }

  @Test
  void theSparkOfTheImageIsThatOfTheBuild() throws IOException {
    Matcher built = Pattern.compile("<spark.version>(.+)</spark.version>").matcher(Files.readString(Path.of("../pom.xml")));
    assertThat(built.find()).isTrue();
    assertThat(Files.readString(FOLDER.resolve("Dockerfile"))).contains("FROM apache/spark:" + built.group(1) + "-scala2.13-java17-ubuntu");
    assertThat(Stream.of(only("kubeflow").at("/spec/sparkVersion"), only("apache").at("/spec/runtimeVersions/sparkVersion"))
        .map(JsonNode::asText)).containsOnly(built.group(1));
  }

  @Test
  void everyNameThatIsUsedIsMadeOnce() throws IOException {
    List<JsonNode> setup = manifests("setup");
    assertThat(setup.stream().map(made -> made.at("/kind").asText() + " " + made.at("/metadata/name").asText()))
        .containsExactly("ServiceAccount rote", "Role rote", "RoleBinding rote", "PersistentVolumeClaim rote-results");
    assertThat(values(setup.get(2), "name")).containsOnly("rote");
    List<JsonNode> users = List.of(only("kubeflow"), only("apache"), only("driver"), only("wait"));
    assertThat(users.stream().flatMap(user -> values(user, "claimName").stream())).hasSize(3).containsOnly("rote-results");
    assertThat(users.stream().flatMap(user -> values(user, "mountPath").stream())).hasSize(3).containsOnly("/results");
    assertThat(users.stream().flatMap(user -> values(user, "image").stream())).hasSize(2)
        .containsOnly(only("apache").at("/spec/sparkConf").get("spark.kubernetes.container.image").asText());
    assertThat(only("kubeflow").at("/spec/driver/serviceAccount").asText()).isEqualTo("rote");
    JsonNode conf = only("apache").at("/spec/sparkConf");
    assertThat(conf.get("spark.kubernetes.authenticate.driver.serviceAccountName").asText()).isEqualTo("rote");
    String volume = "spark.kubernetes.driver.volumes.persistentVolumeClaim.results.";
    assertThat(conf.get(volume + "options.claimName").asText()).isEqualTo("rote-results");
    assertThat(conf.get(volume + "mount.path").asText()).isEqualTo("/results");
  }

  @Test
  void theJobWaitsForTheOutputOfTheRun() throws IOException {
    String out = only("kubeflow").at("/spec/arguments/3").asText();
    assertThat(only("wait").at("/spec/template/spec/containers/0/env/0/value").asText()).isEqualTo(out + "/_SUCCESS");
  }

  private static List<String> errors(String operator, JsonNode manifest) throws IOException {
    try (InputStream in = KubernetesTest.class.getResourceAsStream("/kubernetes/" + operator + ".schema.json")) {
      Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(JSON.readTree(in));
      return schema.validate(manifest).stream().map(Error::toString).toList();
    }
  }

  private static JsonNode only(String name) throws IOException {
    List<JsonNode> manifests = manifests(name);
    assertThat(manifests).hasSize(1);
    return manifests.get(0);
  }

  private static List<JsonNode> manifests(String name) throws IOException {
    List<JsonNode> manifests = new ArrayList<>();
    new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(FOLDER.resolve(name + ".yaml")))
        .forEach(manifest -> manifests.add(JSON.valueToTree(manifest)));
    return manifests;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** All different values of a key, wherever it is. */
  private static List<String> values(JsonNode manifest, String key) {
    return List.copyOf(new TreeSet<>(manifest.findValuesAsText(key)));
  }
}
