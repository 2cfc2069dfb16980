package rote.store.verify;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import rote.files.Folder;
import rote.files.InputException;

/** What a check has found wrong, one line each. */
public final class Findings {
  private static final int SHOWN = 5;

  private final List<String> lines = new ArrayList<>();

  @FunctionalInterface
  public interface Step {
    void run() throws IOException;
  }

  public void add(String where, String what) {
    lines.add(Folder.firstLine(where + ": " + what));
  }

  /** Takes a step; what it throws is a finding. */
  public void attempt(String where, Step step) {
    try {
      step.run();
    } catch (FileNotFoundException | NoSuchFileException e) {
      add(where, "is missing");
    } catch (IOException | InputException e) {
      String message = String.valueOf(e.getMessage());
      lines.add(Folder.firstLine(message.contains(where) ? message : where + ": " + message));
    }
  }

  /** Adds one finding about all these trials; none if there are none. */
  public void addTrials(String where, Collection<String> ids, String what) {
    if (!ids.isEmpty()) {
      String first = String.join(", ", ids.stream().limit(SHOWN).toList());
      add(where, ids.size() + " of the trials " + what + ": " + first + (ids.size() > SHOWN ? ", ..." : ""));
    }
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }
}
