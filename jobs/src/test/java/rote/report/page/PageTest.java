package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rote.analysis.Analysis;
import rote.analysis.PageFacts;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.PublishedValue;
import rote.harness.Sample;
import rote.report.Resources;
import rote.report.terminal.TextSummary;
import rote.trial.Setting;
import rote.trial.TrialRecord;

class PageTest {
  private static final String HOSTILE = "</script><b>\"'&{{name}}";
  private static final String ESCAPED = "&lt;/script&gt;&lt;b&gt;&quot;&#39;&amp;{{name}}";

  @Test
  void escapesAllTextFromData() throws Exception {
    PublishedValue missing = new PublishedValue(new Conditions(Optional.of(HOSTILE), Map.of()), MetricName.FINAL_TEST_COST, 0.9, HOSTILE);
    PublishedValue matching = new PublishedValue(Sample.where(Map.of("label-corruption", 0)), MetricName.FINAL_TEST_ACCURACY, 0.9, HOSTILE);
    Experiment experiment = new Experiment(HOSTILE, HOSTILE, HOSTILE, Sample.trueAndRandom(2).sweep(),
        List.of(), List.of(missing, matching));
    List<TrialRecord> records = new ArrayList<>();
    experiment.trials().forEach(trial -> records.add(
        trial.seed() == 1 ? Sample.failed(trial, HOSTILE + "\nat x") : Sample.completed(trial, 1)));

    PageFacts facts = new PageFacts(10, Map.of(HOSTILE, HOSTILE), List.of(HOSTILE), HOSTILE);
    String html = Page.html(Analysis.of(experiment, records), facts, List.of());

    assertThat(html).contains("<h1>" + ESCAPED + "</h1>", "<td class=\"text source\">" + ESCAPED + "</td>");
    assertThat(html).doesNotContain("</script><b>", "at x");
    assertThat(html.split("</script>", -1)).hasSize(4); // the data, the library and our own
    assertThat(data(html).at("/published/0/source").asText()).isEqualTo(HOSTILE);
    assertThat(data(html).at("/trials/reason/values/0").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void withoutAQuestionTheNameIsItsHeading() {
    Experiment asking = Sample.trueAndRandom(1);
    Experiment silent = new Experiment("mine", " ", asking.dataset(), asking.sweep(), List.of(), List.of());
    assertThat(page(silent)).contains("<title>mine</title>", "<h1>mine</h1>").doesNotContain("<p class=\"name\">");
    assertThat(page(asking)).contains("<title>Does it fit? · sample</title>", "<p class=\"name\">sample</p>");
    assertThat(TextSummary.of(Analysis.of(silent, List.of()))).startsWith("2 trials");
  }

  @Test
  void loadsNothingFromAnywhere() {
    String own = sample().replace(Resources.charts(), "");
    assertThat(own).doesNotContain("http:", "https:", " src=", "href=\"h", "@import", "url(");
    assertThat(own).contains("default-src 'none'");
  }

  @Test
  void hasEveryScriptOnceAndNoNameTwice() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src", "main", "js"))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(Page.SCRIPTS);
    }
    Pattern name = Pattern.compile("^(?:async )?(?:function|const|let|class) (\\w+)", Pattern.MULTILINE);
    assertThat(Page.SCRIPTS.stream().flatMap(script -> name.matcher(Resources.own(script)).results().map(found -> found.group(1))))
        .hasSizeGreaterThan(100).doesNotHaveDuplicates();
  }

  @Test
  void showsEveryGroupInTableAndCharts() throws Exception {
    List<Object> values = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    Experiment experiment = Sample.experiment(Map.of(Setting.EPOCHS, values), 1);
    String html = page(experiment);
    JsonNode data = data(html);
    assertThat(data.at("/groups/completed")).hasSize(13);
    assertThat(data.at("/axes/0/values")).hasSize(13);
    for (int epochs = 1; epochs <= 13; epochs++) {
      assertThat(html).contains("<th scope=\"row\" class=\"axis\">" + epochs + "</th>");
      assertThat(data.at("/axes/0/numbers/" + (epochs - 1)).asInt()).isEqualTo(epochs);
      assertThat(data.at("/curves/test_cost/mean/" + (epochs - 1))).hasSize(2);
    }
  }

  @Test
  void countsTheValuesOfASettingThatHasVeryMany() {
    List<Object> few = List.of(0.5f, 0.001f, 0.25f);
    assertThat(page(Sample.experiment(Map.of(Setting.WEIGHT_DECAY, few), 1))).contains("<dd>0.001 · 0.25 · 0.5</dd>");
    List<Object> many = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    assertThat(page(Sample.experiment(Map.of(Setting.EPOCHS, many), 1))).contains("<dd>13 values</dd>");
  }

  @Test
  void showsPublishedBesideMeasuredOnOneScale() {
    assertThat(sample()).contains("<svg x=\"94.00%\"", "<circle cx=\"6.00%\""); // published 0.96, measured 0.9
  }

  @Test
  void saysWhereToLookNext() {
    Experiment experiment = Sample.trueAndRandom(2);
    List<TrialRecord> records = new ArrayList<>();
    experiment.trials().stream().limit(3).forEach(trial -> records.add(
        trial.seed() == 1 ? Sample.completed(trial, 1) : Sample.failed(trial, "boom")));
    assertThat(Sample.page(experiment, records))
        .contains("<a href=\"#problems\">1 trial diverged or failed</a>", "1 trial to do");
  }

  @Test
  void worksWithoutRecordsAndWithoutAxes() {
    assertThatCode(() -> Sample.page(Sample.trueAndRandom(2), List.of())).doesNotThrowAnyException();
    assertThat(Sample.page(Sample.experiment(Map.of(), 3), List.of())).contains("all seeds", "3 to do");
  }

  private static String sample() {
    Experiment experiment = Sample.trueAndRandom(2, Sample.published("test_accuracy", 0.96, "label-corruption", 0));
    return page(experiment);
  }

  private static String page(Experiment experiment) {
    List<TrialRecord> records = experiment.trials().stream().map(t -> Sample.completed(t, 0.1, 1)).toList();
    return Sample.page(experiment, records);
  }

  static JsonNode data(String html) throws Exception {
    Matcher block = Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL).matcher(html);
    assertThat(block.find()).isTrue();
    assertThat(block.group(1)).doesNotContain("<");
    return new ObjectMapper().readTree(block.group(1));
  }
}
