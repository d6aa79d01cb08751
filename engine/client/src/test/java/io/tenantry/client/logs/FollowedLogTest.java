package io.tenantry.client.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FollowedLogTest {
  private long last = 50;

  @Test
  void whatWasMissedIsToldWholeAndOldestFirst() {
    FollowedLog<Long> log = following();
    last = 50 + 3_456;
    assertThat(log.missed()).isEqualTo(LongStream.rangeClosed(51, last).boxed().toList());
    assertThat(log.leftOut()).isZero();
  }

  @Test
  void asMuchAsIsToldIsNotSaidToBeCut() {
    FollowedLog<Long> log = following();
    last = 50 + FollowedLog.MOST;
    assertThat(log.missed()).hasSize(FollowedLog.MOST);
    assertThat(log.leftOut()).isZero();
  }

  @Test
  void ofTooMuchTheNewestAreToldAndThatOthersAreLeftOut() {
    FollowedLog<Long> log = following();
    last = 50 + 3 * FollowedLog.MOST;
    List<Long> told = log.missed();
    assertThat(told).hasSize(FollowedLog.MOST).endsWith(last);
    assertThat(log.leftOut()).isPositive().isLessThanOrEqualTo(told.getFirst() - 51);
    told.forEach(log::isNew);
    assertThat(log.missed()).isEmpty();
    assertThat(log.leftOut()).isZero();
  }

  private FollowedLog<Long> following() {
    return new FollowedLog<>(
        Long.class,
        Long::longValue,
        last,
        (offset, limit) ->
            LongStream.range(0, Math.min(limit, last - offset))
                .map(place -> last - offset - place)
                .boxed()
                .toList());
  }
}
