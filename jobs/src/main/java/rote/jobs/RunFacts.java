package rote.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.spark.package$;
import rote.data.Dataset;
import rote.files.Place;
import rote.files.Sha256;
import rote.jobs.start.ProgramJar;
import rote.trial.Status;
import rote.trial.TrialId;
import rote.trial.TrialRecord;

/** What is known of a run: what was asked for, on which data, by which program, on what. */
public final class RunFacts {
  private RunFacts() {}

  /** What was asked for, as the manifest says it. */
  static Map<String, Object> asked(SweepRequest request, Dataset dataset) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", file(request.file()));
    facts.put("experiment", request.tree());
    facts.put("dataset", dataset(dataset));
    facts.put("numerics", TrialId.NUMERICS);
    return facts;
  }

  /** What is known of this program; null for what is not. */
  static Map<String, Object> ofThisProgram() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("git_commit", commit());
    facts.put("jar_sha256", jarDigest());
    facts.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
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

  /** As the launcher finds it from its own folder, where the commands of a report are given; else as it was typed. */
  static String file(String typed) {
    String home = System.getProperty("rote.home");
    Place place = Place.of(typed);
    return home == null ? place.toString() : place.seenFrom(Path.of(home));
  }

  /** What the manifest counts: the trials planned, and those recorded by their status. */
  public static Map<String, Object> counts(int planned, List<TrialRecord> records) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("planned", planned);
    for (Status status : Status.values()) {
      counts.put(status.name().toLowerCase(Locale.ROOT),
          records.stream().filter(record -> record.result().status() == status).count());
    }
    return counts;
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
