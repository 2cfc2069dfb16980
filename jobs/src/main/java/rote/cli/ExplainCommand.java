package rote.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import rote.files.InputException;
import rote.files.yaml.Suggestion;
import rote.report.terminal.Reference;

/** {@code rote explain}: says what a word of experiment files and results means. */
@Command(name = "explain", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
    description = "Prints what the reference says of a key, setting, metric, relation, probe or column.")
final class ExplainCommand implements Callable<Integer> {
  @ParentCommand private Main rote;

  @Parameters(paramLabel = "WORD", description = "Such as learning-rate, fit_epoch or noise-answers.")
  private String word;

  @Override
  public Integer call() {
    String asked = word.toLowerCase(Locale.ROOT).replaceFirst("^(data|trial|grid|sample)\\.", "");
    List<Reference.Entry> found = Reference.entries().stream()
        .filter(entry -> entry.names().stream().anyMatch(name -> isSame(name, asked))).toList();
    if (found.isEmpty()) {
      Set<String> all = Reference.entries().stream().flatMap(entry -> entry.names().stream())
          .collect(Collectors.toCollection(TreeSet::new));
      throw new InputException("explain " + word + ": the reference has no such word; " + Suggestion.of(asked, all));
    }
    rote.current().out().println(found.stream().map(Reference.Entry::text).collect(Collectors.joining("\n\n")));
    return Main.COMPLETE;
  }

  /** Columns are written with underscores, keys with hyphens; people mix them up. */
  private static boolean isSame(String name, String asked) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-').equals(asked.replace('_', '-'));
  }
}
