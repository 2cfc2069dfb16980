package rote.trial.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import rote.data.Dataset;
import rote.data.View;
import rote.network.Measure;
import rote.network.Measuring;
import rote.network.vector.LockStep;
import rote.network.vector.MeasureTogether;
import rote.network.vector.VectorKernels;
import rote.trial.ProbeItem;
import rote.trial.Trial;
import rote.trial.TrialResult;

/**
 * Trains the trials of a group epoch by epoch, side by side. Those whose seeds draw the same inputs in the same order are
 * trained in lock-step, mini-batch by mini-batch, and each pixel is fetched once for all of them. After each epoch all
 * that see the same images are measured together. Labels, learning rates and lengths may differ.
 */
public record GroupTrainer(VectorKernels kernels, Function<Trial, Optional<Beginning>> beginnings,
    Function<TrainedTrial, List<ProbeItem>> probes, LongSupplier clock, EpochWatch watch) implements Trainer {
  public GroupTrainer(VectorKernels kernels, Function<TrainedTrial, List<ProbeItem>> probes, LongSupplier clock) {
    this(kernels, trial -> Optional.empty(), probes, clock, EpochWatch.NONE);
  }

  @Override
  public List<TrialResult> train(List<Trial> trials, Dataset dataset) {
    if (trials.size() == 1) {
      return new SoloTrainer(kernels, beginnings, probes, clock, watch).train(trials, dataset);
    }
    Member[] members = new Member[trials.size()];
    List<Integer> all = IntStream.range(0, members.length).boxed().toList();
    for (List<Integer> inStep : LockStepGroups.of(all, trials::get, m -> members.length)) {
      Member first = null;
      for (int m : inStep) {
        members[m] = new Member(trials.get(m), dataset, first);
        first = first == null ? members[m] : first;
      }
    }
    List<Member> fresh = Arrays.stream(members).filter(member -> !member.goesOn()).toList();
    if (!fresh.isEmpty()) {
      measure(fresh);
    }
    for (List<Member> going = going(List.of(members)); !going.isEmpty(); going = going(going)) {
      trainUntilOneIsOver(going);
    }
    return Arrays.stream(members).map(member -> member.run.result()).toList();
  }

  @Override
  public boolean trainsGroups() {
    return true;
  }

  private static List<Member> going(List<Member> members) {
    return members.stream().filter(member -> !member.run.isOver()).toList();
  }

  private void trainUntilOneIsOver(List<Member> going) {
    List<LockStepSet> sets = sets(going);
    while (going.stream().noneMatch(member -> member.run.isOver())) {
      sets.forEach(LockStepSet::trainEpoch);
      measure(going);
    }
  }

  /** Members in lock-step, which are at the same epoch; a member that is alone in its set is trained alone. */
  private List<LockStepSet> sets(List<Member> going) {
    List<LockStepSet> sets = new ArrayList<>();
    for (Member member : going) {
      Member first = member.first == null ? member : member.first;
      sets.stream().filter(set -> set.first == first && set.isAt(member.run.epoch())).findFirst().orElseGet(() -> {
        LockStepSet set = new LockStepSet(first);
        sets.add(set);
        return set;
      }).members.add(member);
    }
    return sets;
  }

  private void measure(List<Member> going) {
    measureAll(going.stream().filter(member -> member.run.isMeasured()).toList());
    going.forEach(member -> member.run.tell(watch));
  }

  private void measureAll(List<Member> going) {
    long start = clock.getAsLong();
    List<Measure> training = together(going, going.stream().map(member -> member.run.data().training()).toList());
    List<Measure> validation = together(going, going.stream().map(member -> member.run.data().validation()).toList());
    List<Measure> test = together(going, going.stream().map(member -> member.run.data().test()).toList());
    share(going, start);
    for (int m = 0; m < going.size(); m++) {
      Member member = going.get(m);
      int own = m;
      member.alone(() -> member.run.measured(training.get(own), validation.get(own), test.get(own)));
    }
  }

  /** Measures each member on its view, those that see the same images together; null on no view. */
  private List<Measure> together(List<Member> going, List<View> views) {
    Measuring[] all = new Measuring[views.size()];
    for (int m = 0; m < all.length; m++) {
      all[m] = views.get(m) == null ? null : new Measuring(kernels, going.get(m).run.network(), views.get(m));
    }
    List<Measuring> left = new ArrayList<>(Arrays.stream(all).filter(Objects::nonNull).toList());
    while (!left.isEmpty()) {
      List<Measuring> same = left.stream().filter(left.get(0)::seesImagesOf).toList();
      MeasureTogether.run(kernels, same);
      left.removeAll(same);
    }
    return Arrays.stream(all).map(measuring -> measuring == null ? null : measuring.result()).toList();
  }

  private void share(List<Member> members, long start) {
    long share = (clock.getAsLong() - start) / Math.max(1, members.size());
    members.forEach(member -> member.nanoseconds += share);
  }

  /** The members that are trained in lock-step. */
  private final class LockStepSet {
    private final Member first;
    private final List<Member> members = new ArrayList<>();
    private LockStep together; // made when all members are known

    LockStepSet(Member first) {
      this.first = first;
    }

    boolean isAt(int epoch) {
      return members.get(0).run.epoch() == epoch;
    }

    void trainEpoch() {
      long start = clock.getAsLong();
      List<TrialRun> runs = members.stream().map(member -> member.run).toList();
      if (runs.size() == 1) {
        runs.get(0).trainEpoch();
      } else {
        if (together == null) {
          together = new LockStep(kernels, runs.stream().map(TrialRun::descent).toList());
        }
        runs.forEach(TrialRun::beginEpoch);
        int[] order = runs.get(0).order(); // that of all in lock-step
        together.epoch(runs.stream().map(run -> run.data().trainedOn()).toList(), order, TrialRun.rates(runs));
      }
      share(members, start);
    }
  }

  /** A trial of the group with its own time: alone at work, and its share of common work. */
  private final class Member {
    private final Member first; // in lock-step with it; null for the first itself
    private final Trial trial;
    private final TrialRun run;
    private long nanoseconds;
    private long since = -1; // when it began to be alone at work, or -1

    /** @param first the member whose inputs are shared; null for the first itself */
    Member(Trial trial, Dataset dataset, Member first) {
      this.first = first;
      this.trial = trial;
      since = clock.getAsLong();
      run = new TrialRun(trial, dataset,
          () -> first == null ? TrialData.of(trial, dataset) : first.run.data().relabelled(trial, dataset), probes, kernels,
          this::nanoseconds);
      stop();
    }

    /** Goes on from the end of a shorter trial, if there is one. */
    boolean goesOn() {
      Optional<Beginning> beginning = beginnings.apply(trial);
      beginning.ifPresent(end -> alone(() -> run.goOn(end)));
      return beginning.isPresent();
    }

    private long nanoseconds() {
      return since < 0 ? nanoseconds : nanoseconds + clock.getAsLong() - since;
    }

    private void stop() {
      nanoseconds = nanoseconds();
      since = -1;
    }

    void alone(Runnable work) {
      since = clock.getAsLong();
      work.run();
      stop();
    }
  }
}
