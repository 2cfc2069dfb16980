package rote.report.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import rote.analysis.Analysis;
import rote.analysis.PageFacts;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.MetricName;
import rote.experiment.PublishedValue;
import rote.experiment.Relation;
import rote.harness.Sample;
import rote.report.pictures.Picture;
import rote.trial.Setting;
import rote.trial.TrialRecord;

public class NotebookTest {
  private static final String HOSTILE = "</script><img src=x onerror=\"alert(1)\"> $x$ `'; import os # | [a](javascript:1) \"\"\" ]]>";

  @Test
  void hasACellForEachFigureWithItsPictureAsTheOutput() throws Exception {
    JsonNode cells = cells(Sample.trueAndRandom(2));
    List<JsonNode> pictures = outputs(cells);
    assertThat(pictures).hasSize(4);
    for (JsonNode picture : pictures) {
      assertThat(picture.at("/output_type").asText()).isEqualTo("display_data");
      byte[] png = picture.at("/data/image~1png").binaryValue();
      assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth())
          .isEqualTo(2 * picture.at("/metadata/image~1png/width").asInt());
    }
  }

  @Test
  void drawsAgainstANumericSettingWhereThereIsOne() throws Exception {
    Experiment widths = Sample.experiment(Map.of(Setting.EPOCHS, List.of(1, 10, 100), Setting.LABEL_CORRUPTION, List.of(0f, 1f)), 2);
    String json = notebook(widths);
    assertThat(outputs(new ObjectMapper().readTree(json).get("cells"))).hasSize(5);
    assertThat(json).contains("draw_after_training(\\\"final_test_accuracy\\\", \\\"epochs\\\"", "logarithmic=True");
  }

  @Test
  void whatTheUserWroteStaysTextAndNeverEntersTheCode() throws Exception {
    Experiment plain = Sample.claiming(2, new Claim(HOSTILE, MetricName.FINAL_TEST_ACCURACY, Conditions.NONE,
        new Relation.Range(0.5, 1)));
    Experiment hostile = new Experiment(HOSTILE, HOSTILE, HOSTILE, plain.sweep(), plain.claims(),
        List.of(new PublishedValue(Conditions.NONE, MetricName.FINAL_TEST_ACCURACY, 0.9, HOSTILE)));
    JsonNode cells = cells(hostile);
    for (JsonNode cell : cells) {
      String source = cell.get("source").asText();
      if (cell.get("cell_type").asText().equals("code")) {
        assertThat(source).doesNotContain("onerror", "import os", "alert");
      } else {
        assertThat(source).doesNotContain("<img", "</script>", "$", "](", "`'", "<b");
      }
    }
    assertThat(cells.get(0).get("source").asText()).contains("&#60;/script&#62;");
  }

  @Test
  void hasTheConfusionMatrixOfAnswersThatWereKept() throws Exception {
    Experiment experiment = Sample.experiment(Map.of(), 2);
    List<TrialRecord> records = experiment.trials().stream()
        .map(trial -> Sample.answering(Sample.completed(trial, 0.1, 0.5, 1), trial.seed() == 1 ? "1110" : "1010")).toList();
    String json = Notebook.ipynb(Analysis.of(experiment, records), Sample.FACTS);
    assertThat(json).contains("95 % intervals over seeds are over weights and order; training examples and test examples fixed.",
        "| 95 % interval over seeds and test examples |", "#### all seeds", "| class | 3 | 8 | accuracy | 95 % interval |",
        "| 3 | 2 | 0 | 1.000 |", "| 8 | 1.5 | 0.5 | 0.250 |", "confusion(0)", "def confusion(place, names=None)");
    PageFacts named = new PageFacts(2, 0.5, List.of("ill", "well"), Map.of(), List.of(), "e.yaml");
    assertThat(Notebook.ipynb(Analysis.of(experiment, records), named)).contains("Answers to the test examples", "how many test examples",
        "| class | ill | well | accuracy |", "| ill | 2 | 0 | 1.000 |", "confusion(0, [\\\"ill\\\", \\\"well\\\"])");
    assertThat(notebook(experiment)).contains("intervals over seeds are").doesNotContain("over seeds and test examples", "confusion(0)");
  }

  @Test
  void theSameResultsGiveTheSameBytes() {
    assertThat(notebook(Sample.trueAndRandom(2))).isEqualTo(notebook(Sample.trueAndRandom(2)));
  }

  @Test
  void leavesToTheCodeWhatWouldMakeTheFileTooLarge() throws Exception {
    NotebookCells cells = new NotebookCells();
    cells.code("first", Optional.of(noise(300)));
    cells.code("second", Optional.of(noise(300)));
    cells.code("third", Optional.of(noise(10)));
    String json = cells.json();
    assertThat(json).hasSizeBetween(800_000, 1_500_000);
    assertThat(new ObjectMapper().readTree(json).get("cells")).extracting(cell -> cell.get("outputs").size())
        .containsExactly(1, 0, 1);
  }

  @Test
  void worksWithoutRecordsAndWithFailedTrialsOnly() {
    Experiment experiment = Sample.trueAndRandom(2);
    assertThat(Notebook.ipynb(Analysis.of(experiment, List.of()), Sample.FACTS)).contains("4 to do");
    List<TrialRecord> failed = experiment.trials().stream().map(trial -> Sample.failed(trial, "no memory")).toList();
    assertThat(Notebook.ipynb(Analysis.of(experiment, failed), Sample.FACTS)).contains("4 failed");
  }

  /** What no format makes smaller. */
  private static Picture noise(int size) {
    Random random = new Random(1);
    BufferedImage image = new BufferedImage(2 * size, 2 * size, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 2 * size, 2 * size, random.ints(4L * size * size).toArray(), 0, 2 * size);
    return Picture.of(size, size, graphics -> graphics.drawImage(image, 0, 0, size, size, null));
  }

  private static List<JsonNode> outputs(JsonNode cells) {
    return StreamSupport.stream(cells.spliterator(), false).filter(cell -> cell.has("outputs"))
        .flatMap(cell -> StreamSupport.stream(cell.get("outputs").spliterator(), false)).toList();
  }

  private static JsonNode cells(Experiment experiment) throws Exception {
    return new ObjectMapper().readTree(notebook(experiment)).get("cells");
  }

  public static String notebook(Experiment experiment) {
    List<TrialRecord> records = experiment.trials().stream().map(t -> Sample.completed(t, 0.1, 0.5, 1)).toList();
    return Notebook.ipynb(Analysis.of(experiment, records), Sample.FACTS);
  }
}
