package rote.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.trial.ByTrial;
import rote.trial.Probe;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialKey;
import rote.trial.TrialResult;

/**
 * A declared sweep: the trials to train, and why.
 *
 * @param name letters, digits, dots, hyphens and underscores: it becomes a folder
 * @param question what the experiment asks, in a sentence
 * @param dataset the name of the data set
 * @param sweep what is declared trial by trial
 * @param followUp what follows once all of the sweep is recorded
 * @param chosen the trials that follow; none until they are known
 * @param claims statements that it tests
 * @param published figures of the literature
 * @param probes what is asked of every trained network, each once
 */
public record Experiment(
    String name,
    String question,
    String dataset,
    Sweep sweep,
    Optional<FollowUp> followUp,
    List<Trial> chosen,
    List<Claim> claims,
    List<Published> published,
    List<Probe> probes) {

  /** An experiment that nothing follows and that asks for no probes. */
  public Experiment(
      String name, String question, String dataset, Sweep sweep, List<Claim> claims, List<Published> published) {
    this(name, question, dataset, sweep, Optional.empty(), List.of(), claims, published, List.of());
  }

  /**
   * Every trial once, in the order of the sweep, seeds innermost; last come those that follow. Of settings that are the same
   * trial ({@link TrialKey}) the first stands for all: so many are planned.
   */
  public List<Trial> trials() {
    Map<TrialKey, Trial> trials = new LinkedHashMap<>();
    groups().forEach(group -> group.forEach(trial -> trials.putIfAbsent(TrialKey.of(trial), trial)));
    return List.copyOf(trials.values());
  }

  /**
   * The trials of each setting; the setting that was chosen comes again, with its fresh seeds. A trial is in several groups
   * where what sets them apart has no effect on it.
   */
  public List<List<Trial>> groups() {
    List<List<Trial>> groups = new ArrayList<>(sweep.groups());
    if (!chosen.isEmpty()) {
      groups.add(chosen);
    }
    return groups;
  }

  /**
   * The experiment with the trials that follow from what is recorded; unchanged where nothing follows, or nothing yet.
   *
   * @param results of the trials that are recorded, under whichever equal settings
   */
  public Experiment after(ByTrial<TrialResult> results) {
    List<Trial> next = followUp.map(then -> then.trials(sweep.groups(), results)).orElse(List.of());
    return new Experiment(name, question, dataset, sweep, followUp, next, claims, published, probes);
  }

  /** Whether a trial is recorded with less than is asked for: it completed, and some probes were not computed. */
  public boolean lacksProbes(TrialResult result) {
    return result.status() == Status.COMPLETED && !result.probed().containsAll(probes);
  }

  /** The settings whose values differ between groups, in the order of {@link Setting#all()}. */
  public List<Setting<?>> axes() {
    List<Trial> settings = groups().stream().map(group -> group.get(0)).toList();
    return Setting.all().stream()
        .<Setting<?>>filter(setting -> settings.stream().map(trial -> (Object) trial.get(setting)).distinct().count() > 1)
        .toList();
  }
}
