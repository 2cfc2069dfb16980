package rote.experiment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import rote.data.Dataset;
import rote.data.View;
import rote.network.Kernels;
import rote.network.LockStep;
import rote.network.VectorKernels;

/**
 * Some trials trained in lock-step, each to the bits of its {@link TrialRun} alone.
 *
 * <p>They see the same inputs in the same order, which the seed decides, and train networks of one form; what they are told
 * of labels, and how fast and how long they train, may differ. Trials of different seeds share no order, and so neither the
 * fetching of a pixel nor its place: all that lock-step saves.
 */
public final class LockStepRun {
  private final List<Member> members;
  private final VectorKernels kernels;
  private final LongSupplier clock;

  /** A trial of the group, and the time that is its own: while it alone is at work, and its share while all are. */
  private static final class Member {
    private final TrialRun run;
    private final LongSupplier clock;
    private long nanoseconds;
    private long since = -1; // when it began to be alone at work, or -1

    Member(Trial trial, Function<Trained, List<ProbeItem>> probes, Kernels kernels, LongSupplier clock) {
      this.clock = clock;
      this.run = new TrialRun(trial, probes, kernels, this::nanoseconds);
    }

    private long nanoseconds() {
      return since < 0 ? nanoseconds : nanoseconds + clock.getAsLong() - since;
    }

    void alone(Runnable work) {
      since = clock.getAsLong();
      work.run();
      nanoseconds = nanoseconds();
      since = -1;
    }
  }

  /**
   * A run that has not begun.
   *
   * @param trials of one of the {@link #groups}
   * @param probes what is asked of every network that completes
   * @param clock in nanoseconds, from any beginning
   */
  public LockStepRun(List<Trial> trials, Function<Trained, List<ProbeItem>> probes, VectorKernels kernels,
      LongSupplier clock) {
    this.kernels = kernels;
    this.clock = clock;
    this.members = trials.stream().map(trial -> new Member(trial, probes, kernels, clock)).toList();
  }

  /**
   * Sorts things into groups that may be trained together, and leaves their order as it is.
   *
   * @param trial which trial a thing is
   * @param most how many a thing's group may have at most, if the form of the networks allows it; less than 2 for none
   */
  public static <T> List<List<T>> groups(List<T> things, Function<T, Trial> trial, ToIntFunction<T> most) {
    Map<Object, List<T>> open = new HashMap<>();
    List<List<T>> groups = new ArrayList<>();
    for (T thing : things) {
      Map<String, Object> key = key(trial.apply(thing));
      List<T> group = open.get(key);
      if (group == null || group.size() >= Math.min(most.applyAsInt(thing), most(trial.apply(thing)))) {
        group = new ArrayList<>();
        open.put(key, group);
        groups.add(group);
      }
      group.add(thing);
    }
    return groups;
  }

  /** How many trials of this one's form may go together; 1 where nothing is gained. */
  static int most(Trial trial) {
    List<Integer> hidden = trial.get(Setting.HIDDEN);
    return hidden.isEmpty() ? 1 : LockStep.most(hidden.get(0), trial.get(Setting.MINI_BATCH));
  }

  /** What must be equal in trials that go together: a setting that does not say what it affects is part of it. */
  private static Map<String, Object> key(Trial trial) {
    Map<String, Object> key = trial.valuesThatAffect(EnumSet.of(Affects.DATA, Affects.FORM));
    key.put("seed", trial.seed());
    key.put("velocity", trial.hasVelocity());
    return key;
  }

  /** Every trial's result, in their order. */
  public List<TrialResult> on(Dataset dataset) {
    members.forEach(member -> member.alone(() -> member.run.begin(dataset, view(member.run.trial(), dataset))));
    for (List<Member> going = going(members); !going.isEmpty(); going = going(going)) {
      train(going, new LockStep(kernels, going.stream().map(member -> member.run.descent()).toList()));
    }
    return members.stream().map(member -> member.run.result()).toList();
  }

  /** What a trial sees: the inputs of the first, once it has them, and labels of its own. */
  private TrialData view(Trial trial, Dataset dataset) {
    TrialData first = members.get(0).run.data();
    return first == null ? TrialData.of(trial, dataset) : first.relabelled(trial, dataset);
  }

  private static List<Member> going(List<Member> members) {
    return members.stream().filter(member -> !member.run.isOver()).toList();
  }

  /** Trains until one of the trials is over. */
  private void train(List<Member> going, LockStep together) {
    List<View> views = going.stream().map(member -> member.run.data().training()).toList();
    while (going.stream().noneMatch(member -> member.run.isOver())) {
      long start = clock.getAsLong();
      List<int[]> orders = going.stream().map(member -> member.run.nextOrder()).toList(); // one, for they share a seed
      float[] rates = new float[going.size()];
      for (int t = 0; t < rates.length; t++) {
        rates[t] = going.get(t).run.rate();
      }
      together.epoch(views, orders.get(0), rates);
      long share = (clock.getAsLong() - start) / going.size();
      going.forEach(member -> member.nanoseconds += share);
      going.forEach(member -> member.alone(member.run::measure));
    }
  }
}
