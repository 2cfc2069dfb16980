package rote.harness;

import java.util.List;
import java.util.Map;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.jobs.RunOptions;
import rote.jobs.SweepRequest;
import rote.jobs.start.SparkStart;
import rote.store.Output;

/** Requests as the command line makes them, of a tree that is read already. */
public final class Requests {
  private Requests() {}

  public static SweepRequest of(String file, Map<String, Object> tree, List<String> data, String out,
      Map<String, String> spark, boolean failFast, boolean overwrite) {
    SparkStart start = new SparkStart(spark);
    FileSystems systems = start.fileSystems();
    return new SweepRequest(file, tree, ExperimentFile.experiment(file, tree), data, Output.at(out, systems), systems, start,
        new RunOptions(false, failFast, overwrite, null));
  }
}
