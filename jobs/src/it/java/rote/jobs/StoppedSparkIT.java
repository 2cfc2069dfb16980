package rote.jobs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.catalog.Catalog;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.jobs.start.RunningSpark;
import rote.jobs.start.SparkStart;

/** Training whose Spark stops, as when its master removes the application. */
@Timeout(120)
class StoppedSparkIT {
  @Test
  void isAnErrorThatSaysSoAndNoHang() throws IOException {
    Experiment experiment = ExperimentFile.experiment("stopped.yaml", Map.of("name", "stopped", "seeds", 20,
        "data", Map.of("training-examples", 500), "trial", Map.of("epochs", 50)));
    Dataset dataset = Catalog.load(experiment.dataset(), List.of());
    Plan plan = Plan.of(experiment, DatasetInfo.of(dataset), List.of());
    try (RunningSpark spark =
        new SparkStart(Map.of("spark.master", "local[1]", "spark.rote.secondsPerTask", "0")).open("stopped")) {
      Progress progress = new Progress(new PrintStream(new ByteArrayOutputStream()), false, plan.toDo());
      assertThatThrownBy(() -> new SparkTraining(spark, progress)
          .train("stopped", dataset, plan, records -> new Thread(spark.context()::stop).start()))
          .message().containsAnyOf("SparkContext was shut down", "Spark has stopped");
    }
  }
}
