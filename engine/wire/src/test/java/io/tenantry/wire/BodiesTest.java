package io.tenantry.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.Signup;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.blueprints.CompareVersions;
import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.blueprints.VersionRange;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.Share;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.deployments.UndoMode;
import io.tenantry.contract.drift.AdoptDrift;
import io.tenantry.contract.drift.ForceBack;
import io.tenantry.contract.imports.AnalyzeImport;
import io.tenantry.contract.imports.StartImport;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantConcern;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.ColumnDefinition;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.IndexDefinition;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.SourceConnection;
import io.tenantry.contract.workspaces.TableDefinition;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.wire.accounts.AccountEndpoints;
import io.tenantry.wire.apikeys.ApiKeyEndpoints;
import io.tenantry.wire.blueprints.BlueprintEndpoints;
import io.tenantry.wire.deployments.DeploymentEndpoints;
import io.tenantry.wire.drift.DriftEndpoints;
import io.tenantry.wire.imports.ImportEndpoints;
import io.tenantry.wire.json.Fields;
import io.tenantry.wire.json.Json;
import io.tenantry.wire.queries.AdminStatement;
import io.tenantry.wire.queries.QueryEndpoints;
import io.tenantry.wire.tenants.TenantEndpoints;
import io.tenantry.wire.tenants.TenantFilters;
import io.tenantry.wire.workspaces.WorkspaceEndpoints;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesTest {
  private static final WorkspaceName MAIN = new WorkspaceName("main");

  @Test
  void everyRequestIsReadAsItWasWritten() {
    unchanged(AccountEndpoints.SIGNUP, new Signup("a@b.c", new Secret("password"), "P"));
    unchanged(
        ApiKeyEndpoints.CREATE,
        new CreateApiKey("Sync", Role.WRITE, ScopeType.TENANT, List.of("wayne")));
    unchanged(
        WorkspaceEndpoints.CREATE,
        new CreateWorkspace(MAIN, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    unchanged(
        WorkspaceEndpoints.QUERY,
        new WorkspaceQuery("SELECT ?", Parameters.of(Value.of(1), Value.of(new byte[] {1}))));
    unchanged(
        WorkspaceEndpoints.SAVE_SETTINGS,
        new SaveSettings(Optional.of(1000), Optional.empty(), Optional.of(5)));
    unchanged(
        TenantEndpoints.CREATE,
        new CreateTenant(
            new TenantId("wayne"),
            List.of(new TenantDatabaseRequest(MAIN, 2, Optional.of("us-east")))));
    unchanged(
        TenantEndpoints.CREATE_MANY,
        new CreateTenants(List.of("a", "Bad Id"), List.of(TenantDatabaseRequest.shared(MAIN))));
  }

  @Test
  void everyWishAboutVersionsIsReadAsItWasWritten() {
    SchemaHints hints = new SchemaHints(Map.of("a", "b"), Map.of("a.x", "y"));
    unchanged(
        BlueprintEndpoints.COMPARE,
        new CompareVersions(new Version(1, 4), new Version(1, 2), hints));
    unchanged(DriftEndpoints.CHECK, new DriftEndpoints.Tenants(List.of(new TenantId("wayne"))));
    unchanged(DriftEndpoints.ACCEPT, new DriftEndpoints.Accept(MAIN));
    unchanged(DriftEndpoints.FORCE_BACK, new ForceBack(MAIN, true, hints));
    unchanged(DriftEndpoints.ADOPT, new AdoptDrift(MAIN));
  }

  @Test
  void everyWishAboutDeploymentsIsReadAsItWasWritten() {
    unchanged(
        DeploymentEndpoints.CREATE,
        new CreateDeployment(MAIN, Optional.of(new Version(1, 4)), List.of(new TenantId("wayne"))));
    unchanged(DeploymentEndpoints.CREATE, new CreateDeployment(MAIN));
    unchanged(
        DeploymentEndpoints.CREATE,
        new CreateDeployment(MAIN)
            .with(
                DeploymentOptions.defaults()
                    .withStrategy(DeploymentStrategy.stages(Share.percent(5)).withMaxFailures(3))
                    .withWorkers(16)
                    .withDowngrade()
                    .withSafetyBackup(true)
                    .asDryRunOf(10)));
    unchanged(DeploymentEndpoints.WIDTH, 3);
    unchanged(
        DeploymentEndpoints.UNDO,
        new UndoDeployment(List.of(new TenantId("wayne")), UndoMode.BACKUP, true, true));
  }

  @Test
  void everyRequestOfAnImportIsReadAsItWasWritten() {
    SourceConnection file = new SourceConnection.SqliteFile("/srv/app.db");
    SourceConnection server =
        new SourceConnection.LibSql("libsql://app.example.com", Optional.of(new Secret("token")));
    unchanged(ImportEndpoints.ANALYZE, new AnalyzeImport(file, "org_id"));
    unchanged(ImportEndpoints.START, new StartImport(server, "org_id"));
    unchanged(ImportEndpoints.START_FULL, new StartImport(file, "tenant_id", false, false));
    unchanged(WorkspaceEndpoints.IMPORT_SCHEMA, new ImportSchema.FromDatabase(server));
    unchanged(WorkspaceEndpoints.IMPORT_SCHEMA, new ImportSchema.FromUrl("https://a.b/c.sql"));
  }

  @Test
  void everySourceOfASchemaIsReadAsItWasWritten() {
    unchanged(WorkspaceEndpoints.IMPORT_SCHEMA, new ImportSchema.FromTemplate("fintech"));
    unchanged(WorkspaceEndpoints.IMPORT_SCHEMA, new ImportSchema.FromSql("CREATE TABLE t(x);"));
    unchanged(
        WorkspaceEndpoints.IMPORT_SCHEMA,
        new ImportSchema.FromTables(
            List.of(
                new TableDefinition(
                    "users",
                    List.of(
                        new ColumnDefinition(
                            "id",
                            "INTEGER",
                            false,
                            Optional.empty(),
                            true,
                            false,
                            Optional.empty()),
                        new ColumnDefinition(
                            "org",
                            "INTEGER",
                            true,
                            Optional.of("0"),
                            false,
                            true,
                            Optional.of("orgs(id)"))),
                    List.of(new IndexDefinition("users_org", List.of("org"), true))))));
  }

  @Test
  void adminStatementsSayTheirTarget() {
    AdminStatement one =
        AdminStatement.of(new TenantQuery(new TenantId("wayne"), MAIN, "SELECT 1"));
    AdminStatement all = AdminStatement.of(new FanOutQuery(MAIN, "SELECT 1"));

    assertThat(Json.text(one))
        .isEqualTo("{\"blueprint\":\"main\",\"query\":\"SELECT 1\",\"tenant_id\":\"wayne\"}");
    assertThat(Json.text(all))
        .isEqualTo("{\"blueprint\":\"main\",\"query\":\"SELECT 1\",\"all_tenants\":true}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"blueprint":"main","query":"SELECT 1"} | Provide tenant_id or all_tenants
          {"blueprint":"main","query":"SELECT 1","all_tenants":false} \
          | Provide tenant_id or all_tenants
          {"blueprint":"main","query":"SELECT 1","tenant_id":"a","all_tenants":true} \
          | Provide either tenant_id or all_tenants, not both
          {"blueprint":"Main!","query":"SELECT 1","all_tenants":true} | Blueprint not found: Main!
          {"query":"SELECT 1","all_tenants":true} | blueprint is required
          """)
  void adminStatementsNeedOneTarget(String json, String message) {
    assertThatThrownBy(() -> read(QueryEndpoints.ADMIN, json)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | source is required
          {"source":"ftp"} | source must be one of: template, json, sql, database, url
          {"source":"url"} | url is required
          {"source":"database"} | connection is required
          {"source":"database","connection":{"type":"sqlite"}} | connection.path is required
          {"source":"database","connection":{"type":"mysql"}} \
          | connection.type 'mysql' is not available on this engine. \
          Use sqlite (a file, with path) or libsql (with url and auth_token)
          {"source":"template"} | template is required
          {"source":"json"} | tables is required
          {"source":"json","tables":[]} | tables must contain at least one entry
          {"source":"json","tables":[{"name":"t"}]} | tables[0].columns is required
          {"source":"json","tables":[{"name":"t","columns":[{"name":"a"}]}]} \
          | tables[0].columns[0].type is required
          """)
  void badImportsNameTheField(String json, String message) {
    assertThatThrownBy(() -> read(WorkspaceEndpoints.IMPORT_SCHEMA, json)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"dry_run":1} | dry_run must be true or false
          {"workers":65} | workers must be between 1 and 64
          {"dry_run_tenants":3} | dry_run_tenants needs dry_run
          {"strategy":[]} | strategy must be an object
          {"strategy":{"stages":[{"tenants":0}]}} | strategy.stages: tenants must be at least 1
          {"strategy":{"stages":[{"percent":101}]}} \
          | strategy.stages: percent must be between 1 and 100
          {"strategy":{"stages":[{}]}} | strategy.stages must each have either tenants or percent
          {"strategy":{"max_failures":-1}} | strategy.max_failures must not be negative
          {"strategy":{"max_failures":1,"max_failures_percent":1}} \
          | Provide either strategy.max_failures or strategy.max_failures_percent, not both
          """)
  void badDeploymentsNameTheField(String json, String message) {
    String body = "{\"blueprint_id\":\"main\"," + json.substring(1);
    assertThatThrownBy(() -> read(DeploymentEndpoints.CREATE, body)).hasMessage(message);
  }

  @Test
  void stagesOfADeploymentAreReadAsTheReferenceSpellsThem() {
    assertThat(
            read(
                DeploymentEndpoints.CREATE,
                """
                {"blueprint_id":"main","strategy":{"stages":[{"tenants":5},{"percent":100}],
                 "max_failures":0,"pause_between":true}}
                """))
        .isEqualTo(
            new CreateDeployment(MAIN)
                .with(
                    DeploymentOptions.defaults()
                        .withStrategy(
                            DeploymentStrategy.stages(Share.tenants(5), Share.percent(100))
                                .withPauses())));
  }

  @Test
  void aLookAtThePastNeedsATimeWithAnOffset() {
    String json = "{\"blueprint\":\"main\",\"query\":\"SELECT 1\",\"as_of\":\"%s\"}";
    TenantId wayne = new TenantId("wayne");

    assertThat(
            read(QueryEndpoints.TENANT, json.formatted("2026-02-03T18:10:59.25+01:00"))
                .on(wayne)
                .asOf())
        .contains(Instant.parse("2026-02-03T17:10:59.250Z"));
    assertThatThrownBy(() -> read(QueryEndpoints.TENANT, json.formatted("yesterday")).on(wayne))
        .hasMessage("as_of must be an ISO 8601 time with an offset, like 2026-02-03T17:10:59Z");
  }

  @Test
  void columnsAreNullableUnlessTheyArePrimaryKeys() {
    ImportSchema request =
        read(
            WorkspaceEndpoints.IMPORT_SCHEMA,
            """
            {"source":"json","tables":[{"name":"t","columns":[
              {"name":"id","type":"INTEGER","primary_key":true},
              {"name":"n","type":"INTEGER","default":0},
              {"name":"b","type":"BOOLEAN","default":true}]}]}\
            """);

    assertThat(((ImportSchema.FromTables) request).tables().getFirst().columns())
        .extracting(ColumnDefinition::nullable, column -> column.defaultValue().orElse("-"))
        .containsExactly(tuple(false, "-"), tuple(true, "0"), tuple(true, "1"));
  }

  @Test
  void theReservedRoleIsRefusedInItsOwnWords() {
    assertThatThrownBy(
            () ->
                read(
                    ApiKeyEndpoints.CREATE,
                    "{\"name\":\"x\",\"role\":\"mcp\",\"scope_type\":\"project\"}"))
        .hasMessage(
            "role \"mcp\" is reserved for OAuth integrations and cannot be created manually");
    assertThatThrownBy(
            () ->
                read(
                    ApiKeyEndpoints.CREATE,
                    "{\"name\":\"x\",\"role\":\"god\",\"scope_type\":\"project\"}"))
        .hasMessage("role must be one of: admin, write, read");
  }

  @Test
  void filtersAreReadAsTheyWereWritten() {
    TenantFilter filter =
        new TenantFilter(
            true,
            Optional.of("way & ne"),
            Optional.of(TenantStatus.SUSPENDED),
            Optional.of(MAIN),
            Optional.of(VersionRange.parse("<1.3")),
            Optional.of(2),
            Optional.of(TenantConcern.DRIFTED),
            TenantFilter.Sort.ID_DESC);

    assertThat(TenantFilters.read(TenantFilters.write(filter))).isEqualTo(filter);
    assertThat(TenantFilters.write(TenantFilter.none()).values()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status | lost | status must be one of: deleted, partially_deleted, provisioning, \
          restoring, recovering, migrating, syncing, suspended, ready
          sort | up | sort must be one of: created, created_desc, id, id_desc, status, status_desc
          include_deleted | maybe | include_deleted must be true or false
          concern | old | concern must be one of: behind, drifted, failed
          isolation_level | two | isolation_level must be an integer
          version | new | Invalid version: new
          """)
  void badFiltersNameTheParameter(String name, String value, String message) {
    QueryParameters query = QueryParameters.none().with(name, value);

    assertThatThrownBy(() -> TenantFilters.read(query)).hasMessage(message);
  }

  private static <B> void unchanged(Endpoint<B, ?> endpoint, B request) {
    byte[] json = Json.bytes(endpoint.body().writer().apply(request));

    assertThat(endpoint.body().reader().apply(Fields.of(json))).isEqualTo(request);
  }

  private static <B> B read(Endpoint<B, ?> endpoint, String json) {
    return endpoint.body().reader().apply(Fields.of(json.getBytes(StandardCharsets.UTF_8)));
  }
}
