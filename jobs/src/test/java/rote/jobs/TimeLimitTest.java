package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  @Test
  void whatWorksAtTheEndIsEndedOnceAndWhatFollowsAtOnce() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicInteger others = new AtomicInteger();
    try (TimeLimit limit = new TimeLimit(Duration.ofMillis(50))) {
      limit.ends(others::incrementAndGet);
      limit.ends(ended::countDown);
      assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(others).hasValue(0);
      limit.ends(others::incrementAndGet);
      assertThat(others).hasValue(1);
      assertThat(limit.isUp()).isTrue();
    }
  }

  @Test
  void withoutALimitNothingEnds() {
    try (TimeLimit limit = new TimeLimit(null)) {
      assertThat(limit.isUp()).isFalse();
    }
  }
}
