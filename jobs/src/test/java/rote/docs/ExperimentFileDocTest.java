package rote.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rote.data.catalog.Catalog;
import rote.experiment.MetricName;
import rote.experiment.file.ExperimentFile;
import rote.files.InputException;
import rote.trial.Setting;

/** The tables of docs/experiment-file.md beside what the reader of experiment files accepts. */
class ExperimentFileDocTest {
  private static final Document PAGE = Document.of("docs/experiment-file.md");
  private static final String[] SETTINGS = {"key", "section", "value", "default", "meaning"};
  private static final Map<String, Object> FOR_SEARCHES = Map.of("validation-examples", 10, "data-seed", 1);

  @Test
  void everyKeyOfAFileIsListed() {
    assertThat(PAGE.names("key of the file", "value", "meaning")).isEqualTo(known(Map.of("unknown", 1)));
  }

  @Test
  void everyKeyOfASectionIsListed() {
    List<String> data = Stream.concat(PAGE.names("key", "value", "default", "meaning").stream(), settings("data")).toList();
    assertThat(known(Map.of("data", Map.of("unknown", 1)))).isEqualTo(data);
    assertThat(known(Map.of("trial", Map.of("unknown", 1)))).isEqualTo(settings("trial").toList());
  }

  @Test
  void everyDataSetIsListed() {
    List<String> row = PAGE.table("key", "value", "default", "meaning").get(0);
    assertThat(Document.code(row.get(1))).isEqualTo(Catalog.names());
    assertThat(Document.code(row.get(2))).containsExactly(ExperimentFile.experiment("x", Map.of("name", "x")).dataset());
  }

  @Test
  void everySettingIsListedWithItsSectionAndDefault() {
    List<List<String>> expected = Setting.all().stream().map(setting -> List.of("`" + setting.key() + "`",
        "`" + (setting.ofData() ? "data" : "trial") + "`", "`" + json(Setting.plain(setting.initial())) + "`")).toList();
    assertThat(PAGE.table(SETTINGS).stream().map(row -> List.of(row.get(0), row.get(1), row.get(3))).toList()).isEqualTo(expected);
  }

  static Stream<Values> values() {
    return PAGE.table(SETTINGS).stream()
        .map(row -> new Values(Document.code(row.get(0)).get(0), Document.code(row.get(1)).get(0), row.get(2)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aSettingTakesTheValuesThatItsRowStates(Values values) {
    values.accepted().forEach(value -> assertThat(ExperimentFile.experiment("x", setting(values, value))).isNotNull());
    values.refused().forEach(value -> assertThatThrownBy(() -> ExperimentFile.experiment("x", setting(values, value)))
        .as(values + " must not be " + value).isInstanceOf(InputException.class)
        .hasMessageContaining("x: " + values.section() + "." + values.key()));
    if (!values.choices().isEmpty()) {
      assertThat(known(setting(values, "unknown"))).isEqualTo(values.choices());
    }
  }

  @Test
  void everyDistributionOfASearchIsListed() {
    assertThat(PAGE.names("distribution", "value")).isEqualTo(
        known(Map.of("sample", Map.of("trials", 1, "epochs", Map.of("unknown", 1)))));
  }

  @Test
  void everyKeyOfWhatFollowsIsListed() {
    assertThat(PAGE.names("key of then", "value", "meaning")).isEqualTo(known(Map.of("data", FOR_SEARCHES, "then", Map.of("unknown", 1))));
    List<String> choices = Document.code(PAGE.table("key of then", "value", "meaning").get(0).get(1));
    choices.forEach(choice -> assertThat(ExperimentFile.experiment("x", Map.of("name", "x", "data", FOR_SEARCHES,
        "then", Map.of("best-by", choice, "seeds", 1))).followUp()).isPresent());
    assertThat(complaint(Map.of("data", FOR_SEARCHES, "then", Map.of("best-by", "unknown", "seeds", 1))))
        .contains("must be " + String.join(" or ", choices));
  }

  @Test
  void everyRelationOfAClaimIsListed() {
    String complaint = complaint(Map.of("claims", List.of(Map.of("claim", "c", "metric", "fit_epoch"))));
    String relations = complaint.substring(complaint.indexOf("one of ") + "one of ".length());
    assertThat(PAGE.names("relation", "value", "the claim holds where")).isEqualTo(List.of(relations.split(", ")));
  }

  @Test
  void everyKeyOfAClaimAndOfAPublishedFigureIsListed() {
    Stream<String> claim = Stream.concat(PAGE.names("key of a claim", "value", "meaning").stream(),
        PAGE.names("relation", "value", "the claim holds where").stream());
    assertThat(claim).isEqualTo(known(Map.of("claims", List.of(Map.of("unknown", 1)))));
    assertThat(PAGE.names("key of a published figure", "value", "meaning")).isEqualTo(known(Map.of("published", List.of(Map.of("unknown", 1)))));
  }

  @Test
  void everyMetricIsListedWithWhatItSaysOfItself() {
    List<List<String>> expected = Arrays.stream(MetricName.values()).map(metric -> List.of("`" + String.join("`, `", metric.names()) + "`",
        metric.scope().name().toLowerCase(Locale.ROOT), metric.unit(), metric.meaning())).toList();
    assertThat(PAGE.table("metric", "of", "unit", "meaning", "note").stream().map(row -> row.subList(0, 4)).toList()).isEqualTo(expected);
  }

  @Test
  void everyProbeIsListed() {
    assertThat(PAGE.names("probe", "question")).isEqualTo(known(Map.of("probes", List.of("unknown"))));
  }

  private static Stream<String> settings(String section) {
    return values().filter(values -> values.section().equals(section)).map(Values::key);
  }

  private static Map<String, Object> setting(Values values, Object value) {
    Map<String, Object> section = new HashMap<>();
    section.put(values.key(), value);
    return Map.of("name", "x", values.section(), section);
  }

  /** What the complaint about an unknown word says is known. */
  private static List<String> known(Map<String, Object> part) {
    String complaint = complaint(part);
    assertThat(complaint).contains("Known: ");
    return Arrays.asList(complaint.substring(complaint.indexOf("Known: ") + "Known: ".length()).replaceFirst(", as in .*", "")
        .split(", "));
  }

  private static String complaint(Map<String, Object> part) {
    Map<String, Object> tree = new HashMap<>(part);
    tree.put("name", "x");
    try {
      ExperimentFile.experiment("x", tree);
    } catch (InputException e) {
      return e.getMessage();
    }
    throw new AssertionError("no complaint about " + part);
  }

  private static String json(Object value) {
    try {
      String json = new ObjectMapper().writeValueAsString(value);
      return value instanceof String ? (String) value : json.replace(",", ", ");
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
