package rote.trial;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is known of trials, such as their records: one thing a trial, found by every trial of the same {@link TrialKey}.
 *
 * @param <T> what is known
 */
public final class ByTrial<T> {
  private final Map<TrialKey, T> things = new LinkedHashMap<>();

  private ByTrial() {}

  /**
   * Of things of which several may be of one trial.
   *
   * @param trial which trial a thing is of
   * @param order the least of several counts; of equals, the first
   */
  public static <T> ByTrial<T> of(Collection<T> things, Function<? super T, Trial> trial, Comparator<? super T> order) {
    ByTrial<T> all = new ByTrial<>();
    things.forEach(thing -> all.things.merge(TrialKey.of(trial.apply(thing)), thing,
        (known, next) -> order.compare(next, known) < 0 ? next : known));
    return all;
  }

  /** The same trials, and of each what follows from the thing that is known. */
  public <R> ByTrial<R> map(Function<? super T, R> function) {
    ByTrial<R> all = new ByTrial<>();
    things.forEach((key, thing) -> all.things.put(key, function.apply(thing)));
    return all;
  }

  public Optional<T> of(Trial trial) {
    return Optional.ofNullable(things.get(TrialKey.of(trial)));
  }

  /** Everything that is known, in the order in which its trials were first met. */
  public List<T> all() {
    return List.copyOf(things.values());
  }

  /** What is known of some trials, in their order. */
  public Stream<T> of(Collection<Trial> trials) {
    return trials.stream().flatMap(trial -> of(trial).stream());
  }
}
