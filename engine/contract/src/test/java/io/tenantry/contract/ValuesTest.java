package io.tenantry.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.accounts.Signup;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.blueprints.VersionRange;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentDetail;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValuesTest {

  @Test
  void secretsNeverPrint() {
    Signup signup = new Signup("ada@example.com", new Secret("correct horse"), "Bank");
    assertThat(signup.toString()).doesNotContain("correct horse").contains("••••");
    assertThat(Credential.apiKey("tdb_sk_1").toString()).doesNotContain("tdb_sk_1");
    assertThat(new Secret("a")).isEqualTo(new Secret("a")).isNotEqualTo(new Secret("b"));
  }

  @Test
  void signupNamesTheFieldThatIsWrong() {
    assertField("email", () -> new Signup("nobody", new Secret("12345678"), "P"));
    assertField("password", () -> new Signup("a@b", new Secret("1234567"), "P"));
    assertField("project_name", () -> new Signup("a@b", new Secret("12345678"), " "));
  }

  @Test
  void apiKeyScopesFollowTheDocumentedRules() {
    assertThatThrownBy(() -> new CreateApiKey("k", Role.ADMIN, ScopeType.PROJECT, List.of("main")))
        .hasMessage(
            "Failed to generate API key: invalid scope: scope_values must be empty for"
                + " scope_type=project");
    assertThatThrownBy(() -> new CreateApiKey("k", Role.READ, ScopeType.TENANT, List.of()))
        .hasMessage(
            "Failed to generate API key: invalid scope: scope_values must contain at least one"
                + " entry for scope_type=tenant");
    assertThatThrownBy(() -> new CreateApiKey("k", Role.MCP, ScopeType.PROJECT, List.of()))
        .hasMessage(
            "role \"mcp\" is reserved for OAuth integrations and cannot be created manually");
  }

  @Test
  void aTenantNamesEachBlueprintOnce() {
    TenantDatabaseRequest database = TenantDatabaseRequest.shared(new WorkspaceName("fintech"));
    TenantId wayne = new TenantId("wayne");
    assertField("databases", () -> new CreateTenant(wayne, List.of()));
    assertField("databases", () -> new CreateTenant(wayne, List.of(database, database)));
  }

  @Test
  void settingsOutsideTheirRangeAreRefusedAndAbsentOnesStay() {
    WorkspaceSettings defaults = WorkspaceSettings.defaults();
    SaveSettings rows = new SaveSettings(Optional.empty(), Optional.of(5), Optional.empty());
    assertThat(rows.applyTo(defaults)).isEqualTo(new WorkspaceSettings(30_000, 5, 100));
    SaveSettings tooFast = new SaveSettings(Optional.of(99), Optional.empty(), Optional.empty());
    assertField("query_timeout_ms", () -> tooFast.applyTo(defaults));
  }

  @Test
  void pagesHaveBetweenOneAndAThousandRows() {
    assertThat(PageRequest.first(1000).limit()).contains(1000);
    assertField("limit", () -> PageRequest.first(0));
    assertField("limit", () -> PageRequest.first(1001));
  }

  @Test
  void aPageBeginsAtAPositionOrBehindACursor() {
    assertThat(PageRequest.at(0, 10).offset()).contains(0L);
    assertField("offset", () -> PageRequest.at(-1, 10));
    assertField(
        "offset", () -> new PageRequest(Optional.empty(), Optional.of("x"), Optional.of(1L)));
  }

  @Test
  void rangesOfVersionsAreReadAsTheyAreWritten() {
    for (String text : List.of("1.4", "<1.4", "<=1.4", ">1.4", ">=1.4")) {
      assertThat(VersionRange.parse(text)).hasToString(text);
    }
    assertThat(VersionRange.parse("<1.10").contains(new Version(1, 9))).isTrue();
    assertField("version", () -> VersionRange.parse("=<1.4"));
    assertField("version", () -> VersionRange.parse("<"));
  }

  @Test
  void codesGoBothWays() {
    assertThat(ErrorCode.NOT_FOUND.code()).isEqualTo("not_found");
    assertThat(Coded.find(ErrorCode.class, "oauth_managed")).contains(ErrorCode.OAUTH_MANAGED);
    assertThat(Coded.find(DatabaseType.class, "PostgreSQL")).contains(DatabaseType.POSTGRESQL);
    assertThat(Coded.find(Role.class, "root")).isEmpty();
  }

  @Test
  void progressCountsFailedTenantsAndRoundsToThreeDecimals() {
    assertThat(deployment(DeploymentStatus.RUNNING, 12, 8, 0).progress()).isEqualTo(0.667);
    assertThat(deployment(DeploymentStatus.FAILED, 12, 10, 2).progress()).isEqualTo(1.0);
    assertThat(deployment(DeploymentStatus.FAILED, 12, 10, 2).progressDisplay())
        .isEqualTo("12/12 tenants");
    assertThat(deployment(DeploymentStatus.PENDING, 0, 0, 0).progress()).isZero();
    assertThat(deployment(DeploymentStatus.COMPLETED, 0, 0, 0).progress()).isEqualTo(1.0);
  }

  @Test
  void blobsCompareByContent() {
    assertThat(Value.of(new byte[] {1, 2})).isEqualTo(Value.of(new byte[] {1, 2}));
    assertThat(Value.of(new byte[] {1, 2})).hasToString("x'0102'");
    assertThat(Value.ofNull()).isEqualTo(new Value.Null());
  }

  @Test
  void detailsOfAnErrorCannotBeChanged() {
    EngineException error =
        new EngineException(ErrorCode.CONFLICT, "taken", Map.of("reason", "x"), null);
    assertThatThrownBy(() -> error.details().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(error.with("more", 1L).details()).containsEntry("reason", "x").containsKey("more");
  }

  private static Deployment deployment(
      DeploymentStatus status, int total, int completed, int failed) {
    return new Deployment(
        new DeploymentId("dep_abc123"),
        new WorkspaceName("main"),
        Version.parse("1.2"),
        status,
        total,
        completed,
        failed,
        List.of(),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DeploymentDetail.plain(8));
  }

  private static void assertField(String field, Runnable construction) {
    assertThatThrownBy(construction::run)
        .isInstanceOfSatisfying(
            EngineException.class, error -> assertThat(error.detail("field")).contains(field));
  }
}
