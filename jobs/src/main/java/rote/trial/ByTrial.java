package rote.trial;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keeps one thing per trial, such as its record. Any trial with the same {@link TrialKey} finds it. */
public final class ByTrial<T> {
  private final Map<TrialKey, T> things = new LinkedHashMap<>();

  private ByTrial() {}

  /** Keeps the least thing of each trial by an order; ties go to the first. */
  public static <T> ByTrial<T> of(Collection<T> things, Function<? super T, Trial> trial, Comparator<? super T> order) {
    ByTrial<T> all = new ByTrial<>();
    things.forEach(thing -> all.things.merge(TrialKey.of(trial.apply(thing)), thing,
        (known, next) -> order.compare(next, known) < 0 ? next : known));
    return all;
  }

  public <R> ByTrial<R> map(Function<? super T, R> function) {
    ByTrial<R> all = new ByTrial<>();
    things.forEach((key, thing) -> all.things.put(key, function.apply(thing)));
    return all;
  }

  public Optional<T> of(Trial trial) {
    return Optional.ofNullable(things.get(TrialKey.of(trial)));
  }

  /** All things, in the order in which their trials came first. */
  public List<T> all() {
    return List.copyOf(things.values());
  }

  /** The things of some trials, in their order; trials without one are left out. */
  public Stream<T> of(Collection<Trial> trials) {
    return trials.stream().flatMap(trial -> of(trial).stream());
  }
}
