package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
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

  /** What the openings delete half written is not what they write themselves. */
  @Test
  void manyThatAKillCutShortAllSucceedAtTheNextOpening() throws Exception {
    Path folder = parent.resolve("data");
    DoomedRecovery.runMany(folder);

    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      for (TenantId tenant : DoomedRecovery.MANY) {
        DoomedRecovery.settled(project, tenant);
        assertThat(project.recovery().recoveries(tenant))
            .extracting(PastRecovery::state)
            .containsExactly(PastRecovery.State.DONE);
        assertThat(DoomedRecovery.rows(project, tenant)).isEqualTo(Value.of(1));
      }
    }
  }

  @Test
  void aHistoryThatIsGoneHidesNoTimesButItsOwn() throws Exception {
    Path folder = parent.resolve("data");
    Instant time;
    Instant recovered;
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      time = DoomedRecovery.prepare(project);
      project.recovery().recover(new RecoverTenant(DoomedRecovery.WAYNE, time));
      DoomedRecovery.settled(project);
      DoomedRecovery.rows(project);
      recovered = Instant.now();
      project.recovery().undo(DoomedRecovery.WAYNE);
      AtomicFiles.deleteTree(historyOfTheRecovered(folder));

      assertThatThrownBy(
              () ->
                  project
                      .recovery()
                      .recover(new RecoverTenant(DoomedRecovery.WAYNE, recovered)))
          .hasMessageContaining("what was committed then is not known for certain");
      project.recovery().recover(new RecoverTenant(DoomedRecovery.WAYNE, time));
      DoomedRecovery.settled(project);
      assertThat(DoomedRecovery.rows(project)).isEqualTo(Value.of(1));
    }
  }

  private static Path historyOfTheRecovered(Path folder) throws IOException {
    try (Stream<Path> archives = Files.find(folder.resolve("archives"), 3, isNamed("1"))) {
      return archives.findFirst().orElseThrow();
    }
  }

  private static BiPredicate<Path, BasicFileAttributes> isNamed(String name) {
    return (path, _) -> path.endsWith(name);
  }
}
