package rote.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A command of a shell block: its words without quotes, variables that are set before it among them. */
record ShellCommand(String place, List<String> words) {
  /** Commands that no test can run here: how they begin, or a word of them, and why. */
  static final Map<String, String> NOT_RUN = Map.ofEntries(
      Map.entry("mvn", "is the build of which the tests are a part"),
      Map.entry(".ci/run", "runs these tests"),
      Map.entry("pip install", "installs"),
      Map.entry("./rote fetch", "downloads"),
      Map.entry("sha256sum", "needs a release, as ReleaseIT makes one"),
      Map.entry("tar", "needs a release, as ReleaseIT makes one"),
      Map.entry("cd", "needs a release, as ReleaseIT makes one"),
      Map.entry("export SPARK_HOME=", "needs an installed Spark"),
      Map.entry("docker", "needs a container builder and a registry"),
      Map.entry("kubectl", "needs a Kubernetes cluster"),
      Map.entry("aws", "needs an account of that service"),
      Map.entry("databricks", "needs an account of that service"),
      Map.entry("gcloud", "needs an account of that service"),
      Map.entry("spark-shell", "needs an installed Spark"),
      Map.entry("spark-submit", "needs an installed Spark and a cluster"),
      Map.entry("spark://HOST:7077", "needs a cluster"),
      Map.entry("data.dataset=mnist", "needs MNIST, which is not in the repository"),
      Map.entry("s3a://", "needs an object store"),
      Map.entry("ROTE_JAVA_OPTIONS=", "sets options of the launcher's own JVM"),
      Map.entry("java jobs/src/generate/GenerateTiles.java", "is run by GeneratedTilesTest"),
      Map.entry("java jobs/src/generate/GenerateSchema.java", "is run by GeneratedSchemaTest"),
      Map.entry("jobs/src/it/arm/golden-bits.sh", "downloads, and emulates another processor for minutes"),
      Map.entry("jobs/src/bench/run.sh", "installs other programs and measures for minutes"),
      Map.entry("jobs/src/bench/run_log.py", "is run by RunLogScriptTest"),
      Map.entry("jobs/src/bench/sweep.py", "trains for minutes, beside other programs"),
      Map.entry("jobs/src/bench/permutations.py", "trains for minutes, beside scikit-learn"));

  static List<ShellCommand> of(Document.Block block) {
    List<ShellCommand> commands = new ArrayList<>();
    for (String line : block.text().replace("\\\n", " ").lines().toList()) {
      List<String> words = words(line);
      if (!words.isEmpty()) {
        commands.add(new ShellCommand(block.place(), words));
      }
    }
    return commands;
  }

  static List<ShellCommand> all() {
    return Document.all().stream().flatMap(document -> document.blocks().stream())
        .filter(block -> block.language().equals("sh")).flatMap(block -> of(block).stream()).toList();
  }

  /** Which entry of the list keeps it from being run. */
  Optional<String> entry() {
    return NOT_RUN.keySet().stream()
        .filter(entry -> text().startsWith(entry) || words.stream().anyMatch(word -> word.startsWith(entry))).sorted().findFirst();
  }

  boolean isRun() {
    return words.get(0).equals("./rote") && entry().isEmpty();
  }

  /** What Rote's own command line gets: the words behind the launcher, or behind the jar. */
  List<String> arguments() {
    int program = 0;
    while (program < words.size() && !words.get(program).equals("./rote") && !words.get(program).endsWith("/rote.jar")) {
      program++;
    }
    if (program < words.size() - 1 && words.get(program + 1).equals("--")) {
      program++; // ends the options of what starts the jar
    }
    return program < words.size() ? words.subList(program + 1, words.size()) : List.of();
  }

  String text() {
    return String.join(" ", words);
  }

  @Override
  public String toString() {
    return place + " " + text();
  }

  /** As a shell splits a line; a comment begins with a word's {@code #}. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (char c : (line + " ").toCharArray()) {
      if (quote != 0 && c != quote) {
        word.append(c);
      } else if (quote != 0) {
        quote = 0;
      } else if (c == '\'' || c == '"') {
        quote = c;
        begun = true;
      } else if (!Character.isWhitespace(c)) {
        if (c == '#' && !begun) {
          break;
        }
        word.append(c);
        begun = true;
      } else if (begun) {
        words.add(word.toString());
        word.setLength(0);
        begun = false;
      }
    }
    return words;
  }

  static String reasons() {
    return NOT_RUN.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).sorted().collect(Collectors.joining("\n"));
  }
}
