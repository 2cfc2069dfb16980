package rote.jobs;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import rote.analysis.Analysis;
import rote.experiment.Experiment;
import rote.experiment.file.ExperimentFile;
import rote.files.InputException;
import rote.files.yaml.QuotedValue;
import rote.store.Manifest;
import rote.store.MemorisedExample;
import rote.store.MemorisedExamples;
import rote.store.Output;
import rote.store.OutputOwner;
import rote.store.SegmentContents;
import rote.store.Segments;
import rote.store.Tables;
import rote.store.TrainingRun;
import rote.trial.ByTrial;
import rote.trial.Probe;
import rote.trial.TrialId;
import rote.trial.TrialRecord;

/** Reads an existing output, finished or not, and makes its report again. */
public final class ReportJob {
  private static final int ROUNDS = 10; // of writing, while a run changes the output
  private final Output output;
  private Manifest manifest;
  private Experiment experiment;
  private List<String> segments;
  private SegmentContents recorded;
  private Map<String, TrialRecord> planned; // by id; null if not recorded

  /** @throws InputException if there is no output */
  public ReportJob(Output output) throws IOException {
    this.output = output;
    output.demandThere();
    read();
  }

  private void read() throws IOException {
    if (!output.exists(Output.MANIFEST) && output.owner().isPresent()) {
      throw new InputException("output " + output + " has no " + Output.MANIFEST + ", which says what its records are about;"
          + " the command that trained them writes it");
    }
    manifest = Manifest.read(output).whole(output);
    experiment = ExperimentFile.experiment(output.path(Output.MANIFEST), manifest.experiment());
    segments = Segments.names(output.folder());
    recorded = Segments.recorded(output);
    if (recorded.records().isEmpty() && output.exists(Output.TRIALS)) { // a copy without segments
      recorded = SegmentContents.ofTables(new Tables(output).read());
    }
    planned = planned();
  }

  /** The segments say which data was used; before the first one the manifest does. */
  private Map<String, TrialRecord> planned() throws IOException {
    String digest = output.owner().map(OutputOwner::dataDigest).orElse(manifest.digest());
    ByTrial<TrialRecord> known = TrialRecord.byTrial(recorded.records());
    Map<String, TrialRecord> trials = new LinkedHashMap<>();
    experiment.after(known.map(TrialRecord::result)).trials().forEach(trial -> {
      TrialRecord record = known.of(trial).orElse(null);
      trials.put(record == null ? TrialId.of(trial, digest) : record.trialId(), record);
    });
    return trials;
  }

  /** Returns the manifest that would be written now. */
  Manifest facts() {
    return ResultFiles.manifest(manifest, manifest, "report", planned.size(), recorded, records());
  }

  /** Returns the manifest with the runs that are known now. Who writes is not found out: that reads the whole program. */
  private Manifest ran() {
    return manifest.with(manifest.trials(), recorded.runs(records(), manifest), manifest.written());
  }

  public Experiment experiment() {
    return experiment;
  }

  /** Returns the records of the trials that are asked for, in plan order. */
  public List<TrialRecord> records() {
    return planned.values().stream().filter(Objects::nonNull).toList();
  }

  /** Returns when the first run began; the epoch of computers where nothing says so. */
  public Instant began() {
    return ran().runs().stream().map(TrainingRun::started).filter(Objects::nonNull).map(this::instant)
        .min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
  }

  private Instant instant(String started) {
    try {
      return Instant.parse(started);
    } catch (DateTimeParseException e) {
      throw new InputException(output.path(Output.MANIFEST) + ": started must be a time in ISO 8601, was " + QuotedValue.of(started), e);
    }
  }

  /** Counts recorded trials that are not asked for. */
  public int notShown() {
    return recorded.notShown(records());
  }

  public int trainedSingly() {
    return ran().trainedSingly();
  }

  /** Writes tables and report, and returns where the report is. */
  public String write(Consumer<String> lines) throws IOException {
    for (int round = 1; !writeOnce(lines) && round < ROUNDS; round++) {
      read(); // a run has changed something
    }
    return output.path(Output.REPORT);
  }

  private boolean writeOnce(Consumer<String> lines) throws IOException {
    List<MemorisedExample> memorised = new MemorisedExamples(output).read(); // making them again would take the data
    ResultFiles results = new ResultFiles(output, "report", manifest, analysis -> memorised, lines);
    boolean described = results.write(planned.size(), recorded, Analysis.of(experiment(), records()), isWhole());
    return described && Segments.names(output.folder()).equals(segments);
  }

  private boolean isWhole() throws IOException {
    boolean allRecorded = planned.values().stream()
        .allMatch(record -> record != null && !experiment.lacksProbes(record));
    return allRecorded && (output.isComplete() || !experiment.probes().contains(Probe.EXAMPLE_CORRECTNESS));
  }
}
