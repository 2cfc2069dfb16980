package rote.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules are played with tasks that take something else than predicted, and the predicted end is compared with the true one. */
class RemainingTimeTest {
  private record Task(double predicted, double worked, double taken, Object kind) {}

  private record Event(double at, int task, boolean begins) {}

  @Test
  void knowsNothingBeforeATaskHasToldOfItselfTwice() {
    RemainingTime remaining = new RemainingTime();
    assertThat(remaining.left(0)).isZero();
    remaining.add(10, 1, "a");
    remaining.add(10, 1, "a");
    remaining.began(0, 0);
    remaining.told(0, 0.05, 0.95, 1);
    assertThat(remaining.left(3)).isNaN();
    remaining.told(0, 0.25, 0.75, 5);
    assertThat(remaining.left(5)).isCloseTo(35, within(1e-9));
    assertThat(remaining.left(6)).isCloseTo(34, within(1e-9));
    remaining.worked(0, 1, 20);
    remaining.ended(0, 20, 20);
    remaining.began(1, 20);
    assertThat(remaining.left(24)).isCloseTo(16, within(1e-9));
    remaining.follows(5);
    assertThat(remaining.left(24)).isCloseTo(26, within(1e-9));
  }

  /** Data are read, and the JVM compiles, before much is trained. */
  @Test
  void aTaskThatBeginsSlowlyMakesTheRunNoLonger() {
    RemainingTime remaining = new RemainingTime();
    remaining.add(10, 1, "a");
    remaining.add(10, 1, "a");
    remaining.began(0, 0);
    remaining.told(0, 0.001, 0.999, 10);
    assertThat(remaining.left(10)).isNaN();
    remaining.told(0, 0.101, 0.899, 11);
    assertThat(remaining.left(11)).as("9 s of the first, 10 s of the second").isCloseTo(18.99, within(1e-9));
    remaining.worked(0, 1, 20);
    remaining.ended(0, 20, 20);
    remaining.began(1, 20);
    assertThat(remaining.left(20)).as("its beginning counts when it has ended, as what was seen long ago").isBetween(11.0, 15.0);
  }

  /** Probes are no part of the predicted cost. */
  @Test
  void aTaskThatAsksItsProbesMakesNoOthersSlow() {
    RemainingTime remaining = new RemainingTime();
    remaining.add(10, 1, "a");
    remaining.add(10, 1, "a");
    remaining.began(0, 0);
    remaining.told(0, 0.1, 0.9, 1);
    remaining.told(0, 1, 0, 10);
    for (int second = 11; second <= 15; second++) {
      remaining.told(0, 1, 0, 10);
      assertThat(remaining.left(second)).isCloseTo(10, within(1e-9));
    }
    remaining.worked(0, 1, 15);
    remaining.ended(0, 15, 15);
    remaining.began(1, 15);
    assertThat(remaining.left(15)).as("with its own probes").isGreaterThan(14);
  }

  @Test
  void aTaskThatIsLostIsToDoAgain() {
    RemainingTime remaining = new RemainingTime();
    remaining.add(10, 1, "a");
    remaining.add(10, 1, "a");
    remaining.began(0, 0);
    remaining.ended(0, 10, 10);
    remaining.worked(0, 1, 10);
    remaining.began(1, 10);
    assertThat(remaining.left(18)).isEqualTo(2);
    remaining.stopped(1);
    assertThat(remaining.left(18)).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 64})
  void withATaskOfEachKindFirstTheEndIsKnownWithin15PercentFromATenthOn(int cores) {
    Random random = new Random(1);
    List<Task> rest = new ArrayList<>();
    List<Task> first = new ArrayList<>();
    for (int kind = 0; kind < 40; kind++) { // large networks fit soon and stop, small ones never do
      double predicted = 2 + kind;
      double ratio = 1 / (1 + 0.25 * kind);
      for (int seed = 0; seed < 64; seed++) {
        (seed == 0 ? first : rest).add(early(predicted, ratio * (0.9 + 0.2 * random.nextDouble()), kind));
      }
    }
    Comparator<Task> longestFirst = Comparator.comparingDouble(Task::predicted).reversed();
    first.sort(longestFirst);
    rest.sort(longestFirst);
    first.addAll(rest);
    assertErrorsFromATenthOn(first, cores, 0.15);
  }

  @Test
  void aMachineThatWasSlowForAWhileIsNotTakenToBeSlow() {
    RemainingTime remaining = new RemainingTime();
    for (int task = 0; task < 100; task++) {
      remaining.add(1, 1, "a");
    }
    double now = 0;
    for (int task = 0; task < 20; task++) {
      remaining.began(task, now);
      double taken = task < 2 ? 20 : 1;
      now += taken;
      remaining.ended(task, taken, now);
      remaining.worked(task, 1, now);
    }
    assertThat(remaining.left(now)).isBetween(80.0, 200.0); // by all that was seen it would be 232
    for (int task = 20; task < 60; task++) {
      remaining.began(task, now);
      now += 1;
      remaining.ended(task, 1, now);
      remaining.worked(task, 1, now);
    }
    assertThat(remaining.left(now)).isBetween(40.0, 44.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 16})
  void tasksThatTakeAsTheirSizeMakesLikelyNeedNoKinds(int cores) {
    Random random = new Random(2);
    List<Task> tasks = new ArrayList<>();
    for (int task = 0; task < 500; task++) {
      double predicted = 0.5 + 20 * random.nextDouble();
      tasks.add(new Task(predicted, 1, 3 * predicted * (0.7 + 0.6 * random.nextDouble()), task));
    }
    tasks.sort(Comparator.comparingDouble(Task::predicted).reversed());
    assertErrorsFromATenthOn(tasks, cores, 0.15);
  }

  /** Trials of which one stops early, at the speed that was predicted. */
  private static Task early(double predicted, double worked, Object kind) {
    return new Task(predicted, worked, worked * predicted, kind);
  }

  private static void assertErrorsFromATenthOn(List<Task> tasks, int cores, double most) {
    List<Event> events = new ArrayList<>();
    double end = play(tasks, cores, events);
    RemainingTime remaining = new RemainingTime();
    tasks.forEach(task -> remaining.add(task.predicted, 1, task.kind));
    double looked = 0;
    for (Event event : events) {
      if (event.begins) {
        remaining.began(event.task, event.at);
      } else {
        remaining.ended(event.task, tasks.get(event.task).taken, event.at);
        remaining.worked(event.task, tasks.get(event.task).worked, event.at);
        if (event.at >= 0.1 * end && event.at - looked > 0.01 * end) {
          looked = event.at;
          double whole = looked + remaining.left(looked);
          assertThat(whole / end).as("at %.2f of the run", looked / end).isCloseTo(1, within(most));
        }
      }
    }
    assertThat(looked).isGreaterThan(0.9 * end);
  }

  /** Adds what happens, in its order, and returns when the last task ends. */
  private static double play(List<Task> tasks, int cores, List<Event> events) {
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int core = 0; core < cores; core++) {
      free.add(0.0);
    }
    double end = 0;
    for (int task = 0; task < tasks.size(); task++) {
      double begins = free.remove();
      double ends = begins + tasks.get(task).taken;
      events.add(new Event(begins, task, true));
      events.add(new Event(ends, task, false));
      free.add(ends);
      end = Math.max(end, ends);
    }
    events.sort(Comparator.comparingDouble(Event::at).thenComparing(Event::begins));
    return end;
  }
}
