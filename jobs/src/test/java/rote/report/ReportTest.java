package rote.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rote.experiment.Curve;
import rote.experiment.EpochRow;
import rote.experiment.Experiment;
import rote.experiment.Published;
import rote.experiment.Setting;
import rote.experiment.Status;
import rote.experiment.Trial;
import rote.experiment.TrialResult;
import rote.network.Measure;
import rote.store.TrialRecord;

class ReportTest {
  private static final String HOSTILE = "</script><b onload=\"x()\">&'?";

  @Test
  void meanDeviationAndStudentsIntervalAreThoseOfTheTextbook() {
    Statistics of = Statistics.of(1, 2, 3, 4, 5);
    assertThat(of.mean()).isEqualTo(3);
    assertThat(of.standardDeviation()).isCloseTo(Math.sqrt(2.5), within(1e-12));
    assertThat(of.high() - of.mean()).isCloseTo(2.7764451 * Math.sqrt(2.5 / 5), within(1e-6)); // t of 4 degrees, 0.975
    assertThat(of.mean() - of.low()).isCloseTo(of.high() - of.mean(), within(1e-12));
    assertThat(Statistics.of(7).low()).isNaN();
  }

  @Test
  void aTrialThatStoppedEarlyCarriesItsLastValueForward() {
    MeanCurve mean = MeanCurve.of(List.of(curve(0.2, 1), curve(0.2, 0.4, 0.6)), row -> row.training().accuracy());
    assertThat(mean.points()).hasSize(3);
    assertThat(mean.points().get(2)).isEqualTo(new MeanCurve.Point(2, 0.8, 0.6, 1, 1));
  }

  @Test
  void trialsThatNeverFitAreCensoredNotAveraged() {
    Groups groups = Groups.of(experiment("?"), records(curve(0.1, 1), curve(0.1, 0.2, 0.99), curve(0.1, 0.5)));
    Group group = groups.all().get(0);
    assertThat(group.fitEpoch().orElseThrow().mean()).isEqualTo(1.5);
    assertThat(group.fitEpochWords()).isEqualTo("1.5 (2 of 3)");
  }

  @Test
  void publishedFiguresStandBesideTheGroupsTheyMatch() {
    List<PublishedFigure> figures =
        PublishedFigures.of(Groups.of(experiment("?"), records(curve(0.1, 0.9), curve(0.1, 1), curve(0.1, 0.8))));
    assertThat(figures).hasSize(2);
    assertThat(figures.get(0).isMeasured()).isTrue();
    assertThat(figures.get(0).difference()).isCloseTo(0.9 - 0.96, within(1e-12));
    assertThat(figures.get(1).isMeasured()).isFalse();
  }

  @Test
  void theTerminalShowsEveryGroupAndNoControlCharacters() {
    String text = TextSummary.of(experiment("\033[31m?"), records(curve(0.1, 0.9), curve(0.1, 1), curve(0.1, 0.8)));
    assertThat(text).contains("0.900 ± 0.100").contains("not measured here").doesNotContain("\033");
  }

  @Test
  void nothingOfTheUsersIsMarkupOnThePage() throws IOException {
    List<TrialRecord> records = new ArrayList<>(records(curve(0.1, 0.9), curve(0.1, 1)));
    records.add(new TrialRecord("t3", "e", HOSTILE, trial(3),
        new TrialResult(Status.FAILED, new Curve(List.of()), 0, 0, HOSTILE), 0, HOSTILE));
    String page = Page.html(experiment(HOSTILE), records, new PageFacts(10, Map.of(HOSTILE, HOSTILE)));
    assertThat(page).doesNotContain("<b onload").contains("&lt;b onload");
    Matcher data = Pattern.compile("<script[^>]*application/json[^>]*>(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(data.find()).isTrue();
    assertThat(new ObjectMapper().readTree(data.group(1)).isObject()).isTrue();
  }

  @Test
  void thePageLoadsNothing() {
    String page = Page.html(experiment("?"), records(curve(0.1, 0.9)), new PageFacts(10, Map.of()));
    assertThat(page).doesNotContainPattern("(src|href)\\s*=\\s*[\"']?(https?:)?//").doesNotContain("@import");
    assertThat(page).contains("echarts");
  }

  private static Experiment experiment(String question) {
    List<Published> published = List.of(
        new Published(Map.of("dataset", "digits"), "training_accuracy", 0.96, "a lesson"),
        new Published(Map.of("dataset", "mnist"), "training_accuracy", 0.96, "another"));
    return new Experiment("e", question, "digits", Trial.initial(0), List.of(Map.of()), List.of(1L, 2L, 3L), published);
  }

  private static List<TrialRecord> records(Curve... curves) {
    List<TrialRecord> records = new ArrayList<>();
    for (Curve curve : curves) {
      int seed = records.size() + 1;
      records.add(new TrialRecord("t" + seed, "e", "digits", trial(seed),
          new TrialResult(Status.COMPLETED, curve, 0, 1, null), 0, "host"));
    }
    return records;
  }

  private static Trial trial(long seed) {
    return Trial.initial(0).with(Setting.EPOCHS, Setting.EPOCHS.initial()).withSeed(seed);
  }

  private static Curve curve(double... accuracies) {
    List<EpochRow> rows = new ArrayList<>();
    for (double accuracy : accuracies) {
      rows.add(new EpochRow(rows.size(), new Measure(1 - accuracy, accuracy), null, new Measure(1, 0.1), rows.size()));
    }
    return new Curve(rows);
  }
}
