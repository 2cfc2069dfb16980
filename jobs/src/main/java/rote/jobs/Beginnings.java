package rote.jobs;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.broadcast.Broadcast;
import rote.data.DatasetInfo;
import rote.files.Folder;
import rote.jobs.start.RunningSpark;
import rote.store.States;
import rote.trial.KeptState;
import rote.trial.TrialRecord;
import rote.trial.training.Beginning;
import rote.trial.training.TrialRun;

/**
 * Reads the kept states from which trials of a plan go on, and hands them to the executors, which cannot read the output. A state that
 * is damaged or gone costs a line: its longer trials are trained from their first weights.
 */
record Beginnings(States states, Consumer<String> lines) {
  private static final long CHUNK = 4 << 20; // bytes: many small states go together, and no chunk is much larger than one state

  /** The ends of shorter trials, by their ids. */
  HashMap<String, Broadcast<HashMap<String, Beginning>>> of(Plan plan, DatasetInfo data, RunningSpark spark) {
    HashMap<String, Broadcast<HashMap<String, Beginning>>> handed = new HashMap<>();
    HashMap<String, Beginning> chunk = new HashMap<>();
    long bytes = 0;
    for (TrialRecord record : plan.shorter()) {
      try {
        Beginning beginning = read(record, data);
        chunk.put(record.trialId(), beginning);
        bytes += 4L * beginning.state().length;
      } catch (IOException e) {
        lines.accept("the kept state " + states.path(record.trialId()) + " cannot be used: " + Folder.firstLine(String.valueOf(e.getMessage()))
            + "; longer trials are trained from the beginning");
      }
      if (bytes >= CHUNK) {
        hand(chunk, spark, handed);
        chunk = new HashMap<>();
        bytes = 0;
      }
    }
    hand(chunk, spark, handed);
    return handed;
  }

  private static void hand(HashMap<String, Beginning> chunk, RunningSpark spark,
      Map<String, Broadcast<HashMap<String, Beginning>>> handed) {
    if (!chunk.isEmpty()) {
      Broadcast<HashMap<String, Beginning>> broadcast = spark.broadcast(chunk);
      chunk.keySet().forEach(id -> handed.put(id, broadcast));
    }
  }

  private Beginning read(TrialRecord record, DatasetInfo data) throws IOException {
    KeptState state = states.read(record.trialId());
    long wanted = Beginning.size(record.trial(), TrialRun.architecture(record.trial(), data.shape(), data.classes()));
    if (state.epochs() != ShorterTrials.epochs(record) || state.values().length != wanted) {
      throw new IOException("it has " + state.values().length + " values after epoch " + state.epochs()
          + ", and the trial's record " + wanted + " after " + ShorterTrials.epochs(record));
    }
    return new Beginning(record.result().curve(), state.values());
  }
}
