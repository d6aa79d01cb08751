package io.tenantry.app.screens.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.EngineTarget;
import io.tenantry.app.connect.SecretVault;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.settings.ProjectMemories;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.settings.ProjectScope;
import io.tenantry.app.settings.TextKind;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovedConnectionTest {
  private static final Connection PROD =
      new Connection(
          "prod",
          "Prod EU",
          new EngineTarget.Remote(URI.create("https://engine.example.com")),
          ConnectionColour.RED,
          "",
          GuardLevel.TYPED,
          Optional.empty());
  private static final ProjectScope SCOPE = new ProjectScope("prod", "tdb_11111111");

  @TempDir private Path folder;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private SecretVault vault;
  private ProjectMemories memories;
  private RemovedConnections removed;

  @BeforeEach
  void work() {
    vault = new SecretVault(folder);
    vault.put("prod", new Secret("tdb_sk_1"));
    memories = new ProjectMemories(folder, tasks);
    ProjectMemory memory = memories.of(SCOPE);
    memory.keep("query.tabs", "query-1=all:fintech");
    memory.texts().keep(TextKind.SQL, "query-1", "SELECT 1");
    memory.texts().keep(TextKind.DRAFT, "tenants.create", "wayne");
    tasks.tick();
    removed = new RemovedConnections(vault, memories);
  }

  @Test
  void whatWasTypedThereIsCountedBeforeItGoes() {
    assertThat(removed.textsOf(PROD)).isEqualTo(2);
  }

  @Test
  void keyAndWorkAreGoneForANewConnectionOfTheSameId() {
    removed.take(PROD, 1);
    assertThat(vault.find("prod")).isEmpty();
    assertThat(memories.of(SCOPE).texts().keys(TextKind.SQL)).isEmpty();
  }

  @Test
  void undoBringsKeyTabsAndTextsBack() {
    RemovedConnections.Removed what = removed.take(PROD, 1);
    removed.putBack(what);
    assertThat(vault.find("prod")).contains(new Secret("tdb_sk_1"));
    ProjectMemory memory = memories.of(SCOPE);
    assertThat(memory.value("query.tabs")).isEqualTo("query-1=all:fintech");
    assertThat(memory.texts().read(TextKind.SQL, "query-1")).contains("SELECT 1");
  }

  @Test
  void whatStillWaitedToBeWrittenGoesAlongAndNothingIsWrittenAfterwards() {
    memories.of(SCOPE).texts().keep(TextKind.SQL, "query-1", "SELECT 2");
    RemovedConnections.Removed what = removed.take(PROD, 1);
    tasks.tick();
    removed.putBack(what);
    assertThat(memories.of(SCOPE).texts().read(TextKind.SQL, "query-1")).contains("SELECT 2");
  }
}
