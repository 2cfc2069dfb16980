package rote.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import rote.trial.ByTrial;
import rote.trial.EpochRow;
import rote.trial.Status;
import rote.trial.Trial;
import rote.trial.TrialResult;

/**
 * What follows a search: the setting that is best on the validation examples is trained with fresh seeds, whose results no
 * choice has looked at.
 *
 * @param bestBy what is compared, as a mean over the seeds of a setting after the last epoch
 * @param seeds how many fresh ones
 */
public record FollowUp(BestBy bestBy, int seeds) {

  /** By what a setting is chosen; the test set chooses nothing. */
  public enum BestBy {
    /** The highest is best. */
    VALIDATION_ACCURACY,
    /** The lowest is best. */
    VALIDATION_COST;

    private double score(EpochRow row) {
      return switch (this) {
        case VALIDATION_ACCURACY -> row.validation().accuracy();
        case VALIDATION_COST -> -row.validation().cost();
      };
    }
  }

  /**
   * The chosen setting's trials with fresh seeds.
   *
   * @param search the trials of each setting
   * @param results of the trials that are recorded, under whichever equal settings
   * @return none until every trial of the search is recorded, or if no setting completed with every seed
   */
  List<Trial> trials(List<List<Trial>> search, ByTrial<TrialResult> results) {
    if (search.stream().flatMap(List::stream).anyMatch(trial -> results.of(trial).isEmpty())) {
      return List.of();
    }
    long last = search.stream().flatMap(List::stream).mapToLong(Trial::seed).max().orElse(0);
    return best(search, results).map(best -> LongStream.rangeClosed(last + 1, last + seeds)
        .mapToObj(best::withSeed).toList()).orElse(List.of());
  }

  /** Of equals, the first. */
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
