package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TrialMemoryTest {
  private static final long MIB = 1 << 20;

  private final TrialMemory memory = new TrialMemory(100 * MIB);
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void thoseThatFitGoTogether() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    run(2, 40 * MIB, () -> {
      both.countDown();
      await(both); // the time limit of the test is the failure
    });
  }

  @Test
  void thoseThatDoNotFitTakeTurns() throws Exception {
    run(4, 60 * MIB, () -> {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      pause();
      now.decrementAndGet();
    });
    assertThat(most).hasValue(1);
  }

  @Test
  void allOfItMayBeTakenAndIsFreeAfterAnErrorToo() {
    for (int time = 0; time < 3; time++) {
      try {
        memory.with(memory.size(), () -> {
          throw new OutOfMemoryError("of the test");
        });
      } catch (OutOfMemoryError e) {
        assertThat(e).hasMessage("of the test");
      }
    }
    assertThat(memory.<String>with(memory.size(), () -> "done")).isEqualTo("done");
  }

  private void run(int threads, long bytes, Runnable work) throws Exception {
    List<CompletableFuture<Object>> all = IntStream.range(0, threads).mapToObj(thread ->
        CompletableFuture.supplyAsync(() -> memory.with(bytes, () -> {
          work.run();
          return null;
        }), task -> new Thread(task).start())).toList();
    for (CompletableFuture<Object> each : all) {
      each.get();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
