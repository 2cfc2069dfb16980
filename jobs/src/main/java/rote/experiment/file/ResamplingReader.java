package rote.experiment.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import rote.experiment.MetricName;
import rote.experiment.Resampling;
import rote.experiment.Sweep;
import rote.files.InputException;
import rote.files.yaml.YamlName;
import rote.files.yaml.YamlNode;
import rote.trial.Probe;
import rote.trial.Setting;
import rote.trial.Trial;

/**
 * Reads the key {@code permutation-test}, and refuses folds and permutations that do not fit an experiment.
 *
 * @param file names the file in error messages
 * @param keys of the file
 */
record ResamplingReader(String file, Map<String, YamlNode> keys) {
  private static final String KEY = "permutation-test";
  private static final List<Probe> OF_FOLDS = List.of(Probe.TEST_ANSWERS, Probe.FEATURE_SCALES);

  Resampling read(Sweep sweep) {
    Resampling resampling = new Resampling(keys.containsKey(KEY) ? permutations(keys.get(KEY)) : 0);
    refuse(sweep, trial -> trial.get(Setting.PERMUTATION) > 0, "data.permutation: is given to trials by " + KEY
        + "; write " + KEY + ": {permutations: 199}");
    refuse(sweep, trial -> trial.get(Setting.FOLDS) != null && trial.get(Setting.TEST_SHARE) != null,
        "data.folds: make test sets, and so does data.test-share; leave one of them out");
    refuse(sweep, trial -> trial.get(Setting.FOLD) != null && trial.get(Setting.FOLDS) != null && trial.get(Setting.FOLD) > trial.get(Setting.FOLDS),
        "data.fold: must be at most data.folds");
    if (resampling.permutations() > 0) {
      refuse(sweep, trial -> trial.get(Setting.FOLDS) == null && trial.get(Setting.TEST_SHARE) == null,
          KEY + ": needs data.test-share or data.folds, by which a test set is drawn after labels are permuted");
    }
    checkThen(sweep, resampling);
    checkCount(sweep, resampling);
    return resampling;
  }

  private static int permutations(YamlNode node) {
    Map<String, YamlNode> parts = node.map(List.of("permutations"));
    if (!parts.containsKey("permutations")) {
      throw node.error("needs permutations: how many, such as 199");
    }
    return parts.get("permutations").integer(1, SweepReader.MAX_TRIALS);
  }

  private void refuse(Sweep sweep, Predicate<Trial> wrong, String what) {
    if (sweep.settings().stream().anyMatch(wrong)) {
      throw new InputException(file + ": " + what);
    }
  }

  /** The choice of a search would have to be made again for every fold and permutation. */
  private void checkThen(Sweep sweep, Resampling resampling) {
    if (keys.containsKey("then") && sweep.settings().stream().anyMatch(trial -> trial.get(Setting.FOLDS) != null)) {
      throw keys.get("then").error("would choose by other examples for each of data.folds; leave one of them out");
    }
    if (keys.containsKey("then") && resampling.permutations() > 0) {
      throw keys.get(KEY).error("would have to repeat the choice of then for each permutation; test the chosen setting in a file of its own");
    }
  }

  private void checkCount(Sweep sweep, Resampling resampling) {
    long trials = sweep.settings().stream().mapToLong(resampling::count).sum() * sweep.seeds().size();
    if (trials > SweepReader.MAX_TRIALS) {
      throw new InputException(file + ": declares " + trials + " trials with all folds and permutations; at most " + SweepReader.MAX_TRIALS);
    }
  }

  /** Refuses probes of folds whose answers cannot be joined. */
  void checkProbes(Sweep sweep, List<Probe> probes) {
    Optional<Probe> wrong = probes.stream().filter(probe -> !OF_FOLDS.contains(probe)).findFirst();
    if (wrong.isPresent() && sweep.settings().stream().anyMatch(trial -> trial.get(Setting.FOLDS) != null)) {
      throw keys.get("probes").error("with data.folds there are "
          + OF_FOLDS.stream().map(YamlName::of).collect(Collectors.joining(" and ")) + ", whose answers can be joined; leave out " + YamlName.of(wrong.get()));
    }
  }

  /** Refuses a claim about a test that is not made. */
  void checkClaim(YamlNode node) {
    if (!keys.containsKey(KEY) && ClaimReader.read(node).metric() == MetricName.PERMUTATION_P) {
      throw node.error("can never be decided: permutation_p is that of a " + KEY + ", and the file has none; write "
          + KEY + ": {permutations: 199}");
    }
  }
}
