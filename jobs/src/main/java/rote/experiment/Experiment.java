package rote.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rote.data.catalog.DataKeys;
import rote.trial.ByTrial;
import rote.trial.Probe;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialKey;
import rote.trial.TrialRecord;
import rote.trial.TrialResult;

/**
 * A declared experiment: the trials to train, and why.
 *
 * @param name becomes the name of a folder
 * @param data the data set or the table, and how its files are read
 * @param followUp trains the best settings again when the whole sweep is recorded
 * @param chosen the trials of the follow-up, for each setting chosen; empty until they are known
 * @param resampling how often each setting's seeds are trained again, on folds and on permuted labels
 * @param keepState whether the state of each trained network is kept, so that longer trials can go on from there
 */
public record Experiment(
    String name,
    String question,
    DataKeys data,
    Sweep sweep,
    Optional<FollowUp> followUp,
    List<List<Trial>> chosen,
    List<Claim> claims,
    List<PublishedValue> published,
    List<Probe> probes,
      Resampling resampling,
    boolean keepState) {

  public Experiment(
      String name, String question, String dataset, Sweep sweep, List<Claim> claims, List<PublishedValue> published) {
    this(name, question, DataKeys.of(dataset), sweep, Optional.empty(), List.of(), claims, published, List.of());
  }

  /** An experiment that keeps no states. */
  public Experiment(String name, String question, DataKeys data, Sweep sweep, Optional<FollowUp> followUp,
      List<List<Trial>> chosen, List<Claim> claims, List<PublishedValue> published, List<Probe> probes) {
    this(name, question, data, sweep, followUp, chosen, claims, published, probes, Resampling.NONE, false);
  }

  /** Returns the name of the data set. */
  public String dataset() {
    return data.dataset();
  }

  /**
   * Every trial once, by {@link TrialKey}, in the order of the sweep, seeds innermost; the follow-up comes last. These are
   * planned.
   */
  public List<Trial> trials() {
    Map<TrialKey, Trial> trials = new LinkedHashMap<>();
    groups().forEach(group -> group.forEach(trial -> trials.putIfAbsent(TrialKey.of(trial), trial)));
    return List.copyOf(trials.values());
  }

  /**
   * The trials of each setting, with all its folds and permutations; chosen settings come again with their fresh seeds. A trial is in several groups if they
   * differ in settings that have no effect on it.
   */
  public List<List<Trial>> groups() {
    return Stream.concat(sweep.groups().stream().map(resampling::of), chosen.stream()).toList();
  }

  /** The experiment with the trials of its follow-up, if it has one and the whole sweep is recorded. */
  public Experiment after(ByTrial<TrialResult> results) {
    List<List<Trial>> next = followUp.map(then -> then.trials(sweep.groups(), results)).orElse(List.of());
    return new Experiment(name, question, data, sweep, followUp, next, claims, published, probes, resampling, keepState);
  }

  /** Counts the trials of a follow-up that is not known yet. */
  public int toFollow() {
    return chosen.isEmpty() ? followUp.map(then -> then.count(sweep.groups())).orElse(0) : 0;
  }

  /** Whether a completed trial lacks some of the probes, which are not asked of networks that learned permuted labels. */
  public boolean lacksProbes(TrialRecord record) {
    return record.result().status() == Status.COMPLETED && !record.trial().isPermuted() && !record.result().probed().containsAll(probes);
  }

  /** The settings whose values differ between groups, in the order of {@link Setting#all()}. */
  public List<Setting<?>> axes() {
    List<Trial> settings = Stream.concat(sweep.settings().stream(), chosen.stream().map(group -> group.get(0))).toList();
    return Setting.all().stream()
        .<Setting<?>>filter(setting -> settings.stream().map(trial -> (Object) trial.get(setting)).distinct().count() > 1)
        .toList();
  }
}
