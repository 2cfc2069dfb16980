package rote.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rote.data.DatasetInfo;
import rote.trial.Setting;
import rote.trial.SharedBeginning;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialId;
import rote.trial.TrialKey;
import rote.trial.TrialRecord;

/** The completed trials whose state is kept, from which longer ones can go on. */
final class ShorterTrials {
  private final Map<TrialKey, List<TrialRecord>> kept = new HashMap<>();

  /** @param states the ids of trials whose state is kept */
  ShorterTrials(Collection<TrialRecord> recorded, Set<String> states, DatasetInfo data) {
    recorded.stream().filter(record -> states.contains(record.trialId()) && record.result().status() == Status.COMPLETED)
        .filter(record -> TrialId.of(record.trial(), data.digest()).equals(record.trialId())) // of these numerics
        .forEach(record -> SharedBeginning.of(record.trial())
            .ifPresent(key -> kept.computeIfAbsent(key, none -> new ArrayList<>()).add(record)));
  }

  /**
   * Returns the longest that is no longer than a trial. One that stopped early counts by the epoch at which it stopped: the
   * trial stops there too.
   */
  Optional<TrialRecord> of(Trial trial) {
    return kept.isEmpty() ? Optional.empty() : SharedBeginning.of(trial).flatMap(key -> kept.getOrDefault(key, List.of()).stream()
        .filter(record -> epochs(record) <= trial.get(Setting.EPOCHS)).max(Comparator.comparing(ShorterTrials::epochs)));
  }

  static int epochs(TrialRecord record) {
    return record.result().curve().last().epoch();
  }
}
