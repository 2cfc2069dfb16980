package rote.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page is renewed often enough to be looked at, and never for more than a hundredth of the time. */
class RenewalRuleTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void theFirstPageComesAfterAHundredSecondsIfSomethingIsRecorded() {
    RenewalRule rule = new RenewalRule(7 * SECOND, 100, 0);
    assertThat(rule.isDue(106 * SECOND, 50)).isFalse();
    assertThat(rule.isDue(107 * SECOND, 0)).isFalse();
    assertThat(rule.isDue(107 * SECOND, 1)).isTrue();
  }

  @Test
  void furtherPagesComeAfterThirtySecondsOrATwentiethOfTheTrials() {
    RenewalRule rule = new RenewalRule(0, 100, 0);
    rule.renewed(40 * SECOND, 40 * SECOND + SECOND / 10, 10); // 10 s of waiting
    assertThat(rule.isDue(51 * SECOND, 14)).isFalse();
    assertThat(rule.isDue(51 * SECOND, 15)).isTrue();
    assertThat(rule.isDue(69 * SECOND, 10)).isFalse();
    assertThat(rule.isDue(70 * SECOND, 10)).isTrue();
  }

  @Test
  void aSlowPageWaitsAHundredTimesAsLongAsItTook() {
    RenewalRule rule = new RenewalRule(0, 100, 0);
    rule.renewed(40 * SECOND, 42 * SECOND, 10);
    assertThat(rule.isDue(241 * SECOND, 90)).isFalse();
    assertThat(rule.isDue(242 * SECOND, 11)).isTrue();
  }

  @Test
  void ofARunOfAnHourNoMoreThanAHundredthIsSpent() {
    for (long taken : List.of(SECOND / 100, SECOND / 4, 3 * SECOND)) {
      List<Long> renewals = renewals(taken, 3600);
      assertThat(renewals).isNotEmpty().allSatisfy(at -> assertThat(at).isGreaterThanOrEqualTo(100 * SECOND));
      assertThat(renewals.size() * taken).isLessThanOrEqualTo(36 * SECOND + taken);
    }
  }

  @Test
  void whatWasRecordedBeforeDoesNotHurryTheFirstPage() {
    RenewalRule rule = new RenewalRule(0, 100, 60);
    assertThat(rule.isDue(99 * SECOND, 60)).isFalse();
    assertThat(rule.isDue(100 * SECOND, 60)).isTrue();
  }

  /** Plays a run with a trial per second. */
  private static List<Long> renewals(long taken, int seconds) {
    RenewalRule rule = new RenewalRule(0, seconds, 0);
    List<Long> at = new ArrayList<>();
    for (long now = 0; now < seconds * SECOND; now += SECOND / 5) {
      if (rule.isDue(now, (int) (now / SECOND))) {
        at.add(now);
        rule.renewed(now, now + taken, (int) (now / SECOND));
        now += taken;
      }
    }
    return at;
  }
}
