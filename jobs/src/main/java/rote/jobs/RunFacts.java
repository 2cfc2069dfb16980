package rote.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.spark.package$;
import rote.data.Dataset;
import rote.data.Secrets;
import rote.data.Sha256;
import rote.experiment.Status;
import rote.experiment.TrialId;
import rote.report.PageFacts;
import rote.store.TrialRecord;

/** What the manifest says about a run: what was asked for, on which data, by which program, on what. */
final class RunFacts {
  private RunFacts() {}

  static Map<String, Object> of(SweepRequest request, Dataset dataset) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", Secrets.hidden(request.file()));
    facts.put("experiment", request.tree());
    facts.put("dataset", dataset(dataset));
    facts.put("numerics", TrialId.NUMERICS);
    facts.put("kernels", JvmKernels.choice().name());
    facts.put("git_commit", commit());
    facts.put("jar_sha256", jarDigest());
    facts.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    facts.put("spark", package$.MODULE$.SPARK_VERSION());
    facts.put("started", Instant.now().toString());
    return facts;
  }

  private static Map<String, Object> dataset(Dataset dataset) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", dataset.name());
    facts.put("digest", dataset.digest());
    facts.put("classes", dataset.classes());
    if (dataset.label(dataset.classes() - 1) != dataset.classes() - 1) {
      facts.put("labels", dataset.labels()); // of each class
    }
    return facts;
  }

  /** What the manifest counts: the trials planned, and those recorded by their status. */
  static Map<String, Object> counts(int planned, List<TrialRecord> records) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("planned", planned);
    for (Status status : Status.values()) {
      counts.put(status.name().toLowerCase(Locale.ROOT),
          records.stream().filter(record -> record.result().status() == status).count());
    }
    return counts;
  }

  /** What the report shows of the facts. */
  static PageFacts page(Map<String, Object> facts) {
    Map<?, ?> dataset = (Map<?, ?>) facts.get("dataset");
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("data set", dataset.get("name") + ", SHA-256 " + dataset.get("digest"));
    for (String key : List.of("kernels", "spark", "jvm", "git_commit", "jar_sha256", "started")) {
      if (facts.get(key) != null) {
        shown.put(key.replace('_', ' '), String.valueOf(facts.get(key)));
      }
    }
    double seconds = (Double) facts.get("seconds");
    shown.put("seconds of the last run", String.format(Locale.ROOT, "%.1f", seconds));
    List<String> provenance = new ArrayList<>();
    provenance.add("data " + dataset.get("name") + " " + start(dataset.get("digest"), 8));
    Optional.ofNullable(facts.get("git_commit")).ifPresent(commit -> provenance.add("commit " + start(commit, 8)));
    provenance.add("last run took " + duration(seconds));
    provenance.add(start(facts.get("started"), 10));
    String name = ((Map<?, ?>) facts.get("experiment")).get("name") + ".yaml";
    return new PageFacts((Integer) dataset.get("classes"), shown, provenance,
        facts.get("file") == null ? "experiments/" + name : facts.get("file").toString());
  }

  private static String start(Object text, int length) {
    String all = String.valueOf(text);
    return all.substring(0, Math.min(length, all.length()));
  }

  /** {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 7 min}. */
  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : whole < 3600 ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  /** The commit from which the program was built; null where it was built outside of a clone. */
  private static String commit() {
    Properties build = new Properties();
    try (InputStream in = RunFacts.class.getResourceAsStream("/rote/build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("rote/build.properties in the program", e);
    }
    String commit = build.getProperty("git.commit.id", "");
    return commit.isEmpty() ? null : commit;
  }

  /** The SHA-256 of rote.jar; null where the program does not run from a jar. */
  private static String jarDigest() {
    return ProgramJar.path().map(RunFacts::digest).orElse(null);
  }

  private static String digest(Path file) {
    try {
      return Sha256.hex(Sha256.digest().digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }
}
