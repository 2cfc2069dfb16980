package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.harness.Browser;
import rote.harness.BrowserExtension;
import rote.harness.OutputTables;
import rote.harness.Requests;
import rote.harness.ShippedReports;
import rote.jobs.PlannedTrial;
import rote.jobs.SweepRequest;

/** The controls of a report: choosing, pointing, sorting, filtering, saving. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class PageControlsIT {
  /** A line that is shown again may be drawn above another that was above it. */
  private static final int SOME_PIXELS = 300;

  private static Browser browser;

  @TempDir Path downloads;

  @BeforeAll
  static void start(Browser opened) {
    browser = opened;
  }

  @BeforeEach
  void open() throws IOException {
    browser.open(ShippedReports.report("capacity"));
  }

  @Test
  void facetsByWhatTheReaderChooses() {
    choose("columns", "hidden");
    choose("rows", "");
    assertThat(panels()).containsExactly("hidden [4]", "hidden [16]", "hidden [64]");
    choose("rows", "label-corruption");
    assertThat(panels()).hasSize(6).contains("hidden [4] · label corruption 0", "hidden [64] · label corruption 1");
    choose("colour", "training-examples");
    assertThat(browser.all("#epochs .legend button")).extracting(WebElement::getText).containsExactly("100", "300");
  }

  @Test
  void hidesAndShowsALineByMouseAndByKey() {
    WebElement button = browser.all("#epochs .legend button").get(0);
    int[] all = chart();
    browser.click(button);
    assertThat(button.getAttribute("aria-pressed")).isEqualTo("false");
    int[] without = chart();
    assertThat(changed(all, without)).isGreaterThan(SOME_PIXELS);
    button.sendKeys(Keys.SPACE);
    browser.settle();
    assertThat(button.getAttribute("aria-pressed")).isEqualTo("true");
    assertThat(changed(all, chart())).isLessThan(SOME_PIXELS);
  }

  @Test
  void drawsSingleSeedsAndLogarithmicAxesOnDemand() {
    browser.unfold();
    int[] plain = chart();
    for (String name : List.of("seeds", "logx", "logy")) {
      browser.click("#epochs input[name=" + name + "]");
      assertThat(changed(plain, chart())).as(name).isGreaterThan(SOME_PIXELS);
      browser.click("#epochs input[name=" + name + "]");
      assertThat(changed(plain, chart())).as("without " + name).isLessThan(SOME_PIXELS);
    }
  }

  @Test
  void tellsTheValuesUnderThePointer() {
    browser.hover("#epochs .chart");
    assertThat(browser.one("#epochs .chart").getText()).containsPattern("epoch \\d+").containsPattern("0\\.\\d\\d");
  }

  @Test
  void sortsEitherWay() {
    browser.click("#table button[data-column=final_test_accuracy]");
    List<Double> ascending = numbers("final_test_accuracy");
    assertThat(ascending).hasSize(12).isSorted();
    assertThat(browser.one("#table th[aria-sort]").getAttribute("aria-sort")).isEqualTo("ascending");
    browser.click("#table button[data-column=final_test_accuracy]");
    assertThat(numbers("final_test_accuracy")).isSortedAccordingTo(Collections.reverseOrder());
    assertThat(browser.one("#table th[aria-sort]").getAttribute("aria-sort")).isEqualTo("descending");
  }

  @Test
  void filtersByTyping() throws IOException {
    browser.type("#filter", "hidden [16] corruption 1");
    assertThat(browser.one("#count").getText()).isEqualTo("2 of 12 groups");
    assertThat(browser.all("#table tbody tr[data-row]")).hasSize(2);
    assertThat(filtered("16")).as("a number of any setting").isEqualTo("4 of 12 groups");
    assertThat(filtered("hidden 1")).as("a part of a number").isEqualTo("0 of 12 groups");
    assertThat(filtered("corruption 1 examples 100")).as("numbers behind their words").isEqualTo("3 of 12 groups");
    browser.open(ShippedReports.report("weight-decay"));
    browser.click("#results button[data-rows=trials]");
    browser.type("#filter", "diverged");
    assertThat(browser.one("#count").getText()).isEqualTo("9 of 27 trials");
    assertThat(browser.all("#table tbody tr[data-row]")).hasSize(9)
        .allSatisfy(row -> assertThat(row.getText()).contains("last measured after epoch"));
  }

  private static String filtered(String text) {
    return browser.run("const filter = document.getElementById('filter'); filter.value = arguments[0];"
        + "filter.dispatchEvent(new Event('input')); return document.getElementById('count').value;", text);
  }

  @Test
  void showsTheColumnsThatTheReaderTicks() {
    browser.unfold();
    assertThat(browser.all("#table button[data-column=fit_epoch]")).hasSize(1);
    browser.click("#columns input[name=fit_epoch]");
    assertThat(browser.all("#table button[data-column=fit_epoch]")).isEmpty();
  }

  @Test
  void savesTheShownRowsAsCsv() throws IOException {
    browser.click("#results button[data-rows=trials]");
    browser.type("#filter", "hidden [16] seed 2 corruption 1");
    Path file = saved("capacity-trials.csv");
    try (OutputTables tables = new OutputTables(ShippedReports.output("capacity"))) {
      List<List<Object>> saved = tables.rows("select hidden, \"training examples\", seed, \"test accuracy\" from read_csv('"
          + file + "') order by all");
      assertThat(saved).hasSize(2).isEqualTo(tables.rows("select '[16]', training_examples, seed, final_test_accuracy"
          + " from trials where hidden = [16] and seed = 2 and label_corruption = 1 order by all"));
    }
  }

  @Test
  void savesSettingsWithAllTheirDigits() throws IOException {
    browser.open(ShippedReports.report("find-96"));
    browser.click("#results button[data-rows=trials]");
    Path file = saved("find-96-trials.csv");
    try (OutputTables tables = new OutputTables(ShippedReports.output("find-96"))) {
      assertThat(tables.rows("select count(*) from trials join read_csv('" + file + "') saved on trials.seed = saved.seed"
          + " and trials.learning_rate::float = saved.\"learning rate\"::float"
          + " and trials.learning_rate_decay::float = saved.\"learning rate decay\"::float").get(0).get(0))
          .isEqualTo(tables.rows("select count(*) from trials").get(0).get(0));
    }
  }

  private Path saved(String name) {
    browser.command("Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", downloads.toAbsolutePath().toString(), "eventsEnabled", true));
    browser.click("#csv");
    Path file = downloads.resolve(name);
    browser.waitFor(() -> Files.exists(file));
    return file;
  }

  @Test
  void copiesTheCommandThatTrainsExactlyThisTrial() throws IOException, InterruptedException {
    browser.command("Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    for (String name : ShippedReports.NAMES) {
      browser.open(ShippedReports.report(name));
      browser.click("#results button[data-rows=trials]");
      int row = 2;
      browser.click("#table tr[data-row='" + row + "'] button[data-copy]");
      String command = browser.await("navigator.clipboard.readText()");
      String id = browser.run("return JSON.parse(document.getElementById('data').textContent).trials.id[arguments[0]];", row);
      assertThat(command).startsWith("./rote run ").contains(id);
      assertThat(planned(command)).as(command).containsExactly(id);
    }
  }

  private static List<String> planned(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", command.replaceFirst("^./rote run", "printf '%s\\\\n'")).start();
    List<String> words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(shell.waitFor()).isZero();
    String file = words.get(0);
    List<String> changes = IntStream.range(1, words.size() - 1).filter(i -> words.get(i).equals("--set"))
        .mapToObj(i -> words.get(i + 1)).toList();
    String out = words.get(words.indexOf("--out") + 1);
    SweepRequest request = Requests.of(file, ExperimentFile.read(file, changes, new FileSystems()).tree(), List.of(), out,
        Map.of(), false, false);
    return request.plan().planned().stream().map(PlannedTrial::id).toList();
  }

  private static void choose(String role, String value) {
    browser.choose("#epochs select[name=" + role + "]", value);
  }

  private static List<String> panels() {
    return browser.all("#epochs figure.panel").stream().map(panel -> panel.getAttribute("data-panel")).toList();
  }

  /** The numbers of a column as shown. */
  private static List<Double> numbers(String column) {
    List<String> cells = browser.run("const place = [...document.querySelectorAll('#table thead th')].findIndex("
        + "th => th.querySelector('[data-column=' + arguments[0] + ']'));"
        + "return [...document.querySelectorAll('#table tbody tr[data-row]')].map(tr => tr.cells[place].firstChild.data);", column);
    return cells.stream().map(Double::valueOf).toList();
  }

  private static int[] chart() {
    return browser.pixels(browser.one("#epochs .chart"));
  }

  private static long changed(int[] before, int[] after) {
    assertThat(after).hasSameSizeAs(before);
    return IntStream.range(0, before.length).filter(i -> before[i] != after[i]).count();
  }
}
