package rote.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import rote.jobs.SweepRequest;
import rote.jobs.start.Platform;
import rote.jobs.start.SparkAccess;
import rote.jobs.start.SparkStart;
import rote.store.Output;

/** One call of a command: where it prints, which Spark it uses, and what it says about its outcome. */
final class Call {
  private final PrintStream out;
  private final PrintStream err;
  private final BooleanSupplier terminal;
  private final Function<Map<String, String>, SparkAccess> spark;
  private SweepRequest request; // of run and plan
  private Output output;
  private String complaint;
  private IntConsumer atEnd = code -> {};

  /**
   * @param terminal whether {@code err} is one
   * @param spark takes the settings of the command line
   */
  Call(PrintStream out, PrintStream err, BooleanSupplier terminal, Function<Map<String, String>, SparkAccess> spark) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.spark = spark;
  }

  /** Prints where this program does, and starts a Spark of its own. */
  static Call ofThisProgram() {
    return new Call(System.out, System.err, Terminal::isStandardError, SparkStart::new);
  }

  /** Takes results. */
  PrintStream out() {
    return out;
  }

  /** Takes messages and progress. */
  PrintStream err() {
    return err;
  }

  boolean isTerminal() {
    return terminal.getAsBoolean();
  }

  SparkAccess spark(Map<String, String> settings) {
    Platform.untested().ifPresent(line -> err.println("rote: " + line));
    return spark.apply(settings);
  }

  /** Remembers what was asked for; its trials can be counted. */
  SweepRequest remember(SweepRequest asked) {
    request = asked;
    output = asked.output();
    return asked;
  }

  /** Remembers where the results are. */
  Output remember(Output folder) {
    output = folder;
    return folder;
  }

  /** Names what is to be told of the exit code. */
  void atEnd(IntConsumer told) {
    atEnd = told;
  }

  /** Tells the exit code. */
  int ended(int code) {
    atEnd.accept(code);
    return code;
  }

  /** Says what is wrong. */
  void complain(String text) {
    complaint = text;
    err.print(text);
  }

  /** Returns what was asked for; null unless a command has read it. */
  SweepRequest request() {
    return request;
  }

  /** Returns where the results are; null where a command has none. */
  Output output() {
    return output;
  }

  /** Returns what was wrong; null if nothing was. */
  String complaint() {
    return complaint;
  }
}
