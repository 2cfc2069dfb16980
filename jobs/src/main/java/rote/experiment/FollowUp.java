package rote.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import rote.trial.ByTrial;
import rote.trial.EpochRow;
import rote.trial.Setting;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialResult;

/**
 * Follows a search: trains the setting that is best on the validation examples again, with fresh seeds.
 *
 * @param bestBy compared as a mean over a setting's seeds after the last epoch
 * @param seeds the number of fresh seeds
 * @param forEach the best is chosen for each combination of values that these have, so that each is tuned for itself; empty
 *     for one choice among all
 */
public record FollowUp(BestBy bestBy, int seeds, List<Setting<?>> forEach) {
  public FollowUp {
    forEach = List.copyOf(forEach);
  }

  public FollowUp(BestBy bestBy, int seeds) {
    this(bestBy, seeds, List.of());
  }

  /** What chooses a setting; the test set chooses nothing. */
  public enum BestBy {
    VALIDATION_ACCURACY, VALIDATION_COST;

    private double score(EpochRow row) {
      return switch (this) {
        case VALIDATION_ACCURACY -> row.validation().accuracy();
        case VALIDATION_COST -> -row.validation().cost();
      };
    }
  }

  /** Whether a choice between two settings is made: they have the same values of what the best is chosen for. */
  public boolean areRivals(Trial one, Trial other) {
    return forEach.stream().allMatch(setting -> Objects.equals(one.get(setting), other.get(setting)));
  }

  /** Counts its trials, if a setting can be chosen wherever one is asked for. @param search the trials of each setting */
  int count(List<List<Trial>> search) {
    return choices(search).size() * seeds;
  }

  /**
   * The trials of each chosen setting with fresh seeds: none until the whole search is recorded, and none where no setting
   * completed with every seed.
   *
   * @param search the trials of each setting
   */
  List<List<Trial>> trials(List<List<Trial>> search, ByTrial<TrialResult> results) {
    if (search.stream().flatMap(List::stream).anyMatch(trial -> results.of(trial).isEmpty())) {
      return List.of();
    }
    long last = search.stream().flatMap(List::stream).mapToLong(Trial::seed).max().orElse(0);
    return choices(search).stream().flatMap(rivals -> best(rivals, results).stream())
        .map(best -> LongStream.rangeClosed(last + 1, last + seeds).mapToObj(best::withSeed).toList()).toList();
  }

  private List<List<List<Trial>>> choices(List<List<Trial>> search) {
    Map<List<Object>, List<List<Trial>>> choices = new LinkedHashMap<>();
    search.forEach(setting -> choices.computeIfAbsent(forEach.stream().<Object>map(setting.get(0)::get).toList(),
        values -> new ArrayList<>()).add(setting));
    return List.copyOf(choices.values());
  }

  /** Ties go to the first. */
  private Optional<Trial> best(List<List<Trial>> search, ByTrial<TrialResult> results) {
    record Scored(Trial setting, double score) {}
    return search.stream()
        .flatMap(setting -> score(setting, results).stream().mapToObj(score -> new Scored(setting.get(0), score)))
        .min(Comparator.comparing(Scored::score).reversed()).map(Scored::setting);
  }

  private OptionalDouble score(List<Trial> setting, ByTrial<TrialResult> results) {
    List<TrialResult> own = results.of(setting).toList();
    return own.stream().allMatch(result -> result.status() == Status.COMPLETED)
        ? own.stream().mapToDouble(result -> bestBy.score(result.curve().last())).average()
        : OptionalDouble.empty();
  }
}
