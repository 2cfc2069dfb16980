package rote.trial.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import rote.data.Dataset;
import rote.data.View;
import rote.network.vector.LockStep;
import rote.network.vector.VectorKernels;
import rote.trial.ProbeItem;
import rote.trial.Trial;
import rote.trial.TrialResult;

/**
 * Trains the trials of a group in lock-step, mini-batch by mini-batch. They share a seed, so all see the same inputs in the
 * same order, and each pixel is fetched once for all of them. Labels, learning rates and lengths may differ.
 */
public record LockStepTrainer(VectorKernels kernels, Function<TrainedTrial, List<ProbeItem>> probes, LongSupplier clock)
    implements Trainer {
  @Override
  public List<TrialResult> train(List<Trial> trials, Dataset dataset) {
    if (trials.size() == 1) {
      return new SoloTrainer(kernels, probes, clock).train(trials, dataset);
    }
    List<Member> members = new ArrayList<>();
    for (Trial trial : trials) {
      TrialData first = members.isEmpty() ? null : members.get(0).run.data();
      members.add(new Member(trial, dataset, first));
    }
    for (List<Member> going = going(members); !going.isEmpty(); going = going(going)) {
      trainUntilOneIsOver(going);
    }
    return members.stream().map(member -> member.run.result()).toList();
  }

  @Override
  public boolean isLockStep() {
    return true;
  }

  private static List<Member> going(List<Member> members) {
    return members.stream().filter(member -> !member.run.isOver()).toList();
  }

  private void trainUntilOneIsOver(List<Member> going) {
    LockStep together = new LockStep(kernels, going.stream().map(member -> member.run.descent()).toList());
    List<View> views = going.stream().map(member -> member.run.data().training()).toList();
    while (going.stream().noneMatch(member -> member.run.isOver())) {
      long start = clock.getAsLong();
      List<int[]> orders = going.stream().map(member -> member.run.nextOrder()).toList(); // one, for they share a seed
      together.epoch(views, orders.get(0), TrialRun.rates(going.stream().map(member -> member.run).toList()));
      long share = (clock.getAsLong() - start) / going.size();
      going.forEach(member -> member.nanoseconds += share);
      going.forEach(member -> member.alone(member.run::measure));
    }
  }

  /** A trial of the group with its own time: alone at work, and its share of the common epochs. */
  private final class Member {
    private final TrialRun run;
    private long nanoseconds;
    private long since = -1; // when it began to be alone at work, or -1

    /** @param first the data of the first member, whose inputs are shared; null for the first itself */
    Member(Trial trial, Dataset dataset, TrialData first) {
      since = clock.getAsLong();
      run = new TrialRun(trial, dataset, () -> first == null ? TrialData.of(trial, dataset) : first.relabelled(trial, dataset),
          probes, kernels, this::nanoseconds);
      stop();
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
