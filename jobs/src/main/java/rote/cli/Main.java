package rote.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine;
import rote.files.InputException;
import rote.jobs.start.JvmOptions;
import rote.jobs.start.OwnersSpark;

/** The program: reads the command line, calls a subcommand, and turns the result into an exit code. */
@Command(
    name = "rote",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = "Do neural networks learn structure, or only memorise? Declares, trains and reports experiments.",
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
  static final int INTERRUPTED = 4;

  private static final List<Class<?>> COMMANDS = List.of(
      RunCommand.class, PlanCommand.class, DescribeCommand.class, ReportCommand.class, ShowCommand.class, CompareCommand.class,
      VerifyCommand.class, ListCommand.class, InitCommand.class, ExplainCommand.class, ExportCommand.class, FetchCommand.class,
      BenchCommand.class, CompletionCommand.class);

  private final Call call;

  private Main() {
    this(Call.ofThisProgram());
  }

  Main(Call call) {
    this.call = call;
  }

  /** Runs one command line. In a JVM where somebody else's Spark is active, a code that is not 0 becomes an exception. */
  public static void main(String[] arguments) {
    if (isCalledByOthers() && OwnersSpark.find().isPresent()) {
      call(arguments).orThrow();
    } else {
      OwnJvm.run(arguments);
    }
  }

  /** Whether there is code below {@code main}: where there is none, the JVM has just started, and nobody has started Spark. */
  private static boolean isCalledByOthers() {
    return new Throwable().getStackTrace().length > 2;
  }

  /** Returns all commands, with their options. */
  public static CommandLine commandLine() {
    CommandLine commands = new CommandLine(Main.class);
    COMMANDS.forEach(commands::addSubcommand);
    return commands;
  }

  /** Runs one command line as a guest of this JVM, which it does not change or end. */
  public static Outcome call(String... arguments) {
    return new GuestCall().run(arguments);
  }

  /** Runs one command line and returns the exit code. */
  public static int run(String... arguments) {
    return new Main(Call.ofThisProgram()).run(() -> {
      JvmOptions.check();
      HadoopSettings.find(System.getenv());
    }, arguments);
  }

  /** @param preparation what comes before the command, and may fail as one */
  int run(Runnable preparation, String... arguments) {
    Failures failures = new Failures(call);
    CommandLine commands = new CommandLine(this);
    commands(arguments).forEach(commands::addSubcommand);
    commands.setOut(new PrintWriter(call.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(call.err(), true, StandardCharsets.UTF_8));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setParameterExceptionHandler(failures::misused);
    commands.setExecutionExceptionHandler((exception, command, parsed) -> failures.failed(exception));
    try {
      demandText(arguments);
      preparation.run();
      return call.ended(commands.execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
    } catch (InputException | Error e) { // picocli catches only the exceptions of commands
      return failures.failed(e);
    }
  }

  /** Returns the command that is called, or all where it is none: reading the options of all takes longer than most commands. */
  private static List<Class<?>> commands(String... arguments) {
    List<Class<?>> called = COMMANDS.stream().filter(command -> arguments.length > 0 && !arguments[0].equals("completion")
        && command.getAnnotation(Command.class).name().equals(arguments[0])).toList();
    return called.isEmpty() ? COMMANDS : called;
  }

  /** Returns what commands share. */
  Call current() {
    return call;
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
}
