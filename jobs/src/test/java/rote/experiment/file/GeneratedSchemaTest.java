package rote.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The committed schema is what its generator writes, and judges files as the program does. */
class GeneratedSchemaTest {
  private static final Path FOLDER = Path.of("..", "experiments");
  private static final Path SCHEMA = FOLDER.resolve(ShippedExperiments.SCHEMA);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void isWhatTheGeneratorWrites(@TempDir Path folder) throws Exception {
    Path written = folder.resolve("schema.json");
    Process generator = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "src/generate/GenerateSchema.java", written.toString()).inheritIO().start();
    assertThat(generator.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(generator.exitValue()).isZero();
    assertThat(SCHEMA).hasSameTextualContentAs(written);
  }

  @Test
  void takesEveryShippedExperiment() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        assertThat(errors(Files.readString(file))).as(file.toString()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "trial: {epoch: 3} | epoch",
      "trial: {epochs: 0} | minimum",
      "trial: {momentum: 1.5} | maximum",
      "trial: {activation: swish} | enumeration",
      "trial: {learning-rate: {start: 1, decay: 2}} | learning-rate",
      "data: {crop-to: [3]} | at least 2",
      "grid: {hidden: [16]} | hidden",
      "sample: {trials: 0, epochs: {choice: [1]}} | minimum",
      "claims: [{claim: c, metric: accuracy, at-least: 1}] | metric",
      "claims: [{claim: c, metric: fit_epoch, within: 1}] | of",
      "probes: [weights] | enumeration",
      "seed: 1 | seed"})
  void refusesAMistake(String mistake, String said) throws IOException {
    assertThat(errors("name: x\n" + mistake)).isNotEmpty().anySatisfy(error -> assertThat(error).contains(said));
  }

  private static List<String> errors(String yaml) throws IOException {
    JsonNode file = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(JSON.readTree(SCHEMA.toFile()))
        .validate(file).stream().map(Error::toString).toList();
  }
}
