package rote.store.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.files.Folder;
import rote.files.parquet.ParquetRows;
import rote.store.BestRecords;
import rote.store.Output;
import rote.store.OutputFormat;
import rote.store.OutputOwner;
import rote.store.SegmentContents;
import rote.store.Segments;
import rote.store.TrainingRun;
import rote.trial.TrialId;
import rote.trial.TrialRecord;

/** Reads every segment on its own: whose it is, and whether its trials' ids are those of their settings. */
public final class SegmentsCheck {
  private final Folder folder;
  private final Findings findings;
  private final List<String> names;
  private final BestRecords best = new BestRecords();
  private OutputOwner owner; // of the first segment that names one
  private final Map<String, TrainingRun> runs = new LinkedHashMap<>();
  private int records;

  /** @throws rote.files.InputException if a newer program wrote a segment */
  public SegmentsCheck(Output output, Findings findings) throws IOException {
    this.folder = output.folder();
    this.findings = findings;
    this.names = Segments.names(folder);
    for (String name : names) {
      List<Map<String, String>> footers = new ArrayList<>(); // one, or none if the file is damaged
      findings.attempt(folder.path(name), () -> footers.add(ParquetRows.metadata(folder, name)));
      footers.forEach(footer -> OutputFormat.demandKnown(footer, folder.path(name)));
      footers.forEach(footer -> findings.attempt(folder.path(name), () -> read(name, footer)));
    }
  }

  private void read(String name, Map<String, String> footer) throws IOException {
    Optional<OutputOwner> named = OutputOwner.of(footer);
    if (named.isEmpty()) {
      findings.add(folder.path(name), "is not a segment of Rote");
      return;
    }
    owner = owner == null ? named.get() : owner;
    owner.difference(named.get()).ifPresent(difference ->
        findings.add(folder.path(name), "does not belong here: the output is of " + difference));
    runs.put(TrainingRun.id(name), TrainingRun.of(footer));
    List<TrialRecord> found = new ArrayList<>();
    Segments.read(folder, name, found);
    for (TrialRecord record : found) {
      records++;
      checkName(record, folder.path(name));
      findings.attempt(folder.path(name), () -> best.add(record, folder.path(name)));
    }
  }

  private void checkName(TrialRecord record, String path) {
    String id = TrialId.of(record.trial(), owner.dataDigest());
    if (!id.equals(record.trialId())) {
      findings.add(path, "trial " + record.trialId() + ": its settings are those of " + id);
    }
    if (!record.experiment().equals(owner.experiment())) {
      findings.add(path, "trial " + record.trialId() + ": is of the experiment \"" + record.experiment() + "\"");
    }
  }

  /** Returns whose the output is; empty if no segment can be read. */
  public Optional<OutputOwner> owner() {
    return Optional.ofNullable(owner);
  }

  public SegmentContents all() {
    return new SegmentContents(best.records(), best.runs(), runs);
  }

  public Map<String, TrialRecord> recorded() {
    Map<String, TrialRecord> recorded = new LinkedHashMap<>();
    best.records().forEach(record -> recorded.put(record.trialId(), record));
    return recorded;
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  public String summary() {
    return names.size() + ", with " + records + " records of " + best.records().size() + " trials";
  }
}
