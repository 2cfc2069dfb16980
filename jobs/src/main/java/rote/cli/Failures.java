package rote.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import rote.files.Folder;
import rote.files.InputException;
import rote.files.Secrets;
import rote.files.yaml.Suggestion;
import rote.jobs.CancelledException;
import rote.jobs.start.Heap;
import rote.jobs.start.Interruption;

/** Turns what went wrong into a line for the user, or a bug into its stack trace, and into an exit code. */
record Failures(Call call) {
  private static final List<Class<? extends Exception>> INTERRUPTIONS = List.of(
      InterruptedException.class, InterruptedIOException.class, ClosedByInterruptException.class, FileLockInterruptionException.class);

  int misused(ParameterException e, String[] arguments) {
    String said = line(e.getMessage()).replace("option option", "option"); // picocli's text for maps
    String name = e.getCommandLine().getCommandName();
    complain(said + meant(e) + "; see rote " + (name.equals("rote") ? "" : name + " ") + "--help");
    return Main.BAD_INPUT;
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

  /** Leaves the thread interrupted if that was the failure. */
  int failed(Throwable e) {
    Interruption.awaitEnd();
    if (e instanceof CancelledException || isInterruption(e)) {
      complain("interrupted; finished trials are kept, and the same command continues from there");
      return Main.INTERRUPTED;
    }
    String memory = Heap.outOfMemory(e);
    if (memory != null) {
      complain(memory);
      return Main.ERROR;
    }
    if (e instanceof InputException) {
      complain(line(e.getMessage()));
      return Main.BAD_INPUT;
    }
    if (e instanceof IOException) { // the machine's fault; our own messages say all
      complain(line(e.getClass() == IOException.class ? e.getMessage() : e.toString()));
    } else {
      call.complain(trace(e));
    }
    return Main.ERROR;
  }

  /** Whether somebody has interrupted this thread; a server's silence is none, though Java counts it among them. */
  private static boolean isInterruption(Throwable failure) {
    boolean isTold = Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(cause ->
        INTERRUPTIONS.stream().anyMatch(kind -> kind.isInstance(cause)) && !(cause instanceof SocketTimeoutException));
    if (isTold) {
      Thread.currentThread().interrupt(); // which the exception has ended
    }
    return isTold || Thread.currentThread().isInterrupted() && !(failure instanceof InputException);
  }

  private void complain(String line) {
    call.complain("rote: " + line + "\n");
  }

  /** Returns the first line, without secrets: a name node sends its stack trace along. */
  private static String line(String message) {
    return Secrets.hidden(Folder.firstLine(String.valueOf(message)));
  }

  /** Hides secrets, also in the messages of causes. */
  static String trace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    return Secrets.hidden(trace.toString());
  }
}
