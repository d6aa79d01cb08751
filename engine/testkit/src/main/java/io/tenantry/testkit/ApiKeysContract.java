package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.ApiKey;
import io.tenantry.contract.apikeys.ApiKeys;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.CreatedApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What API keys must do. */
public abstract class ApiKeysContract extends ContractSuite {

  @Test
  void aKeyIsMadeWithBothSecretsAndListedWithoutItsPassword() {
    TestProject project = project();
    project.workspace("orders");

    CreatedApiKey made =
        project
            .admin()
            .apiKeys()
            .create(
                new CreateApiKey("Reporting", Role.READ, ScopeType.WORKSPACE, List.of("orders")));

    assertThat(made.apiKey().value()).matches("tdb_sk_[0-9a-f]{64}");
    assertThat(made.proxyPassword().value()).matches("tdb_[0-9a-f]{16}");
    assertThat(made.projectId()).isEqualTo(project.id());
    ApiKey listed = project.admin().apiKeys().list().getLast();
    assertThat(listed.key()).isEqualTo(made.apiKey());
    assertThat(listed.keyName()).isEqualTo("Reporting");
    assertThat(listed.projectName()).isEqualTo(project.name());
    assertThat(listed.scopeType()).isEqualTo(ScopeType.WORKSPACE);
    assertThat(listed.scopeValues()).containsExactly("orders");
    assertThat(listed.role()).isEqualTo(Role.READ);
    assertThat(listed.isActive()).isTrue();
    assertThat(listed.oauthManaged()).isFalse();
    assertThat(listed.lastUsedAt()).isEmpty();
    assertThat(listed.createdAt()).isEqualTo(listed.createdAt().truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void useIsRemembered() {
    TestProject project = project();
    Project reader = project.as(Role.READ, ScopeType.PROJECT);

    reader.workspaces().list();

    fixture().reopen(); // it is written beside the calls, and by the end at the latest
    assertThat(project.reopened().admin().apiKeys().list().getLast().lastUsedAt()).isPresent();
  }

  @Test
  void aScopeNamesWhatExists() {
    ApiKeys keys = project().admin().apiKeys();

    assertRefused(
        ErrorCode.NOT_FOUND,
        "Workspace not found: nowhere",
        () ->
            keys.create(new CreateApiKey("k", Role.READ, ScopeType.WORKSPACE, List.of("nowhere"))));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody",
        () -> keys.create(new CreateApiKey("k", Role.READ, ScopeType.TENANT, List.of("nobody"))));
  }

  @Test
  void aRevokedKeyEndsAtOnce() {
    TestProject project = project();
    Project reader = project.as(Role.READ, ScopeType.PROJECT);
    reader.workspaces().list();
    ApiKey listed = project.admin().apiKeys().list().getLast();

    project.admin().apiKeys().delete(listed.id());

    assertRefused(ErrorCode.UNAUTHORIZED, "Invalid API key", () -> reader.workspaces().list());
    assertRefused(ErrorCode.UNAUTHORIZED, () -> fixture().as(listed.key()));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "API key not found: " + listed.id(),
        () -> project.admin().apiKeys().delete(listed.id()));
  }

  @Test
  void theLastAdministratorKeyStays() {
    TestProject project = project();
    long id = project.admin().apiKeys().list().getFirst().id();

    assertRefused(ErrorCode.CONFLICT, () -> project.admin().apiKeys().delete(id));
  }

  @Test
  void aKeyOfAnotherProjectCannotBeRevokedHere() {
    TestProject other = project();
    long foreign = other.admin().apiKeys().list().getFirst().id();
    TestProject project = project();

    assertRefused(ErrorCode.NOT_FOUND, () -> project.admin().apiKeys().delete(foreign));
  }

  @Test
  void allKeysOfTheAccountAreListedTogether() {
    TestProject one = project();
    TestProject two = project();

    assertThat(one.admin().apiKeys().listAll())
        .extracting(ApiKey::projectId)
        .contains(one.id(), two.id());
    assertThat(one.admin().apiKeys().list()).extracting(ApiKey::projectId).containsOnly(one.id());
  }

  @Test
  void onlyAProjectWideAdministratorMayUseThem() {
    TestProject project = project();
    project.workspace("main");

    EngineException role =
        refusal(() -> project.as(Role.WRITE, ScopeType.PROJECT).apiKeys().list());

    assertThat(role.code()).isEqualTo(ErrorCode.ROLE_REQUIRED);
    assertThat(role.details())
        .containsEntry("required_roles", List.of("admin"))
        .containsEntry("current_role", "write");
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        () -> project.as(Role.ADMIN, ScopeType.WORKSPACE, "main").apiKeys().list());
  }
}
