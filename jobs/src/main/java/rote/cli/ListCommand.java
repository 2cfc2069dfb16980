package rote.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import rote.experiment.file.ShippedExperiments;
import rote.files.InputException;
import rote.store.Manifest;
import rote.store.Output;

/** {@code rote list}: says what there is to run, and what has been run. */
@Command(name = "list", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
    description = "Lists the shipped experiments with their questions, and the results in notebooks-out with their state.")
final class ListCommand implements Callable<Integer> {
  @ParentCommand private Main rote;

  @Override
  public Integer call() throws IOException {
    List<String> experiments = ShippedExperiments.names();
    if (!experiments.isEmpty()) {
      rote.current().out().println("Experiments, in " + ShippedExperiments.folder() + ":");
      print(experiments, ShippedExperiments::question);
      rote.current().out().println();
    }
    Path results = ExperimentOptions.results();
    List<String> outputs = outputs(results);
    rote.current().out().println(outputs.isEmpty() ? "No results in " + results + " yet." : "Results, in " + results + ":");
    print(outputs, name -> state(Output.at(results.resolve(name).toString())));
    return Main.COMPLETE;
  }

  private void print(List<String> names, UnaryOperator<String> about) {
    int width = names.stream().mapToInt(String::length).max().orElse(1);
    names.forEach(name -> rote.current().out().printf(Locale.ROOT, "  %-" + width + "s  %s%n", name, about.apply(name)));
  }

  private static List<String> outputs(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> Files.exists(entry.resolve(Output.MANIFEST)) || Files.exists(entry.resolve(Output.SEGMENTS)))
          .map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static String state(Output output) {
    try {
      Manifest manifest = Manifest.read(output);
      return output.isComplete() ? "complete: " + counts(manifest.trials()) : "unfinished; its run continues it";
    } catch (InputException | IOException e) {
      return e.getMessage(); // one that cannot be read must not hide the others
    }
  }

  private static String counts(Manifest.Counts trials) {
    return trials == null ? "all trials" : trials.byName().entrySet().stream().filter(count -> count.getValue() != null)
        .filter(count -> !count.getKey().equals("planned") && count.getValue() > 0)
        .map(count -> count.getValue() + " trials " + count.getKey()).collect(Collectors.joining(", "));
  }
}
