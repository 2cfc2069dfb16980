package rote.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code rote completion}: prints the script with which bash and zsh complete commands and options. */
@Command(name = "completion", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
    description = "Prints a script for bash and zsh that completes commands and options: source <(./rote completion)")
final class CompletionCommand implements Callable<Integer> {
  @ParentCommand private Main rote;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    rote.current().out().print(AutoComplete.bash("rote", spec.root().commandLine()));
    return Main.COMPLETE;
  }
}
