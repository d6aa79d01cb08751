package io.tenantry.core.apikeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.ApiKey;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.CreatedApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private LocalEngine engine;
  private Project project;

  @BeforeEach
  void open() {
    engine = LocalEngine.open(EngineConfig.at(folder).withClock(clock));
    project = engine.open(Credential.owner());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aCreatedKeyIsListedWithItsValueButNeverItsPassword() {
    CreatedApiKey created = create("Production", Role.WRITE);

    assertThat(created.apiKey().value()).matches("tdb_sk_[0-9a-f]{64}");
    assertThat(created.proxyPassword().value()).matches("tdb_[0-9a-f]{16}");
    ApiKey listed = project.apiKeys().list().getLast();
    assertThat(listed)
        .isEqualTo(
            new ApiKey(
                listed.id(),
                created.apiKey(),
                created.projectId(),
                "My Project",
                "Production",
                "enterprise",
                true,
                ScopeType.PROJECT,
                List.of(),
                Role.WRITE,
                Instant.parse("2026-01-15T10:30:00Z"),
                java.util.Optional.empty(),
                false));
  }

  @Test
  void theListOfTheAccountHasTheKeysOfAllItsProjects() {
    project.projects().create(new CreateProject("Second"));

    assertThat(project.apiKeys().list()).hasSize(1);
    assertThat(project.apiKeys().listAll())
        .extracting(ApiKey::projectName)
        .containsExactly("My Project", "Second");
  }

  @Test
  void aRevokedKeyEndsAtOnceAlsoWhereItIsInUse() {
    CreatedApiKey created = create("Short", Role.ADMIN);
    Project opened = engine.open(new Credential.ApiKey(created.apiKey()));
    opened.apiKeys().list();
    project.apiKeys().delete(project.apiKeys().list().getLast().id());

    assertThatThrownBy(opened::whoami).hasMessage("Invalid API key");
    assertThatThrownBy(opened::apiKeys).extracting("code").isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThatThrownBy(() -> engine.open(new Credential.ApiKey(created.apiKey())))
        .hasMessage("Invalid API key");
  }

  @Test
  void unknownKeysAreNotFoundAlsoThoseOfOtherProjects() {
    project.projects().create(new CreateProject("Second"));
    long foreign = project.apiKeys().listAll().getLast().id();

    for (long id : List.of(foreign, 4711L)) {
      EngineException failure =
          catchThrowableOfType(EngineException.class, () -> project.apiKeys().delete(id));
      assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(failure).hasMessage("API key not found: " + id);
    }
  }

  @Test
  void theLastAdministratorKeyStays() {
    create("Reader", Role.READ);
    long only = project.apiKeys().list().getFirst().id();

    assertThatThrownBy(() -> project.apiKeys().delete(only))
        .hasMessage("Cannot delete the last administrator key of project 'My Project'")
        .extracting("code")
        .isEqualTo(ErrorCode.CONFLICT);

    create("Second", Role.ADMIN);
    project.apiKeys().delete(only);
    assertThat(project.apiKeys().list()).hasSize(2);
  }

  @Test
  void aScopeMustExist() {
    assertThatThrownBy(() -> scoped(ScopeType.WORKSPACE, "orders"))
        .hasMessage("Workspace not found: orders");
    assertThatThrownBy(() -> scoped(ScopeType.TENANT, "x\"y"))
        .hasMessage("Tenant not found: x\"y")
        .extracting("code")
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void onlyAdministratorsMayLookAtKeys() {
    Project reader = engine.open(new Credential.ApiKey(create("R", Role.READ).apiKey()));

    assertThatThrownBy(() -> reader.apiKeys().list())
        .hasMessage("this endpoint requires one of the following roles: admin");
    assertThatThrownBy(() -> reader.projects().list())
        .extracting("code")
        .isEqualTo(ErrorCode.ROLE_REQUIRED);
  }

  @Test
  void theTimeOfLastUseIsKept() {
    CreatedApiKey created = create("Used", Role.READ);
    clock.advance(Duration.ofHours(1));
    engine.open(new Credential.ApiKey(created.apiKey()));

    assertThat(project.apiKeys().list().getLast().lastUsedAt())
        .contains(Instant.parse("2026-01-15T11:30:00Z"));
  }

  private CreatedApiKey create(String name, Role role) {
    return project.apiKeys().create(new CreateApiKey(name, role, ScopeType.PROJECT, List.of()));
  }

  private CreatedApiKey scoped(ScopeType type, String value) {
    return project.apiKeys().create(new CreateApiKey("S", Role.READ, type, List.of(value)));
  }
}
