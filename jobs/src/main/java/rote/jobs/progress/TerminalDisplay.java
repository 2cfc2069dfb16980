package rote.jobs.progress;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rote.report.terminal.TextTable;

/**
 * Renews a few lines on a terminal in place.
 *
 * <p>The cursor rests on an empty line above them. So a line of others, such as a warning of Spark, is kept whole, and the next renewal
 * draws below it; and a terminal that breaks lines when it becomes narrower breaks them below the cursor. Lines are at most 79 wide, and
 * narrower than the terminal.
 */
public final class TerminalDisplay implements RunDisplay {
  private static final int MAX_WIDTH = 79;
  private static final int MIN_WIDTH = 20; // a narrower terminal cuts lines off
  private static final int MAX_BAR = 30;
  private static final int MIN_BAR = 5;
  private static final int BESIDE_BAR = 49; // of a line that begins with one
  private static final String LINE_START = "\r";
  private static final String CLEAR_BELOW = "\033[J";
  private static final String CLEAR_REST = "\033[K";
  private static final String CUT_OFF = "\033[?7l";
  private static final String BREAK_LINES = "\033[?7h";

  private final PrintStream out;
  private final IntSupplier columns;
  private int width;
  private RunState last;

  /** @param columns how many the terminal has; asked at the start and after each change */
  public TerminalDisplay(PrintStream out, IntSupplier columns) {
    this.out = out;
    this.columns = columns;
    this.width = width(columns.getAsInt());
  }

  private static int width(int columns) {
    return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, columns - 1));
  }

  /** Draws again after the terminal's size has changed. */
  public void resized() {
    int now = width(columns.getAsInt()); // takes a while
    synchronized (this) {
      width = now;
      if (last != null) {
        show(last);
      }
    }
  }

  @Override
  public synchronized void say(String line) {
    print(LINE_START + CLEAR_BELOW + line + "\n");
    if (last != null) {
      show(last);
    }
  }

  @Override
  public void complain(String line) {
    say(line);
  }

  @Override
  public synchronized void show(RunState now) {
    last = now;
    List<String> lines = lines(now, width);
    print(LINE_START + CLEAR_REST + CUT_OFF + lines.stream().map(line -> "\n" + line + CLEAR_REST).collect(Collectors.joining())
        + CLEAR_BELOW + BREAK_LINES + "\033[" + lines.size() + "A" + LINE_START);
  }

  @Override
  public double secondsBetween() {
    return 0.5;
  }

  /** Leaves one line of what was shown. */
  @Override
  public synchronized void end() {
    if (last != null) {
      print(LINE_START + CLEAR_BELOW + joined(ProgressWords.done(last), ProgressWords.rate(last)) + "\n");
      last = null;
    }
  }

  /** At once, so that no half a picture is seen. */
  private void print(String text) {
    out.print(text);
    out.flush();
  }

  static List<String> lines(RunState now, int width) {
    List<String> lines = new ArrayList<>();
    lines.add(joined(bar(now, Math.max(MIN_BAR, Math.min(MAX_BAR, width - BESIDE_BAR))) + " " + now.done() + " of " + now.planned() + " done", ProgressWords.toGo(now)));
    lines.add(joined(now.running() + " running", now.failed() + " failed", ProgressWords.rate(now)));
    if (!now.scores().lines().isEmpty()) {
      lines.addAll(groups(now.scores(), width));
    }
    if (now.slowest() != null) {
      RunState.Slowest slow = now.slowest();
      String epoch = ": epoch " + slow.epoch() + " of " + slow.epochs() + ", for " + ProgressWords.duration(slow.seconds());
      lines.add("slowest: " + cut(slow.label(), width - "slowest: ".length() - epoch.length()) + epoch);
    }
    return lines.stream().map(TextTable::printable).map(line -> cut(line, width)).toList();
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }

  private static String bar(RunState now, int length) {
    int full = now.planned() == 0 ? length : (int) ((long) length * now.done() / now.planned());
    return "[" + "#".repeat(full) + ".".repeat(length - full) + "]";
  }

  private static List<String> groups(GroupScores.Shown scores, int width) {
    int n = width("n", scores.lines().stream().map(line -> String.valueOf(line.n())));
    int mean = width("mean", scores.lines().stream().map(GroupScores.Line::mean));
    int best = width(scores.best(), scores.lines().stream().map(GroupScores.Line::best));
    int label = Math.min(width(scores.metric(), scores.lines().stream().map(line -> "  " + line.group())),
        Math.max(MIN_BAR, width - n - mean - best - 6));
    String form = "%-" + label + "s  %" + n + "s  %" + mean + "s  %" + best + "s";
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, form, cut(scores.metric(), label), "n", "mean", scores.best()));
    scores.lines().forEach(line -> lines.add(String.format(Locale.ROOT, form, cut("  " + line.group(), label), line.n(), line.mean(), line.best())));
    if (scores.more() > 0) {
      lines.add("  and " + scores.more() + " more");
    }
    return lines;
  }

  private static int width(String heading, Stream<String> cells) {
    return Math.max(heading.length(), cells.mapToInt(String::length).max().orElse(0));
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, Math.max(0, width - 3)) + "...";
  }
}
