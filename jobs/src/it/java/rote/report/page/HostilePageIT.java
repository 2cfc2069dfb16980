package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rote.analysis.Analysis;
import rote.analysis.PageFacts;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.PublishedValue;
import rote.experiment.Relation;
import rote.experiment.StandsFor;
import rote.harness.Browser;
import rote.harness.BrowserExtension;
import rote.harness.Sample;
import rote.trial.TrialRecord;

/** Hostile texts and errors of an experiment are shown as text by a browser. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class HostilePageIT {
  private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start(Browser opened) {
    browser = opened;
    browser.look(400, "light");
  }

  static List<String> texts() {
    return List.of(
        "<script>document.title = 'taken'</script></script><script>document.title = 'taken'</script>"
            + "<img src=x onerror=\"document.title = 'taken'\">\" onfocus=\"document.title='taken'\" autofocus tabindex=\"0"
            + "' onmouseover='document.title=`taken`' ]]> --> <!-- <![CDATA[ {{name}} {{{style}}} &lt;b&gt; \\u003c ${1+1}",
        "\u202edigits\u2066 the other \u200fway round",
        "x".repeat(10_000));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("texts")
  void wordsStayWords(String text) throws IOException {
    Path page = Files.writeString(folder.resolve("report.html"), html(text));
    browser.open(page);
    String title = browser.run("return document.title;");
    assertThat(title).contains(text.strip()).isNotEqualTo("taken");
    for (String place : List.of("h1", ".name", "#verdicts p", "#published td.source", "#problems td.source", ".facts dt",
        ".facts dd")) {
      assertThat(words(place)).as(place).contains(text.strip());
    }
    bringUpWhatShowsOnDemand();
    List<String> tooWide = browser.run("return [...document.querySelectorAll('main *')].filter(e => "
        + "e.getBoundingClientRect().right > 400 && !e.closest('.scroll')).map(e => e.outerHTML.slice(0, 100));");
    assertThat(tooWide).as("what has to be scrolled sideways").isEmpty();
    assertThat(browser.<Number>run("return document.documentElement.scrollWidth;").intValue()).isLessThanOrEqualTo(400);
    assertThat(browser.all("script")).hasSize(3); // the data, the library and our own
    assertThat(browser.<String>run("return document.title;")).isEqualTo(title);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  /** Shows what is hidden at first: tooltips, rows of trials, folded parts. */
  private static void bringUpWhatShowsOnDemand() {
    browser.unfold();
    browser.click("#results button[data-rows=trials]");
    browser.hover("#epochs .chart");
    browser.settle();
  }

  private static List<String> words(String selector) {
    return browser.run("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim());", selector);
  }

  private static String html(String text) {
    PublishedValue matching = new PublishedValue(Sample.where(Map.of("label-corruption", 0)), MetricName.FINAL_TEST_ACCURACY, 0.9, text);
    PublishedValue missing = new PublishedValue(new Conditions(Optional.of(text), Map.of()), MetricName.FINAL_TEST_COST, 0.9, text);
    Claim claim = new Claim(text, MetricName.FINAL_TEST_ACCURACY, Conditions.NONE, new Relation.Range(0.5, 1),
        Optional.of(new StandsFor(text, text)));
    Experiment experiment = new Experiment(text, text, text, Sample.trueAndRandom(3).sweep(), List.of(claim),
        List.of(matching, missing));
    List<TrialRecord> records = new ArrayList<>();
    experiment.trials().forEach(trial -> records.add(
        trial.seed() == 1 ? Sample.failed(trial, text) : Sample.completed(trial, 0.1, 0.6, 0.9)));
    return Page.html(Analysis.of(experiment, records), facts(text), List.of());
  }

  private static PageFacts facts(String text) {
    return new PageFacts(10, Map.of(text, text), List.of(text), text);
  }
}
