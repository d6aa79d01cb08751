package io.tenantry.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "wayne", "wayne-corp", "w_1", "a-b_c", "a23456789012345678901234567890"})
  void tenantIdsWithinTheRulesAreAccepted(String id) {
    assertThat(new TenantId(id)).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1a",
        "-a",
        "a-",
        "a_",
        "a__b",
        "a--b",
        "Wayne",
        "wäyne",
        "a b",
        "a/b",
        "a.b",
        "a234567890123456789012345678901"
      })
  void tenantIdsOutsideTheRulesAreRefusedWithTheirField(String id) {
    assertThatThrownBy(() -> new TenantId(id))
        .isInstanceOfSatisfying(
            EngineException.class,
            error -> {
              assertThat(error.code()).isEqualTo(ErrorCode.BAD_REQUEST);
              assertThat(error.detail("field")).contains("tenant_id");
              assertThat(error.message()).startsWith("Invalid tenant_id '" + id + "'");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "all", "api", "tenant", "tenants", "www", "system"})
  void reservedNamesAreRefusedForTenantsAndWorkspaces(String name) {
    assertThatThrownBy(() -> new TenantId(name)).hasMessage("tenant_id '" + name + "' is reserved");
    assertThatThrownBy(() -> new WorkspaceName(name))
        .hasMessage("Workspace name '" + name + "' is reserved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_a", "1a", "a__b", "a-b", "Main", "a b"})
  void workspaceNamesOutsideTheRulesAreRefused(String name) {
    assertThatThrownBy(() -> new WorkspaceName(name))
        .hasMessageStartingWith("Invalid workspace name '" + name + "'");
  }

  @Test
  void namesHaveALongestLength() {
    assertThat(new WorkspaceName("a".repeat(40)).value()).hasSize(40);
    assertThatThrownBy(() -> new WorkspaceName("a".repeat(41))).isInstanceOf(EngineException.class);
  }

  @Test
  void lookingUpANameThatCannotExistIsNotFound() {
    assertNotFound(() -> TenantId.existing("No Such"), "Tenant not found: No Such");
    assertNotFound(() -> WorkspaceName.existing("No"), "Workspace not found: No");
    assertNotFound(() -> WorkspaceName.existingBlueprint("No"), "Blueprint not found: No");
    assertNotFound(() -> new ProjectId("tdb_xyz"), "Project not found: tdb_xyz");
    assertNotFound(() -> new DeploymentId("42"), "Deployment not found: 42");
  }

  private static void assertNotFound(Runnable lookUp, String message) {
    assertThatThrownBy(lookUp::run)
        .hasMessage(message)
        .extracting(error -> ((EngineException) error).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void versionsSortByNumberNotByText() {
    List<Version> versions =
        List.of(Version.parse("1.10"), Version.parse("1.9"), Version.parse("1.0"));
    assertThat(versions.stream().sorted().map(Version::toString))
        .containsExactly("1.0", "1.9", "1.10");
    assertThat(Version.EMPTY.next()).isEqualTo(new Version(1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.", ".1", "1.2.3", "v1.2", "1.-2", "99999.1"})
  void textsThatAreNoVersionAreRefused(String text) {
    assertThatThrownBy(() -> Version.parse(text)).hasMessage("Invalid version: " + text);
  }
}
