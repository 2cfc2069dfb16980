package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rote.harness.OutputTables;
import rote.harness.ShippedReports;

/** The numbers in the charts of a report are those that DuckDB computes from its tables. */
@Tag("browser")
class ChartNumbersIT {
  private static final double SIX_DIGITS = 6e-6;
  /** Student's t at 0.975 by the number of values, from a printed table. */
  private static final double[] STUDENT = {Double.NaN, Double.NaN, 12.7062047, 4.3026527, 3.1824463};
  private static final double FIVE_DIGITS = 2e-5;

  static List<String> names() {
    return ShippedReports.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyTrialIsThereWithItsResults(String name) throws IOException {
    JsonNode data = data(name);
    try (OutputTables tables = tables(name, data)) {
      assertThat(texts(data.at("/trials/id")).stream().sorted().toList()).isEqualTo(
          column(tables.rows("select trial_id from trials order by trial_id"), 0));
      for (String metric : metrics(data)) {
        same(name + " " + metric, data.at("/trials/metrics").get(metric),
            column(tables.rows("select " + sql(metric) + " from page join trials using (trial_id) order by place"), 0));
      }
      assertThat(texts(data.at("/trials/seed"))).isEqualTo(column(
          tables.rows("select seed::varchar from page join trials using (trial_id) order by place"), 0));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aGroupHasTheTrialsThatDifferInTheirSeedAlone(String name) throws IOException {
    JsonNode data = data(name);
    String settings = texts(data.at("/axes"), "key").stream().filter(key -> !key.equals("part"))
        .map(key -> key.replace('-', '_')).collect(Collectors.joining(", ", "(", ")")).replace("()", "(1)");
    try (OutputTables tables = tables(name, data)) {
      assertThat(tables.rows("select grp from page join trials using (trial_id) group by grp having count(distinct "
          + settings + ") > 1 or count(distinct seed) < count(*)")).isEmpty();
      long groups = data.at("/groups/completed").size();
      long chosen = name.equals("find-96") ? 1 : 0; // a setting that comes twice
      assertThat(tables.rows("select count(distinct " + settings + ") + " + chosen + " from trials").get(0))
          .containsExactly(groups);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void meansDeviationsAndIntervalsAreThoseOfTheCompletedTrials(String name) throws IOException {
    JsonNode data = data(name);
    try (OutputTables tables = tables(name, data)) {
      for (String metric : metrics(data)) {
        List<List<Object>> rows = tables.rows("select count(x), avg(x), stddev_samp(x) from (select grp, case when status"
            + " = 'COMPLETED' then " + sql(metric) + " end x from page join trials using (trial_id)) group by grp order by grp");
        JsonNode group = data.at("/groups/metrics").get(metric);
        same(name + " n " + metric, group.get("n"), column(rows, 0));
        same(name + " mean " + metric, group.get("mean"), column(rows, 1));
        same(name + " deviation " + metric, group.get("deviation"), column(rows, 2));
        for (int g = 0; g < rows.size(); g++) {
          int n = group.get("n").get(g).asInt();
          if (n > 1) {
            double half = STUDENT[n] * group.get("deviation").get(g).asDouble() / Math.sqrt(n);
            assertThat(group.get("interval").get(g).asDouble()).isCloseTo(half, Offset.offset(half * FIVE_DIGITS));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void curvesAreTheMeansOfTheSeedsWithTheLastValuesOfThoseThatStopped(String name) throws IOException {
    JsonNode curves = data(name).at("/curves");
    try (OutputTables tables = tables(name, data(name))) {
      tables.add("points", "grp integer, epoch integer", points(curves));
      for (String measure : measures(curves)) {
        List<List<Object>> rows = tables.rows("select avg(" + measure + "), stddev_samp(" + measure + "), "
            + "count(*) filter (where asked.epoch = curves.epoch), avg(curves.seconds) from (select grp, points.epoch, trial_id "
            + "from points join page using (grp) join trials using (trial_id) where status = 'COMPLETED') asked "
            + "asof join curves on asked.trial_id = curves.trial_id and asked.epoch >= curves.epoch "
            + "group by grp, asked.epoch order by grp, asked.epoch");
        same(name + " mean " + measure, flat(curves.get(measure).get("mean")), column(rows, 0));
        same(name + " deviation " + measure, deviations(curves.get(measure)), column(rows, 1));
        same(name + " running " + measure, flat(curves.get("running")), column(rows, 2));
        same(name + " seconds " + measure, flat(curves.get("seconds")), column(rows, 3));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void singleSeedsAreTheCurvesThemselves(String name) throws IOException {
    JsonNode data = data(name);
    String kept = texts(data.at("/curves/epochs")).stream().collect(Collectors.joining(", ", "(", ")"));
    try (OutputTables tables = tables(name, data)) {
      for (String measure : measures(data.get("curves"))) {
        same(name + " " + measure, flat(data.at("/curves/seeds").get(measure)), column(tables.rows("select " + measure
            + " from page join trials using (trial_id) join curves using (trial_id) where status = 'COMPLETED' and (epoch in "
            + kept + " or epoch = epochs_run) order by place, epoch"), 0));
      }
    }
  }

  /** The tables of an output, and {@code page}: place and group of each trial in the page. */
  private static OutputTables tables(String name, JsonNode data) throws IOException {
    OutputTables tables = new OutputTables(ShippedReports.output(name));
    List<List<?>> page = new ArrayList<>();
    for (int t = 0; t < data.at("/trials/id").size(); t++) {
      page.add(List.of(t, data.at("/trials/id").get(t).asText(), data.at("/trials/group").get(t).asInt()));
    }
    tables.add("page", "place integer, trial_id varchar, grp integer", page);
    return tables;
  }

  /** The epochs with points on each group's curve: those kept, and the last. */
  private static List<List<?>> points(JsonNode curves) {
    List<List<?>> points = new ArrayList<>();
    for (int g = 0; g < curves.get("last").size(); g++) {
      int group = g;
      int last = curves.get("last").get(g).asInt();
      IntStream kept = numbers(curves.get("epochs")).filter(epoch -> epoch < last);
      IntStream.concat(kept, IntStream.of(last)).filter(epoch -> epoch >= 0).forEach(epoch -> points.add(List.of(group, epoch)));
    }
    return points;
  }

  private static IntStream numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt);
  }

  private static List<String> measures(JsonNode curves) {
    return fields(curves).filter(field -> curves.get(field).has("mean")).toList();
  }

  private static List<String> metrics(JsonNode data) {
    return fields(data.at("/trials/metrics")).toList();
  }

  private static Stream<String> fields(JsonNode node) {
    return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false);
  }

  /** Metrics without a column are the difference of two columns. */
  private static String sql(String metric) {
    return metric.equals("generalisation_gap") ? "final_training_accuracy - final_test_accuracy" : metric;
  }

  private static List<Object> column(List<List<Object>> rows, int column) {
    return rows.stream().map(row -> row.get(column)).collect(Collectors.toList()); // with nulls
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false).map(node -> node.get(field).asText()).toList();
  }

  /** One per mean; an empty list for a group of a single seed. */
  private static Iterable<JsonNode> deviations(JsonNode curves) {
    List<JsonNode> all = new ArrayList<>();
    for (int g = 0; g < curves.get("mean").size(); g++) {
      JsonNode of = curves.get("deviation").get(g);
      int points = curves.get("mean").get(g).size();
      IntStream.range(0, points).forEach(i -> all.add(of.isEmpty() ? NullNode.getInstance() : of.get(i)));
    }
    return all;
  }

  private static Iterable<JsonNode> flat(JsonNode lists) {
    List<JsonNode> flat = new ArrayList<>();
    lists.forEach(list -> list.forEach(flat::add));
    return flat;
  }

  /** Compares numbers to six digits; what one lacks, the other lacks too. */
  private static void same(String what, Iterable<JsonNode> page, List<Object> tables) {
    List<JsonNode> shown = new ArrayList<>();
    page.forEach(shown::add);
    assertThat(shown).as(what).isNotEmpty().hasSameSizeAs(tables);
    for (int i = 0; i < shown.size(); i++) {
      Number expected = (Number) tables.get(i);
      assertThat(shown.get(i).isNull()).as("%s, number %d is none, against %s", what, i, expected).isEqualTo(expected == null);
      if (expected != null) {
        double value = expected.doubleValue();
        assertThat(shown.get(i).asDouble()).as("%s, number %d", what, i)
            .isCloseTo(value, Offset.offset(1e-12 + SIX_DIGITS * Math.abs(value)));
      }
    }
  }

  private static JsonNode data(String name) throws IOException {
    String html = Files.readString(ShippedReports.report(name));
    String open = "<script type=\"application/json\" id=\"data\">";
    int from = html.indexOf(open) + open.length();
    return new ObjectMapper().readTree(html.substring(from, html.indexOf("</script>", from)));
  }
}
