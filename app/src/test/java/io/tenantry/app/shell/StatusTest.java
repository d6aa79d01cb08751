package io.tenantry.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.info.EngineStatus;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTest {

  @Test
  void tenantsAndDeploymentsFromElsewhereAreNewsInAnIdleWindow() {
    Status before = of(0, 0, 100);
    assertThat(of(12, 0, 100).isNewsAfter(before)).isTrue();
    assertThat(of(0, 1, 100).isNewsAfter(before)).isTrue();
    assertThat(before.isNewsAfter(Status.NONE)).isTrue();
    assertThat(before.offline().isNewsAfter(before)).isTrue();
  }

  @Test
  void whatMovesByItselfIsNone() {
    assertThat(of(12, 1, 200).isNewsAfter(of(12, 1, 100))).isFalse();
  }

  private static Status of(long tenants, int running, long memory) {
    return new Status(
        true,
        "",
        Optional.of(
            new EngineStatus(
                "1.0",
                tenants,
                Optional.of(3),
                Optional.of(4),
                running,
                Optional.of(memory),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH)));
  }
}
