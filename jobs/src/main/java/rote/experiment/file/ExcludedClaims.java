package rote.experiment.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import rote.experiment.Claim;
import rote.experiment.Conditions;
import rote.experiment.Experiment;
import rote.experiment.Relation;
import rote.experiment.Sweep;
import rote.files.yaml.YamlNode;
import rote.trial.SettingText;
import rote.trial.Trial;
import rote.trial.TrialKey;

/** Refuses claims that {@code exclude} leaves without the trials that they speak of. */
final class ExcludedClaims {
  private ExcludedClaims() {}

  /** @param node a claim of the experiment */
  static void check(YamlNode node, Experiment experiment) {
    Sweep sweep = experiment.sweep();
    Collection<Trial> excluded = sweep.excluded();
    if (excluded.isEmpty()) {
      return;
    }
    Claim claim = ClaimReader.read(node);
    List<Trial> about = about(claim, experiment.dataset(), sweep.settings());
    if (about.isEmpty() && !about(claim, experiment.dataset(), excluded).isEmpty()) {
      throw node.error("can never be decided: exclude leaves out all trials that it is about");
    }
    // After a search, claims are about settings that are yet to be chosen.
    if (experiment.followUp().isEmpty() && claim.relation() instanceof Relation.Difference difference) {
      Set<TrialKey> left = keys(sweep.settings());
      Set<TrialKey> out = keys(excluded);
      about.forEach(trial -> others(trial, difference).stream()
          .filter(other -> out.contains(TrialKey.of(other)) && !left.contains(TrialKey.of(other))).findFirst().ifPresent(other -> {
            throw node.error("can never be decided: it compares trials with those of " + named(other, sweep)
                + ", which exclude leaves out; narrow its where");
          }));
    }
  }

  private static List<Trial> about(Claim claim, String dataset, Collection<Trial> cells) {
    return cells.stream().filter(cell -> claim.where().hold(dataset, cell)).toList();
  }

  /** Names an excluded cell by the settings that exclude it. */
  private static String named(Trial cell, Sweep sweep) {
    Conditions reason = sweep.exclude().stream().filter(some -> some.hold("", cell)).findFirst().orElseThrow();
    return reason.values().keySet().stream().map(setting -> setting + " " + SettingText.of(setting, cell)).collect(Collectors.joining(", "));
  }

  private static List<Trial> others(Trial trial, Relation.Difference difference) {
    List<Trial> others = new ArrayList<>(List.of(difference.than().applied(trial)));
    difference.moreThanFor().ifPresent(less -> {
      others.add(less.applied(trial));
      others.add(less.applied(others.get(0)));
    });
    return others;
  }

  private static Set<TrialKey> keys(Collection<Trial> cells) {
    return cells.stream().map(TrialKey::of).collect(Collectors.toSet());
  }
}
