package rote.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.catalog.Catalog;
import rote.data.tables.TableSet;
import rote.experiment.Experiment;
import rote.files.DataFolder;
import rote.files.FileSystems;
import rote.files.InputException;
import rote.files.Place;
import rote.jobs.start.SparkAccess;
import rote.store.Manifest;
import rote.store.Output;
import rote.store.OutputOwner;
import rote.store.Segments;
import rote.store.States;
import rote.trial.TrialId;
import rote.trial.TrialRecord;

/**
 * What the user asked to be run, resolved once.
 *
 * @param file the experiment file, as the user wrote it
 * @param tree the file's content after {@code --set} and {@code --seeds}
 * @param folders where to look for the data, in this order; {@code ""} is the working directory
 */
public record SweepRequest(String file, Map<String, Object> tree, Experiment experiment, List<String> folders, Output output,
    FileSystems systems, SparkAccess spark, RunOptions options) {
  Manifest asked(Dataset dataset) {
    return Manifest.asked(shownFile(), tree, Manifest.Data.of(dataset), TrialId.NUMERICS);
  }

  /** The path from the launcher's folder, where users repeat the commands of a report; else as it was typed. */
  String shownFile() {
    String home = System.getProperty("rote.home");
    Place place = Place.of(file);
    return home == null ? place.toString() : place.seenFrom(Path.of(home));
  }

  /** Returns the plan, without reading data where the catalogue knows the data set's digest. */
  public Plan plan() throws IOException {
    spark.check();
    DatasetInfo data = info();
    checkFits(data);
    output.check(new OutputOwner(experiment.name(), experiment.dataset(), data.digest()), data.former());
    List<TrialRecord> recorded = Segments.readAll(output);
    return Plan.of(experiment, data, recorded, Plan.finished(experiment, recorded), new States(output).ids());
  }

  /** Counts the planned trials by what is recorded of them now. */
  public Manifest.Counts counts() throws IOException {
    DatasetInfo data = info();
    List<TrialRecord> recorded = Segments.readAll(output);
    Plan plan = Plan.of(experiment, data, recorded);
    return Manifest.Counts.of(plan.planned().size(), SweepJob.planned(plan, SweepJob.byId(recorded)), 0);
  }

  /** Returns what is known of the data, which is read only where the catalogue does not know it. */
  private DatasetInfo info() {
    return Catalog.known(experiment.dataset()).orElseGet(() -> DatasetInfo.of(dataset()));
  }

  /** Returns a line about missing data, which a plan can do without; empty if it is there or far away. */
  public Optional<String> absentData() {
    return (experiment.data().table().isPresent() ? Optional.<String>empty() : Catalog.absence(experiment.data(), data()))
        .map(absence -> "a run would fail, because its data is missing: " + absence);
  }

  /** @throws InputException if the data is not available; the message names the experiment file and the key */
  Dataset dataset() {
    try {
      return experiment.data().table().map(table -> TableSet.read(table, folders, systems))
          .orElseGet(() -> Catalog.load(experiment.data(), data()));
    } catch (InputException e) {
      throw new InputException(file + ": data." + (experiment.data().table().isPresent() ? "file" : "dataset") + ": " + e.getMessage(), e);
    }
  }

  private List<DataFolder> data() {
    return folders.stream().map(folder -> new DataFolder(folder, systems)).toList();
  }

  /** Refuses an experiment that asks for more examples, larger images or other labels than the data has. */
  void checkFits(DatasetInfo data) {
    new DataFit(file, experiment, data).check();
  }
}
