package io.tenantry.server.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.server.limits.IpLimits.Mode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IpLimiterTest {
  private static final InetAddress STRANGER = InetAddress.ofLiteral("203.0.113.7");
  private static final InetAddress OTHER = InetAddress.ofLiteral("203.0.113.8");

  private long now = 1_000_000_000_000L;
  private final IpLimiter limiter = new IpLimiter(IpLimits.DEFAULT.withMode(Mode.ON), () -> now);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private int refused(int requests) {
    int refused = 0;
    for (int i = 0; i < requests; i++) {
      try {
        limiter.count(STRANGER);
      } catch (EngineException e) {
        refused++;
      }
    }
    return refused;
  }

  private EngineException refusal() {
    return catchThrowableOfType(EngineException.class, () -> limiter.count(STRANGER));
  }

  @Test
  void aHundredAtOnceAndAHundredASecond() {
    assertThat(refused(100)).isZero();
    assertThat(refused(10)).isEqualTo(10);
    EngineException error = refusal();
    assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(error.message()).isEqualTo("rate limit exceeded: max 100 requests per second");
    assertThat(error.detail("retry_after_seconds")).contains("1");

    pass(Duration.ofMillis(500));
    assertThat(refused(60)).isEqualTo(10);
  }

  @Test
  void othersAreNotAffected() {
    refused(500);
    assertThatCode(() -> limiter.count(OTHER)).doesNotThrowAnyException();
  }

  @Test
  void theFifthBadSecondBringsABanOfFiveMinutes() {
    for (int second = 0; second < 4; second++) {
      assertThat(refused(250)).isPositive();
      assertThat(refusal().detail("retry_after_seconds")).contains("1");
      pass(Duration.ofSeconds(1));
    }
    refused(250);
    assertThat(refusal().detail("retry_after_seconds")).contains("300");

    pass(Duration.ofSeconds(299));
    assertThat(refusal().detail("retry_after_seconds")).contains("1");
    pass(Duration.ofSeconds(1));
    assertThat(refused(100)).isZero();
  }

  @Test
  void manyRefusalsInOneSecondAreOneViolation() {
    refused(100_000);
    pass(Duration.ofSeconds(1));
    assertThat(refused(100)).isZero();
  }

  @Test
  void violationsAreForgottenAfterAMinute() {
    for (int round = 0; round < 20; round++) {
      refused(250);
      assertThat(refusal().detail("retry_after_seconds")).contains("1");
      pass(Duration.ofSeconds(16));
    }
  }

  @Test
  void addressesOfThisMachineAreNotCountedUnlessToldSo() {
    IpLimiter auto = new IpLimiter(IpLimits.DEFAULT, () -> now);
    for (int i = 0; i < 1000; i++) {
      auto.count(InetAddress.getLoopbackAddress());
    }
    for (int i = 0; i < 1000; i++) {
      new IpLimiter(IpLimits.DEFAULT.withMode(Mode.OFF), () -> now).count(STRANGER);
    }
    assertThat(refused(101)).isEqualTo(1);
  }

  @Test
  void onlyAConfiguredHeaderTellsTheSenderAndOnlyItsLastAddress() {
    InetAddress proxy = InetAddress.ofLiteral("10.0.0.1");
    SenderAddress behindProxy = new SenderAddress(Optional.of("X-Forwarded-For"));

    assertThat(behindProxy.of(proxy, Optional.of("1.2.3.4, 203.0.113.7"))).isEqualTo(STRANGER);
    assertThat(behindProxy.of(proxy, Optional.of("example.com"))).isEqualTo(proxy);
    assertThat(behindProxy.of(proxy, Optional.empty())).isEqualTo(proxy);
    assertThat(behindProxy.of(proxy, Optional.of("2001:db8::1")).getHostAddress())
        .isEqualTo("2001:db8:0:0:0:0:0:1");
  }
}
