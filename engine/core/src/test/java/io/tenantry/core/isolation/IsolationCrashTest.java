package io.tenantry.core.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.DoomedProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the step list of a move promises after a crash. */
class IsolationCrashTest {
  private static final Set<Milestone> BEHIND_THE_SWITCH =
      Set.of(Milestone.SWITCHED, Milestone.CLEANED);

  @TempDir Path temp;

  @ParameterizedTest
  @EnumSource
  void aKilledMoveEndsInOnePlaceWithEveryAcknowledgedRow(Milestone milestone) throws Exception {
    Path data = temp.resolve("data");

    assertThat(DyingMove.run(data, milestone)).isEqualTo(DoomedProcess.DIED);

    long acknowledged = DyingMove.acknowledgedIn(data);
    try (MovingFleet moving =
        new MovingFleet(data, Duration.ofSeconds(8), Milestone.Watcher.NONE)) {
      TenantStatus found = moving.status();
      moving.recovered();

      assertThat(moving.value("SELECT count(*) FROM notes WHERE id <= " + acknowledged))
          .as("before the move has gone on")
          .isEqualTo(String.valueOf(acknowledged));
      assertThat(moving.ended().state()).isEqualTo(IsolationChange.State.COMPLETED);
      assertThat(moving.status()).isEqualTo(TenantStatus.READY);
      assertThat(found == TenantStatus.READY).isEqualTo(BEHIND_THE_SWITCH.contains(milestone));
      assertThat(moving.filesLeft()).containsExactly("us-east/tdb_0123abcd/wayne/shop__wayne.1.db");
      assertThat(moving.value("SELECT count(*) FROM notes WHERE id <= " + acknowledged))
          .isEqualTo(String.valueOf(acknowledged));
      assertThat(moving.value("SELECT max(id) - count(*) FROM notes")).isEqualTo("0");
      assertThat(moving.fleet.number("SELECT count(*) FROM tenant_operation")).isZero();
    }
  }
}
