package rote.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.data.Dataset;
import rote.data.Known;
import rote.data.LabelNoise;
import rote.data.Shape;
import rote.data.catalog.Catalog;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.jobs.start.SparkStart;
import rote.store.Output;
import rote.trial.Setting;
import rote.trial.Trial;
import rote.trial.training.TrialRun;

/**
 * What the user asked to be run.
 *
 * @param file the experiment file, as the user wrote it
 * @param tree the file's content after {@code --set} and {@code --seeds}
 * @param folders where to look for the data, in this order
 * @param out where results go
 * @param spark Spark settings of the command line; they stand above all others
 * @param retryFailed whether trials recorded as FAILED are trained again
 * @param failFast whether the first FAILED trial ends the run
 * @param overwrite whether what the output holds is deleted first
 */
public record SweepRequest(
    String file,
    Map<String, Object> tree,
    List<String> folders,
    String out,
    Map<String, String> spark,
    boolean retryFailed,
    boolean failFast,
    boolean overwrite) {

  /** @throws InputException if the file does not declare an experiment */
  public Experiment experiment() {
    return ExperimentFile.experiment(file, tree);
  }

  /** Where results go. */
  public Output output() {
    return Output.at(out, fileSystems());
  }

  private FileSystems fileSystems() {
    return SparkStart.fileSystems(spark);
  }

  /** A line about data that a plan can do without, and a run cannot; empty if they are there, or nobody knows without asking far. */
  public Optional<String> absentData() {
    FileSystems systems = fileSystems();
    String dataset = experiment().dataset();
    return Catalog.absence(dataset, folders.stream().map(folder -> new DataFolder(folder, systems)).toList())
        .map(absence -> "a run would end, for its data are not there: " + absence);
  }

  /**
   * Reads the data that the experiment names.
   *
   * @throws InputException if it cannot be had; the message names the experiment file and the key too
   */
  Dataset dataset(Experiment experiment) {
    try {
      FileSystems systems = fileSystems();
      return Catalog.load(experiment.dataset(), folders.stream().map(folder -> new DataFolder(folder, systems)).toList());
    } catch (InputException e) {
      throw new InputException(file + ": data.dataset: " + e.getMessage(), e);
    }
  }

  /** Turns away an experiment that asks for more examples than there are, for larger images, or for labels that are not. */
  void checkFits(Experiment experiment, Known data) {
    int available = data.trainingExamples();
    for (Trial trial : experiment.trials()) {
      Integer wanted = trial.get(Setting.TRAINING_EXAMPLES);
      int held = trial.get(Setting.VALIDATION_EXAMPLES);
      if (held >= available || wanted != null && (long) wanted + held > available) {
        throw new InputException(file + ": data.training-examples: asks for " + (wanted == null ? "all" : wanted)
            + " and " + held + " validation-examples, but " + experiment.dataset() + " has " + available
            + " training examples together");
      }
      if (data.classes() == 1 && trial.get(Setting.LABEL_NOISE) == LabelNoise.WRONG_CLASS
          && trial.get(Setting.LABEL_CORRUPTION) > 0) {
        throw new InputException(file + ": trial.label-noise: wrong-class asks for labels of other classes, but all labels of "
            + experiment.dataset() + " are of one class; leave out label-corruption above 0, or take redraw");
      }
      Shape cropped = TrialRun.croppedShape(trial, data.shape());
      checkShrinks("data.crop-to", cropped, experiment.dataset(), data.shape());
      checkShrinks("data.scale-to", TrialRun.shape(trial, data.shape()), experiment.dataset(), cropped);
    }
  }

  private void checkShrinks(String key, Shape wanted, String dataset, Shape images) {
    if (wanted.height() > images.height() || wanted.width() > images.width()) {
      throw new InputException(file + ": " + key + ": asks for " + wanted.height() + " x " + wanted.width()
          + " pixels, but the images of " + dataset + " have " + images.height() + " x " + images.width());
    }
  }
}
