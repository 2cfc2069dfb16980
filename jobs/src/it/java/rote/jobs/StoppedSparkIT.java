package rote.jobs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.catalog.Catalog;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.jobs.progress.LineDisplay;
import rote.jobs.start.RunningSpark;
import rote.jobs.start.SparkStart;

/** Training whose Spark stops, as when its master removes the application. */
@Tag("machines")
@Timeout(120)
class StoppedSparkIT {
  @Test
  void aJobThatWasCancelledOnItsWayToSparkTrainsNothing() throws IOException {
    Experiment experiment = experiment();
    Dataset dataset = Catalog.load(experiment.dataset(), List.of());
    Plan plan = Plan.of(experiment, DatasetInfo.of(dataset), List.of());
    try (RunningSpark spark = spark()) {
      spark.cancel();
      assertThatThrownBy(() -> new SparkTraining(spark, progress()).train("stopped", dataset, plan, results -> fail("trained")))
          .isInstanceOf(CancelledException.class);
    }
  }

  @Test
  void isAnErrorThatSaysSoAndNoHang() throws IOException {
    Experiment experiment = experiment();
    Dataset dataset = Catalog.load(experiment.dataset(), List.of());
    Plan plan = Plan.of(experiment, DatasetInfo.of(dataset), List.of());
    try (RunningSpark spark = spark()) {
      assertThatThrownBy(() -> new SparkTraining(spark, progress())
          .train("stopped", dataset, plan, records -> new Thread(spark.context()::stop).start()))
          .message().containsAnyOf("SparkContext was shut down", "Spark has stopped");
    }
  }

  private static Experiment experiment() {
    return ExperimentFile.experiment("stopped.yaml", Map.of("name", "stopped", "seeds", 20,
        "data", Map.of("training-examples", 500), "trial", Map.of("epochs", 50)));
  }

  private static RunningSpark spark() throws IOException {
    return new SparkStart(Map.of("spark.master", "local[1]", "spark.rote.secondsPerTask", "0")).open("stopped");
  }

  private static Progress progress() {
    return new Progress(new LineDisplay(new PrintStream(new ByteArrayOutputStream())));
  }
}
