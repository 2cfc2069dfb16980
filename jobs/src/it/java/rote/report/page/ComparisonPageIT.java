package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rote.analysis.Groups;
import rote.analysis.PageFacts;
import rote.analysis.compare.ComparedRun;
import rote.analysis.compare.Comparison;
import rote.experiment.Experiment;
import rote.harness.Browser;
import rote.harness.BrowserExtension;
import rote.harness.Sample;
import rote.trial.Setting;
import rote.trial.TrialRecord;

/** The page of compared runs works in a browser: offline, at any width, in both colour schemes, and with hostile texts. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class ComparisonPageIT {
  private static final String HOSTILE = "<script>document.title = 'taken'</script>"
      + "<img src=x onerror=\"document.title = 'taken'\">\" autofocus onfocus=\"document.title='taken'\" ]]> -->"
      + " {{name}} {{{style}}} \u202edigits\u2066 " + "x".repeat(10_000);

  private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start(Browser opened) {
    browser = opened;
  }

  @Test
  void canBeReadAtAnyWidthInLightAndInDark() throws IOException {
    for (int runs : new int[] {2, 3}) {
      Path page = page(runs, "notebooks-out/widths", "Does a wider network fit more?");
      for (String scheme : List.of("light", "dark")) {
        for (int width : new int[] {1280, 400}) {
          browser.look(width, scheme);
          browser.open(page);
          browser.picture(Path.of("target", "screenshots", "compare-" + runs + "-" + width + "-" + scheme + ".png"));
          assertThat(pixelsAcross()).isLessThanOrEqualTo(width);
        }
      }
      assertThat(browser.all("svg circle")).hasSize(2 * 6 * (runs - 1)); // two metrics of six groups
      assertThat(browser.colours(browser.all("td.plot svg").get(1))).isGreaterThan(3);
    }
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @Test
  void hasContrastAndLabels() throws IOException {
    for (String scheme : List.of("light", "dark")) {
      browser.look(1280, scheme);
      browser.open(page(3, "notebooks-out/widths", "Does a wider network fit more?"));
      assertThat(browser.seriousViolations()).as(scheme).isEmpty();
    }
  }

  @Test
  void wordsStayWords() throws IOException {
    browser.look(400, "light");
    browser.open(page(3, HOSTILE, HOSTILE));
    assertThat(browser.<String>run("return document.title;")).startsWith(HOSTILE);
    for (String place : List.of("h1", ".name", ".runs b")) {
      assertThat(browser.<String>run("return document.querySelector(arguments[0]).textContent;", place)).contains(HOSTILE);
    }
    assertThat(browser.<String>run("return document.querySelector('#differs tbody').textContent;"))
        .contains(HOSTILE.substring(0, 300));
    assertThat(browser.all("script, img")).isEmpty();
    assertThat(pixelsAcross()).isLessThanOrEqualTo(400);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  private static int pixelsAcross() {
    return browser.<Number>run("return document.documentElement.scrollWidth;").intValue();
  }

  private Path page(int runs, String name, String question) throws IOException {
    List<ComparedRun> compared = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      compared.add(run(name + (run == 0 ? "" : "-" + run), name.replace("notebooks-out/", ""), question, run));
    }
    Comparison comparison = Comparison.of(compared, List.of("test_accuracy", "test_cost"));
    return Files.writeString(folder.resolve("compare.html"), ComparisonPage.html(comparison));
  }

  /** Accuracies rise from run to run if labels are true. */
  private static ComparedRun run(String place, String name, String question, int run) {
    Experiment grid = Sample.experiment(Map.of(Setting.HIDDEN, List.of(List.of(16, 16), List.of(64), List.of(256)),
        Setting.LABEL_CORRUPTION, List.of(0f, 1f)), 8);
    Experiment experiment = new Experiment(name, question, "pen-digits", grid.sweep(), List.of(), List.of());
    Random random = new Random(run);
    List<TrialRecord> records = experiment.trials().stream().map(trial -> Sample.completed(trial, 0.1, 1,
        (trial.get(Setting.LABEL_CORRUPTION) == 0 ? 0.8 + 0.03 * run : 0.2) + 0.02 * random.nextGaussian())).toList();
    PageFacts facts = new PageFacts(10, Map.of(), List.of("data pen-digits b8cdd6b1", "2026-11-25"), name);
    return new ComparedRun(place, Groups.of(experiment, records), facts, Map.of("question", question + run,
        "trial.epochs", String.valueOf(100 + run), "data SHA-256", String.valueOf(run).repeat(64)));
  }
}
