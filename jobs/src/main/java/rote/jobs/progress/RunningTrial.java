package rote.jobs.progress;

import java.util.Optional;

/**
 * What a task says of itself while it runs.
 *
 * @param pack the number of the task's pack in its job
 * @param id of a trial that is trained now
 * @param epochs the most that it may have
 * @param worked share of the pack's predicted cost that is worked off
 * @param left share that is left, if no trial stops early
 * @param seconds since the task began, when it was so far: what it says arrives later
 */
public record RunningTrial(int pack, String id, int epoch, int epochs, double worked, double left, double seconds) {
  /** As text, because drivers know the classes of heartbeats by Spark's class loader, which may not know this one. */
  public String text() {
    return pack + " " + id + " " + epoch + " " + epochs + " " + worked + " " + left + " " + seconds;
  }

  /** Reads {@link #text}; empty for anything else. */
  public static Optional<RunningTrial> of(String text) {
    String[] parts = text.split(" ");
    return parts.length != 7 ? Optional.empty() : Optional.of(new RunningTrial(Integer.parseInt(parts[0]), parts[1],
        Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), Double.parseDouble(parts[4]), Double.parseDouble(parts[5]), Double.parseDouble(parts[6])));
  }
}
