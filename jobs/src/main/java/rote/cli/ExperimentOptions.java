package rote.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.jobs.RunOptions;
import rote.jobs.SweepRequest;
import rote.jobs.start.SparkAccess;
import rote.store.Output;

/** The options that name an experiment, its data and its output, which {@code run} and {@code plan} share. */
final class ExperimentOptions {
  @Parameters(paramLabel = "EXPERIMENT.yaml", description = "The experiment file, such as those in experiments/, or a URI.")
  private String file;

  @Mixin private DataOption data;

  @Option(names = "--out", paramLabel = "URI",
      description = "Where results go, on any Hadoop file system; by default notebooks-out/<name>.")
  private String out;

  @Option(names = "--set", paramLabel = "KEY=VALUE",
      description = "Replaces a value of the file, such as trial.epochs=5; may be repeated.")
  private List<String> changes = List.of();

  @Option(names = "--seeds", paramLabel = "N", description = "Replaces the file's seeds by 1 to N.")
  private String seeds;

  /** Returns the folder for results that are given no other place. */
  static Path results() {
    return Path.of(System.getProperty("rote.home", ""), "notebooks-out");
  }

  SweepRequest request(Call call, Map<String, String> settings, RunOptions options) {
    List<String> all = new ArrayList<>(changes);
    if (seeds != null) {
      changes.stream().filter(change -> change.startsWith("seeds=")).findFirst().ifPresent(other -> {
        throw new InputException("--seeds " + seeds + ": --set " + other + " gives the seeds too; leave one of them out");
      });
      if (!seeds.matches("[+-]?[0-9][0-9.]*([eE][+-]?[0-9]+)?")) {
        throw new InputException("--seeds: must be a number of seeds, such as 5, was \"" + seeds + "\"");
      }
      all.add("seeds=" + seeds);
    }
    SparkAccess spark = call.spark(settings);
    FileSystems systems = spark.fileSystems();
    ExperimentFile.Declaration declared = ExperimentFile.read(file, all, systems);
    Experiment experiment = declared.experiment();
    return call.remember(new SweepRequest(file, declared.tree(), experiment, data.folders(experiment, file, call.err()),
        Output.at(out == null ? folder(experiment, all, systems) : out, systems), systems, spark, options));
  }

  /** Returns {@code notebooks-out/<name>}, followed by the data set if the command line changed it. */
  private String folder(Experiment experiment, List<String> changes, FileSystems systems) {
    String declared = changes.isEmpty() ? experiment.dataset() : declared(experiment, systems).dataset();
    String suffix = declared.equals(experiment.dataset()) ? "" : "-" + experiment.dataset();
    return results().resolve(experiment.name() + suffix).toString();
  }

  private Experiment declared(Experiment changed, FileSystems systems) {
    try {
      return ExperimentFile.read(file, List.of(), systems).experiment();
    } catch (InputException e) {
      return changed; // without the changes it is no experiment, so they override no data set
    }
  }
}
