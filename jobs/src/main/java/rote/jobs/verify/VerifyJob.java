package rote.jobs.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rote.data.Dataset;
import rote.data.DatasetInfo;
import rote.data.catalog.Catalog;
import rote.data.catalog.DataKeys;
import rote.data.tables.TableSet;
import rote.experiment.file.ExperimentFile;
import rote.files.InputException;
import rote.jobs.start.JvmKernels;
import rote.store.Manifest;
import rote.store.Output;
import rote.store.OutputFormat;
import rote.store.OutputOwner;
import rote.store.verify.Findings;
import rote.store.verify.ManifestCheck;
import rote.store.verify.SegmentsCheck;
import rote.store.verify.StatesCheck;
import rote.store.verify.TablesCheck;
import rote.trial.TrialId;
import rote.trial.TrialRecord;

/**
 * Checks an output: its files against each other, gradients against differences, and some trials by training them again.
 *
 * <p>It writes nothing. In an output without {@code _SUCCESS}, whose run continues later, only segments are checked.
 */
public final class VerifyJob {
  private final VerifyRequest request;
  private final PrintStream lines;
  private final PrintStream progress;
  private final Findings findings = new Findings();

  /**
   * @param lines takes one line per check
   * @param progress takes the progress of training
   */
  public VerifyJob(VerifyRequest request, PrintStream lines, PrintStream progress) {
    this.request = request;
    this.lines = lines;
    this.progress = progress;
  }

  /**
   * @return what is wrong, one line each that names the file or the trial
   * @throws InputException if there is no output, its data is not available, or other numerics trained it
   */
  public List<String> run() throws IOException {
    request.spark().check();
    JvmKernels.choice();
    Output output = request.output();
    output.demandThere();
    output.checkPlace();
    Optional<Manifest> manifest = manifest(output);
    manifest.ifPresent(this::checkNumerics);
    SegmentsCheck segments = new SegmentsCheck(output, findings);
    if (segments.isEmpty() && !output.exists(Output.MANIFEST)) {
      throw new InputException("output " + output + " holds no results");
    }
    lines.println("segments: " + segments.summary());
    StatesCheck states = new StatesCheck(output, findings);
    if (!states.isEmpty()) {
      lines.println("states: " + states.summary());
    }
    Map<String, TrialRecord> recorded = segments.recorded();
    if (output.isComplete()) {
      checkDerived(output, manifest, segments, recorded);
    } else {
      lines.println("not finished (no " + Output.SUCCESS + "): the next run writes tables and manifest again");
    }
    if (request.sample() > 0 && segments.owner().isPresent()) {
      Dataset dataset = dataset(segments.owner().get(), manifest);
      new Retraining(dataset, recorded, findings, lines).check(request, progress);
    }
    return findings.lines();
  }

  private Optional<Manifest> manifest(Output output) throws IOException {
    List<Manifest> read = new ArrayList<>(); // one, or none if it is damaged
    if (output.exists(Output.MANIFEST)) {
      findings.attempt(output.path(Output.MANIFEST), () -> read.add(Manifest.read(output)));
    } else if (output.isComplete()) {
      findings.add(output.path(Output.MANIFEST), "is missing");
    }
    return read.stream().findFirst();
  }

  private void checkNumerics(Manifest manifest) {
    if (manifest.numerics() != null && manifest.numerics() != TrialId.NUMERICS) {
      String commit = manifest.runs().isEmpty() ? null : manifest.runs().get(manifest.runs().size() - 1).gitCommit();
      throw new InputException("output " + request.output() + " was trained by numerics " + manifest.numerics()
          + ", and this program has " + TrialId.NUMERICS + ": its bits may differ by design; verify it with the program that"
          + " trained it, commit " + commit);
    }
  }

  /** Checks tables, manifest and plan, which are complete together. */
  private void checkDerived(
      Output output, Optional<Manifest> manifest, SegmentsCheck segments, Map<String, TrialRecord> recorded)
      throws IOException {
    int format = manifest.map(Manifest::format).orElse(OutputFormat.CURRENT);
    TablesCheck tables = new TablesCheck(output, recorded, findings, format);
    lines.println("tables: " + tables.summary());
    if (manifest.isPresent()) {
      ManifestCheck files = new ManifestCheck(output, manifest.get(), findings);
      lines.println("manifest: " + files.summary());
      files.edited().forEach(line -> lines.println("edited: " + line));
      PlanCheck plan = new PlanCheck(output.path(Output.MANIFEST), manifest.get(), findings);
      segments.owner().ifPresent(owner -> lines.println("plan: " + plan.check(owner, tables.trials(), recorded)));
      if (format > 1) {
        plan.checkRuns(segments.all(), tables.trials().stream().map(recorded::get).filter(Objects::nonNull).toList());
      }
    }
  }

  private Dataset dataset(OutputOwner owner, Optional<Manifest> manifest) {
    Dataset dataset = manifest.filter(facts -> facts.experiment() != null).flatMap(this::table)
        .orElseGet(() -> Catalog.load(keys(owner, manifest), request.folders().apply(owner.dataset())));
    if (!dataset.digest().equals(owner.dataDigest())) {
      String reason = DatasetInfo.of(dataset).former().get(owner.dataDigest());
      throw new InputException("output " + request.output() + " was trained on " + owner.dataset() + " of digest "
          + owner.dataDigest() + "; what was found has " + dataset.digest()
          + (reason == null ? "; name its data by --data URI" : ": " + reason + "; verify it with the program that trained it"));
    }
    return dataset;
  }

  /** Reads the table that the experiment names; empty for a set of the catalogue. The manifest's file is seen from the launcher's folder. */
  private Optional<Dataset> table(Manifest manifest) {
    String home = System.getProperty("rote.home");
    String file = manifest.file() == null || home == null || manifest.file().contains(":/") ? manifest.file()
        : Path.of(home).resolve(manifest.file()).toString();
    return ExperimentFile.experiment(request.output().path(Output.MANIFEST), manifest.experiment()).data().table()
        .map(named -> TableSet.read(named, request.places().apply(file), request.spark().fileSystems()));
  }

  /** Returns how the manifest says that the data is read; what is wrong with it, {@link PlanCheck} reports. */
  private static DataKeys keys(OutputOwner owner, Optional<Manifest> manifest) {
    try {
      return manifest.map(Manifest::experiment).map(tree -> ExperimentFile.experiment(Output.MANIFEST, tree).data())
          .filter(keys -> keys.dataset().equals(owner.dataset())).orElse(DataKeys.of(owner.dataset()));
    } catch (InputException e) {
      return DataKeys.of(owner.dataset());
    }
  }
}
