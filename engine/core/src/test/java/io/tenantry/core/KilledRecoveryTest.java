package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.tenants.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recovery or an undo that a kill cuts short ends, at the next opening, whole. */
class KilledRecoveryTest {
  private static final int LIVES = 4;

  @TempDir Path parent;

  @Test
  void aTenantIsAsBeforeOrAsOfThenButNeverBetween() throws Exception {
    Path folder = parent.resolve("data");
    for (int life = 0; life < LIVES; life++) {
      DoomedRecovery.run(folder, 130 + 71 * life);

      try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
        Project project = engine.open(Credential.owner());
        Tenant tenant = DoomedRecovery.settled(project);
        assertThat(DoomedRecovery.rows(project))
            .isEqualTo(Value.of(tenant.recoveryUndo().isPresent() ? 1 : 2));
        if (tenant.recoveryUndo().isPresent()) {
          project.recovery().undo(DoomedRecovery.WAYNE);
        }
        assertThat(DoomedRecovery.rows(project)).isEqualTo(Value.of(2));
      }
    }
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      Instant time = Instant.parse(Files.readString(parent.resolve("time")));
      project.recovery().recover(new RecoverTenant(DoomedRecovery.WAYNE, time));
      DoomedRecovery.settled(project);
      assertThat(DoomedRecovery.rows(project)).isEqualTo(Value.of(1));
    }
  }
}
