package rote.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import rote.data.InputException;

/** The program: it reads the command line, hands over to a subcommand, and turns what happens into an exit code. */
@Command(
    name = "rote",
    mixinStandardHelpOptions = true,
    version = "rote 0.1.0",
    description = "Do neural networks learn structure, or only memorise? Declares, trains and reports experiments.",
    subcommands = {
      RunCommand.class, PlanCommand.class, ReportCommand.class, ShowCommand.class, BenchCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:complete", "1:an error of the program or the machine", "2:bad input: a line says what would be right",
      "3:finished with FAILED trials", "4:interrupted: the same command goes on"})
public final class Main {
  static final int COMPLETE = 0;
  static final int ERROR = 1;
  static final int BAD_INPUT = 2;
  static final int FAILED_TRIALS = 3;

  private Main() {}

  public static void main(String[] arguments) {
    int code = run(arguments);
    System.out.flush();
    System.exit(code);
  }

  /** Runs one command line and returns the exit code. */
  static int run(String... arguments) {
    CommandLine commands = new CommandLine(new Main());
    commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setParameterExceptionHandler(Main::misused);
    commands.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception));
    return commands.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
  }

  private static int misused(ParameterException e, String[] arguments) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    System.err.println("rote: " + message + "; see rote " + command(e) + "--help");
    return BAD_INPUT;
  }

  private static String command(ParameterException e) {
    String name = e.getCommandLine().getCommandName();
    return name.equals("rote") ? "" : name + " ";
  }

  private static int failed(Exception e) {
    if (e instanceof InputException) {
      System.err.println("rote: " + e.getMessage());
      return BAD_INPUT;
    }
    if (e.getClass() == IOException.class) { // of our own making: says what failed, and on which path
      System.err.println("rote: " + e.getMessage());
    } else {
      e.printStackTrace();
    }
    return ERROR;
  }
}
