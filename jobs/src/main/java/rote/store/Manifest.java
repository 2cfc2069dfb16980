package rote.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import rote.data.Dataset;
import rote.data.catalog.Catalog;
import rote.files.Folder;
import rote.files.InputException;
import rote.files.Sha256;
import rote.trial.Status;
import rote.trial.TrialId;
import rote.trial.TrialRecord;

/**
 * The file {@code manifest.json}: how an output came about, and the size and digest of each of its files.
 *
 * @param file where the experiment was declared
 * @param experiment the file's content
 * @param runs those that trained something, the first to start first
 * @param written who wrote tables and report last
 */
@JsonPropertyOrder({"format", "file", "experiment", "dataset", "numerics", "last", "trials", "runs", "written", "files"})
public record Manifest(Integer format, String file, Map<String, Object> experiment, Data dataset, Integer numerics,
    Counts trials, List<TrainingRun> runs, Written written, List<Content> files) {
  public static final Manifest NONE = asked(null, null, null, null);

  private static final int BUFFER = 1 << 16;

  public Manifest {
    runs = runs == null ? List.of() : runs.stream().filter(Objects::nonNull).toList();
    files = files == null ? List.of() : files.stream().filter(Objects::nonNull).toList();
  }

  /**
   * @param labels null where the labels of the classes are 0, 1, 2 …
   * @param names what a table calls its classes, else null
   * @param counts how many examples of the test set each class has, or of all examples where trials draw the test set; null
   *     for sets of the catalogue, whose classes are about as large
   */
  public record Data(String name, String digest, Integer classes,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<Integer> labels,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<String> names,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<Integer> counts) {
    public static Data of(Dataset dataset) {
      boolean areNumbers = dataset.label(dataset.classes() - 1) == dataset.classes() - 1;
      List<String> names = dataset.names().classes();
      return new Data(dataset.name(), dataset.digest(), dataset.classes(), areNumbers ? null : dataset.labels(),
          names.isEmpty() ? null : names, Catalog.known(dataset.name()).isPresent() ? null
              : (dataset.test().count() > 0 ? dataset.test() : dataset.training()).classCounts(dataset.classes()));
    }
  }

  /** @param notShown recorded trials that are not asked for now */
  public record Counts(Integer planned, Integer completed, Integer diverged, Integer failed, Integer notShown) {
    public static Counts of(int planned, List<TrialRecord> shown, int notShown) {
      return new Counts(planned, count(shown, Status.COMPLETED), count(shown, Status.DIVERGED), count(shown, Status.FAILED),
          notShown);
    }

    public Map<String, Integer> byName() {
      Map<String, Integer> counts = new LinkedHashMap<>();
      counts.put("planned", planned);
      counts.put("completed", completed);
      counts.put("diverged", diverged);
      counts.put("failed", failed);
      return counts;
    }

    private static int count(List<TrialRecord> records, Status status) {
      return (int) records.stream().filter(record -> record.result().status() == status).count();
    }
  }

  public record Written(String by, String at, String gitCommit, String jarSha256, String jvm) {}

  public record Content(String path, Long bytes, String sha256) {}

  /** Returns the part that says what was asked for. */
  public static Manifest asked(String file, Map<String, Object> experiment, Data dataset, Integer numerics) {
    return new Manifest(null, file, experiment, dataset, numerics, null, null, null, null);
  }

  public Manifest with(Counts counts, List<TrainingRun> all, Written by) {
    int known = numerics == null ? TrialId.NUMERICS : numerics;
    return new Manifest(format, file, experiment, dataset, known, counts, all, by, files);
  }

  /** Returns the runs that trained what the report shows. */
  public List<TrainingRun> shownRuns() {
    return runs.stream().filter(run -> !Objects.equals(run.trials(), 0)).toList();
  }

  /** Returns the facts of the run that trained last. A manifest of format 1 has no others. */
  @JsonProperty("last")
  @JsonUnwrapped
  TrainingRun last() {
    List<TrainingRun> shown = shownRuns();
    return shown.isEmpty() ? TrainingRun.SILENT : shown.get(shown.size() - 1).with(null, null);
  }

  public String digest() {
    return dataset == null ? null : dataset.digest();
  }

  public int notShown() {
    return trials == null || trials.notShown() == null ? 0 : trials.notShown();
  }

  public int trainedSingly() {
    return shownRuns().stream().map(TrainingRun::groupsTrainedSingly).filter(Objects::nonNull).mapToInt(groups -> groups).sum();
  }

  /** @throws InputException if something is missing without which there is no report */
  public Manifest whole(Output output) {
    demand(output, "experiment", experiment);
    demand(output, "dataset", dataset);
    demand(output, "dataset.name", dataset.name());
    demand(output, "dataset.digest", dataset.digest());
    demand(output, "dataset.classes", dataset.classes());
    if (dataset.classes() < 1) {
      throw new InputException(output.path(Output.MANIFEST) + ": dataset.classes must be 1 or more, was " + dataset.classes());
    }
    return this;
  }

  private static void demand(Output output, String key, Object value) {
    if (value == null) {
      throw new InputException(output.path(Output.MANIFEST) + ": " + key + " is missing");
    }
  }

  /** Writes the manifest after all other files. */
  public static void write(Output output, Manifest facts) throws IOException {
    write(output, facts, contents(output.folder()));
  }

  /** Writes the manifest at the start of a run, so that others can look at the output meanwhile. */
  public static void begin(Output output, Manifest facts) throws IOException {
    write(output, facts, readIfAny(output).files()); // so that edits are still found
  }

  private static void write(Output output, Manifest facts, List<Content> files) throws IOException {
    keepDamaged(output);
    output.writeText(Output.MANIFEST, ManifestJson.text(new Manifest(OutputFormat.CURRENT, facts.file, facts.experiment, facts.dataset,
        facts.numerics, facts.trials, facts.runs, facts.written, files)));
  }

  /** Keeps a manifest that cannot be read: in format 1 nothing else says who trained the trials. */
  private static void keepDamaged(Output output) throws IOException {
    Optional<String> text = text(output);
    if (text.isPresent() && damage(output).isPresent()) {
      output.writeText(Output.MANIFEST + ".damaged", text.get());
    }
  }

  /** Returns why the manifest cannot be read, in one line; empty if it can be, or if there is none. */
  public static Optional<String> damage(Output output) {
    try {
      readIfThere(output);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * @throws InputException if there is no manifest, or its format is not known
   * @throws IOException if it cannot be read, with the place of a value of the wrong type
   */
  public static Manifest read(Output output) throws IOException {
    return readIfThere(output).orElseThrow(() ->
        new InputException("output " + output.location() + " has no " + Output.MANIFEST));
  }

  /**
   * Reads the manifest; {@link #NONE} where there is none that can be read.
   *
   * @throws InputException if its format is not known
   */
  public static Manifest readIfAny(Output output) {
    try {
      return readIfThere(output).orElse(NONE);
    } catch (IOException e) {
      return NONE;
    }
  }

  private static Optional<Manifest> readIfThere(Output output) throws IOException {
    Optional<String> text = text(output);
    return text.isEmpty() ? Optional.empty() : Optional.of(ManifestJson.read(text.get(), output.path(Output.MANIFEST)));
  }

  private static Optional<String> text(Output output) throws IOException {
    return Segments.ifStillThere(() -> output.readText(Output.MANIFEST));
  }

  /** Returns the files that a manifest lists, where they exist. */
  public static List<String> names(Folder folder) throws IOException {
    return Stream.concat(
        Stream.of(Output.TRIALS, Output.CURVES, Output.PROBES, Output.MEMORISED, Output.REPORT, Output.NOTEBOOK),
        Segments.names(folder).stream()).toList();
  }

  /** Whether the files are still those that the manifest lists, and no segment was added or deleted. */
  public static boolean describes(Output output) throws IOException {
    return contents(output.folder()).equals(read(output).files());
  }

  private static List<Content> contents(Folder folder) throws IOException {
    List<Content> contents = new ArrayList<>();
    for (String name : names(folder)) {
      Segments.ifStillThere(() -> content(folder, name)).ifPresent(contents::add);
    }
    return contents;
  }

  public static Content content(Folder folder, String name) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (InputStream in = folder.open(name)) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        digest.update(buffer, 0, length);
        bytes += length;
      }
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw Folder.failed("read", folder.path(name), e);
    }
    return new Content(name, bytes, Sha256.hex(digest.digest()));
  }
}
