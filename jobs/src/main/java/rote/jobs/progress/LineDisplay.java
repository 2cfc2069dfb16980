package rote.jobs.progress;

import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a line every ten seconds, for a file or a pipe. */
public final class LineDisplay implements RunDisplay {
  private final PrintStream out;

  public LineDisplay(PrintStream out) {
    this.out = out;
  }

  @Override
  public void say(String line) {
    out.println(line);
  }

  @Override
  public void complain(String line) {
    out.println(line);
  }

  @Override
  public void show(RunState now) {
    out.println(Stream.of(ProgressWords.counts(now), ProgressWords.rate(now), ProgressWords.toGo(now))
        .filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
  }

  @Override
  public double secondsBetween() {
    return 10;
  }
}
