package rote.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;
import rote.files.Folder;
import rote.files.InputException;
import rote.files.Secrets;
import rote.files.yaml.Suggestion;
import rote.jobs.start.Heap;
import rote.jobs.start.Interruption;
import rote.jobs.start.JvmOptions;
import rote.jobs.start.Scratch;
import rote.jobs.start.SparkStart;
import rote.jobs.start.YarnDriver;

/** The program: reads the command line, calls a subcommand, and turns the result into an exit code. */
@Command(
    name = "rote",
    mixinStandardHelpOptions = true,
    version = "rote 0.1.0",
    description = "Do neural networks learn structure, or only memorise? Declares, trains and reports experiments.",
    subcommands = {
      RunCommand.class, PlanCommand.class, ReportCommand.class, ShowCommand.class, CompareCommand.class,
      VerifyCommand.class, FetchCommand.class, BenchCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:complete", "1:an error of the program or the machine, or something that verify found",
      "2:bad input: a line says what would be right", "3:finished with FAILED trials",
      "4:interrupted: the same command continues"})
public final class Main {
  public static final int COMPLETE = 0;
  static final int ERROR = 1;
  static final int BAD_INPUT = 2;
  static final int FAILED_TRIALS = 3;

  private Main() {}

  public static void main(String[] arguments) {
    LossyStream out = new LossyStream(new FileOutputStream(FileDescriptor.out));
    standardise(out);
    Interruption.watch(System.err);
    Thread.setDefaultUncaughtExceptionHandler(Main::died);
    if (!SparkStart.isSubmitted()) { // which deletes Spark's folders itself
      Scratch.open();
    }
    int code = printed(run(arguments), out);
    Interruption.isOver();
    if (code != COMPLETE || !YarnDriver.isHere()) {
      System.exit(code);
    }
    YarnDriver.ensureSparkStarted();
  }

  /** Makes output independent of locale and charset, before any library asks for them. */
  private static void standardise(LossyStream out) {
    Locale.setDefault(Locale.ROOT);
    System.setProperty("user.language", "en"); // by these, AWT chooses the fonts of pictures
    List.of("user.script", "user.region", "user.country", "user.variant").forEach(System::clearProperty);
    System.setOut(new PrintStream(new BufferedOutputStream(out), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
  }

  /** Returns the exit code after standard output is written: lost output is no success. */
  static int printed(int code, LossyStream out) {
    System.out.flush();
    out.loss().ifPresent(why -> System.err.println("rote: standard output cannot be written, and its text is lost: " + why
        + "; redirect it to a place that can be written"));
    return code == COMPLETE && out.loss().isPresent() ? ERROR : code;
  }

  /** Runs one command line and returns the exit code. */
  public static int run(String... arguments) {
    CommandLine commands = new CommandLine(new Main());
    commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setParameterExceptionHandler(Main::misused);
    commands.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception));
    try {
      JvmOptions.check();
      demandText(arguments);
      HadoopSettings.find(System.getenv());
      return commands.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    } catch (InputException | Error e) { // picocli catches only the exceptions of commands
      return failed(e);
    }
  }

  /** Java loses the bytes of arguments that are not UTF-8, so two different paths could become one. */
  private static void demandText(String... arguments) {
    for (String argument : arguments) {
      demandText("argument \"" + argument + "\"", argument, "rename what it names, or name it from elsewhere by a link");
    }
    demandText("ROTE_DATA", System.getenv("ROTE_DATA"), "rename the folder, or name it by a link");
    demandText("the working directory", System.getProperty("user.dir"), "start from another");
  }

  static void demandText(String what, String text, String remedy) {
    if (text != null && text.indexOf('\ufffd') >= 0) {
      throw new InputException(what + ": its name is not UTF-8 text, so it cannot be told from others; " + remedy);
    }
  }

  /** Ends the program after an error in a thread on which others would wait for ever. */
  static void died(Thread thread, Throwable e) {
    System.err.println("thread " + thread.getName() + " has ended:");
    if (e instanceof Error) {
      int code = failed(e);
      Interruption.isOver();
      System.exit(code);
    }
    printTrace(e);
  }

  private static int misused(ParameterException e, String[] arguments) {
    String said = line(e.getMessage()).replace("option option", "option"); // picocli's text for maps
    String name = e.getCommandLine().getCommandName();
    System.err.println("rote: " + said + meant(e) + "; see rote " + (name.equals("rote") ? "" : name + " ") + "--help");
    return BAD_INPUT;
  }

  private static String meant(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return meant(unmatched, unmatched.getUnmatched().get(0));
    }
    return e instanceof MissingParameterException && e.getMessage().contains("EXPERIMENT.yaml")
        ? ", such as experiments/true-vs-random.yaml" : "";
  }

  /** A file in place of a command is most often meant to be run. */
  private static String meant(UnmatchedArgumentException e, String typed) {
    boolean isOption = typed.startsWith("-");
    boolean isCommand = !isOption && e.getCommandLine().getCommandName().equals("rote");
    if (isCommand && typed.matches(".*\\.(ya?ml|json)")) {
      return "; did you mean rote run " + typed + "?";
    }
    return isOption ? "; " + Suggestion.of(typed.replaceFirst("=.*", ""), options(e.getCommandLine()))
        : isCommand ? "; " + Suggestion.of(typed, e.getCommandLine().getSubcommands().keySet()) : "";
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().optionsMap().keySet().stream().filter(name -> name.startsWith("--")).toList();
  }

  /** Returns the first line, without secrets: a name node sends its stack trace along. */
  private static String line(String message) {
    return Secrets.hidden(Folder.firstLine(String.valueOf(message)));
  }

  private static int failed(Throwable e) {
    Interruption.awaitEnd();
    String memory = Heap.outOfMemory(e);
    if (memory != null) {
      System.err.println("rote: " + memory);
      return ERROR;
    }
    if (e instanceof InputException) {
      System.err.println("rote: " + line(e.getMessage()));
      return BAD_INPUT;
    }
    if (e instanceof IOException) { // the machine's fault; our own messages say all
      System.err.println("rote: " + line(e.getClass() == IOException.class ? e.getMessage() : e.toString()));
    } else {
      printTrace(e);
    }
    return ERROR;
  }

  /** Hides secrets, also in the messages of causes. */
  private static void printTrace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    System.err.print(Secrets.hidden(trace.toString()));
  }
}
