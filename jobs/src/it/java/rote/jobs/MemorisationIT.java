package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.harness.Requests;
import rote.harness.Verified;
import rote.store.Output;
import rote.trial.TrialRecord;

/** A small run of the shipped experiment; DuckDB computes its scores again from the bits. */
@Tag("experiments")
class MemorisationIT {
  private static final String FILE = Path.of("..", "experiments", "memorisation.yaml").toString();
  private static final String PAIRS =
      "(select avg(case when w.score > o.score then 1 when w.score = o.score then 0.5 else 0 end)"
      + " from known w, known o where w.label <> w.told_label and o.label = o.told_label)";

  @TempDir Path folder;

  @Test
  void scoresAreThoseOfTheBitsAndSurviveResumeAndAReportWithoutTheData() throws IOException, SQLException {
    run(10);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    List<TrialRecord> records = run(14, messages);
    assertThat(messages.toString(StandardCharsets.UTF_8)).contains("14 trials planned, 10 recorded, 4 to train");
    assertThat(records.stream().map(record -> record.result().changedLabels()).distinct()).hasSizeGreaterThan(1);

    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      assertThat(number(duck, "select count(*) from (" + scores() + ") join (" + table() + ") using (example)"
          + " where trained = n_trained and left_out = 14 - n_trained and trained_right = n_right"
          + " and coalesce(abs(score - of_bits) < 1e-12, score is null and of_bits is null)")).isEqualTo(203);
      assertThat(number(duck, "select count(*) from (" + table() + ") where pixels is not null")).isBetween(33.0, 64.0);
      assertThat(number(duck, "select count(distinct image) from (" + table() + ")")).isEqualTo(203);
      double auc = number(duck, "with known as (select * from (" + table() + ") where score is not null) select " + PAIRS);
      String shown = Files.readString(folder.resolve("out/report.html"));
      assertThat(shown).contains("with an AUC of " + String.format(Locale.ROOT, "%.3f", auc) + " [");
      assertThat(shown.split("<img class=\"pixels\"", -1).length - 1).isBetween(33, 64);

      new ReportJob(Output.at(folder.resolve("out").toString())).write(line -> {});
      assertThat(Files.readString(folder.resolve("out/report.html"))).isEqualTo(shown);
    }
    Verified.demand(folder.resolve("out").toString(), "", Map.of());
  }

  private void run(int models) throws IOException {
    run(models, new ByteArrayOutputStream());
  }

  private List<TrialRecord> run(int models, ByteArrayOutputStream messages) throws IOException {
    Map<String, Object> tree = ExperimentFile.read(FILE, List.of("data.training-examples=203", "trial.epochs=12",
        "trial.label-corruption=0.1", "seeds=" + models), new FileSystems()).tree();
    SweepRequest request = Requests.of(FILE, tree, List.of(), folder.resolve("out").toString(),
        Map.of("spark.master", "local[2]"), false, false);
    return new SweepJob(request, new PrintStream(messages, true, StandardCharsets.UTF_8)).run().records();
  }

  private String scores() {
    return "with models as (select trial_id, any_value(bits) filter (item = 'trained-on')::bit t,"
        + " any_value(bits) filter (item = 'right')::bit r from '" + folder.resolve("out/probes/probes.parquet")
        + "' where probe = 'example-correctness' group by trial_id),"
        + " answers as (select example, get_bit(t, example::int) t, get_bit(r, example::int) r"
        + " from models, range(203) e(example))"
        + " select example, sum(t) n_trained, sum(t * r) n_right,"
        + " avg(r) filter (t = 1) - avg(r) filter (t = 0) of_bits from answers group by example";
  }

  private String table() {
    return "select *, file_row_number example from read_parquet('" + folder.resolve("out/memorisation/memorisation.parquet")
        + "', file_row_number = true)";
  }

  private static double number(Connection duck, String query) throws SQLException {
    try (ResultSet result = duck.createStatement().executeQuery(query)) {
      result.next();
      return result.getDouble(1);
    }
  }
}
