package rote.cli;

import java.io.PrintStream;
import java.util.Locale;
import rote.data.download.Download;

/** Reports a download: by a line that renews itself on a terminal, by one every few seconds elsewhere. */
final class DownloadProgress implements Download.Meter {
  private static final double MEGABYTE = 1e6;
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream out;
  private final boolean terminal;
  private final long between; // nanoseconds between two lines
  private long last = System.nanoTime();

  DownloadProgress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.between = terminal ? 100_000_000L : 5_000_000_000L;
  }

  @Override
  public void at(String part, long bytes, long all) {
    if (System.nanoTime() - last < between) {
      return;
    }
    last = System.nanoTime();
    String line = String.format(Locale.ROOT, "%s: %.1f%s MB", part, bytes / MEGABYTE,
        all >= bytes ? String.format(Locale.ROOT, " of %.1f", all / MEGABYTE) : "");
    if (terminal) {
      out.print(CLEAR_LINE + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  void line(String line) {
    out.println((terminal ? CLEAR_LINE : "") + line);
  }
}
