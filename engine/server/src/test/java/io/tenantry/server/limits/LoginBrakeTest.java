package io.tenantry.server.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginBrakeTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("203.0.113.1");
  private static final InetAddress THERE = InetAddress.ofLiteral("203.0.113.2");

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // it may wrap around
  private final LoginBrake brake = new LoginBrake(nanos::get);

  private void fail(String account, InetAddress address) {
    assertThatThrownBy(
            () ->
                brake.attempt(
                    account,
                    address,
                    () -> {
                      throw EngineException.unauthorized("Invalid email or password");
                    }))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHORIZED));
  }

  private long refused(String account, InetAddress address) {
    try {
      brake.attempt(account, address, () -> "in");
      return 0;
    } catch (EngineException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
      return Long.parseLong(e.detail("retry_after_seconds").orElseThrow());
    }
  }

  @Test
  void whoTriesPasswordsWaitsTwiceAsLongEachTime() {
    for (int i = 0; i < 5; i++) {
      fail("a@b", HERE);
    }
    assertThat(refused("A@B ", HERE)).isEqualTo(1);
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    fail("a@b", HERE);
    assertThat(refused("a@b", HERE)).isEqualTo(2);
    assertThat(refused("a@b", THERE)).as("its owner elsewhere").isZero();
    assertThat(refused("c@d", HERE)).as("others here").isZero();
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
    assertThat(refused("a@b", HERE)).as("the right password").isZero();
    fail("a@b", HERE);
    assertThat(refused("a@b", HERE)).as("counted anew").isZero();
  }

  @Test
  void whoTriesManyAccountsWaitsToo() {
    for (int i = 0; i < 20; i++) {
      fail("user" + i + "@b", HERE);
    }
    assertThat(refused("another@b", HERE)).isEqualTo(1);
    assertThat(refused("another@b", THERE)).isZero();
    nanos.addAndGet(TimeUnit.MINUTES.toNanos(16));
    assertThat(refused("another@b", HERE)).isZero();
  }

  @Test
  void anAccountThatIsTriedFromEverywhereStaysOpenToItsOwner() {
    for (int i = 0; i < 60; i++) {
      fail("a@b", InetAddress.ofLiteral("198.51.100." + i));
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(10));
    }
    assertThat(refused("a@b", HERE)).isZero();
  }
}
