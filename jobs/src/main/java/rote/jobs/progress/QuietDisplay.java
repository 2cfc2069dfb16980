package rote.jobs.progress;

import java.io.PrintStream;

/** Says only what went wrong. */
public final class QuietDisplay implements RunDisplay {
  private final PrintStream errors;

  public QuietDisplay(PrintStream errors) {
    this.errors = errors;
  }

  @Override
  public void say(String line) {}

  @Override
  public void complain(String line) {
    errors.println(line);
  }

  @Override
  public void show(RunState now) {}

  @Override
  public double secondsBetween() {
    return 60;
  }
}
