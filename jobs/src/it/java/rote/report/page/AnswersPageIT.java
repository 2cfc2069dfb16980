package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;
import rote.harness.Browser;
import rote.harness.BrowserExtension;
import rote.harness.OutputTables;
import rote.harness.ShippedReports;

/** What a report says of answers to test examples, and of which population its intervals speak. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class AnswersPageIT {
  private static final String NAME = "digit-recogniser";

  private static Browser browser;

  @BeforeAll
  static void open(Browser opened) throws IOException {
    browser = opened;
    browser.open(ShippedReports.report(NAME));
    browser.unfold();
  }

  /** DuckDB adds up the counts that the trials have kept. */
  @Test
  void theConfusionMatrixIsTheMeanOverTheTrials() throws IOException {
    List<List<Object>> shown = browser.run("return [...document.querySelectorAll('#probes details tbody tr')].map("
        + "row => [...row.cells].slice(1, 12).map(cell => Number(cell.textContent)));");
    assertThat(shown).hasSize(10);
    try (OutputTables tables = new OutputTables(ShippedReports.output(NAME))) {
      for (int c = 0; c < 10; c++) {
        double right = 0;
        double images = 0;
        for (int answer = 0; answer < 10; answer++) {
          double mean = number(tables.rows("select avg(numbers[" + (10 * c + answer + 1) + "]) from '"
              + ShippedReports.output(NAME).resolve("probes/probes.parquet") + "' where item = 'confusion'").get(0).get(0));
          assertThat(number(shown.get(c).get(answer))).as("class %d answered %d", c, answer).isCloseTo(mean, within(0.0501));
          images += mean;
          right += answer == c ? mean : 0;
        }
        assertThat(number(shown.get(c).get(10))).as("accuracy of class %d", c).isCloseTo(right / images, within(0.0006));
      }
    }
  }

  @Test
  void everyTableWithIntervalsSaysOverWhatTheyAre() {
    String over = "over weights, order and subset; test examples fixed";
    for (String place : List.of("header .population", "#probes details caption", "#results .scripted .note")) {
      assertThat(browser.all(place)).as(place).isNotEmpty()
          .allSatisfy(words -> assertThat(words.getText()).contains(over, "over weights, order, subset and test examples"));
    }
  }

  @Test
  void theIntervalOverTestImagesStandsBesideThatOverSeeds() {
    assertThat(browser.all("#table thead th")).extracting(WebElement::getText)
        .contains("95 % interval over seeds", "95 % interval over seeds and test examples");
    String interval = "\\[0\\.\\d+, [01]\\.\\d+]";
    assertThat(browser.one("#table tbody tr[data-row]").getText()).containsPattern(interval + "\\s+" + interval);
    assertThat(browser.one(".figures").getText())
        .containsPattern("95 % interval " + interval + " over seeds, " + interval + " over seeds and test examples, n = 3");
    assertThat(browser.complaints()).isEmpty();
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
