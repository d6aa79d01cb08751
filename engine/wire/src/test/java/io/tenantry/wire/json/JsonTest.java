package io.tenantry.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.SignedUp;
import io.tenantry.contract.apikeys.ApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantConnection;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.wire.Envelope;
import io.tenantry.wire.info.InfoEndpoints;
import io.tenantry.wire.queries.ResultJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final Instant CREATED = Instant.parse("2026-01-20T14:00:00.123Z");

  @Test
  void recordsBecomeSnakeCaseInOrderWithoutAbsentFields() {
    Tenant tenant =
        new Tenant(
            new TenantId("wayne"),
            TenantStatus.READY,
            List.of(
                new TenantDatabase(
                    new WorkspaceName("fintech"),
                    DatabaseType.POSTGRESQL,
                    1,
                    Optional.empty(),
                    new Version(1, 2),
                    Optional.of(
                        new TenantConnection(
                            "fintech__wayne",
                            "http://h:1/db/x/",
                            Optional.of(new Secret("tdb_1")))))),
            CREATED);

    assertThat(Json.text(new Envelope(true, 201, "created", tenant)))
        .isEqualTo(
            "{\"success\":true,\"http_status\":201,\"code\":\"created\",\"tenant_id\":\"wayne\","
                + "\"status\":\"ready\",\"databases\":[{\"blueprint\":\"fintech\","
                + "\"database_type\":\"PostgreSQL\",\"isolation_level\":1,\"version\":\"1.2\","
                + "\"connection\":{\"database\":\"fintech__wayne\","
                + "\"connection_string\":\"http://h:1/db/x/\",\"auth_token\":\"tdb_1\"}}],"
                + "\"created_at\":\"2026-01-20T14:00:00Z\"}");
  }

  @Test
  void flagsThatReadAsQuestionsKeepTheirWord() {
    ApiKey key =
        new ApiKey(
            118,
            new Secret("tdb_sk_1"),
            new ProjectId("tdb_701dc142"),
            "My Saas",
            "Production",
            "scale",
            true,
            ScopeType.PROJECT,
            List.of(),
            Role.ADMIN,
            CREATED,
            Optional.empty(),
            false);

    String json = Json.text(key);

    assertThat(json)
        .contains("\"is_active\":true", "\"scope_values\":[]", "\"oauth_managed\":false")
        .doesNotContain("last_used_at");
    assertThat(Json.read(json.getBytes(StandardCharsets.UTF_8), ApiKey.class))
        .usingRecursiveComparison()
        .ignoringFields("createdAt")
        .isEqualTo(key);
  }

  @Test
  void valuesKeepTheirStorageClassThereAndBack() {
    List<List<Value>> rows =
        List.of(
            List.of(Value.of(Long.MAX_VALUE), Value.of(1.0), Value.of("Ada \"\u0000\ud83d\ude80")),
            List.of(Value.of(Long.MIN_VALUE), Value.of(-1e300), Value.of("Infinity")),
            List.of(Value.ofNull(), Value.of(0.1 + 0.2), Value.of(new byte[] {0, -1, 7})),
            List.of(Value.of(0), Value.of(Double.NEGATIVE_INFINITY), Value.of("")));
    QueryResult result =
        new QueryResult(
            List.of("n", "x", "t"),
            List.of("INTEGER", "REAL", "TEXT"),
            rows,
            4,
            Optional.empty(),
            Optional.empty(),
            false,
            0.4);

    byte[] json = Json.bytes(ResultJson.of(result));

    assertThat(Json.read(json, ResultJson.class).result()).isEqualTo(result);
  }

  @Test
  void valuesAreSpelledAsDocumented() {
    QueryResult result =
        new QueryResult(
            List.of("a", "a"),
            List.of("INTEGER", "BLOB"),
            List.of(
                List.of(Value.of(9007199254740993L), Value.of(new byte[] {1})),
                List.of(Value.of(Double.POSITIVE_INFINITY), Value.ofNull())),
            2,
            Optional.empty(),
            Optional.empty(),
            true,
            0.5);

    assertThat(Json.text(ResultJson.of(result)))
        .isEqualTo(
            "{\"columns\":[\"a\",\"a\"],\"types\":[\"INTEGER\",\"BLOB\"],"
                + "\"rows\":[[9007199254740993,{\"base64\":\"AQ==\"}],[\"Infinity\",null]],"
                + "\"row_count\":2,\"truncated\":true,\"duration_ms\":0.5}");
  }

  @Test
  void writesHaveCountsAndNoTypes() {
    QueryResult result =
        new QueryResult(
            List.of(), List.of(), List.of(), 0, Optional.of(3L), Optional.of(7L), false, 1.5);

    assertThat(Json.text(ResultJson.of(result)))
        .isEqualTo(
            "{\"columns\":[],\"rows\":[],\"row_count\":0,\"rows_affected\":3,"
                + "\"last_insert_id\":7,\"truncated\":false,\"duration_ms\":1.5}");
  }

  @Test
  void aColumnsDefaultIsCalledDefault() {
    WorkspaceSchema.Column column =
        new WorkspaceSchema.Column("balance", "REAL", true, "0", 0, false, false);

    String json = Json.text(column);

    assertThat(json).contains("\"default\":\"0\"").doesNotContain("default_value");
    assertThat(Json.read(json.getBytes(StandardCharsets.UTF_8), WorkspaceSchema.Column.class))
        .isEqualTo(column);
  }

  @Test
  void unknownFieldsAreIgnoredAndMissingOnesRefused() {
    byte[] more = "{\"major\":1,\"minor\":2}".getBytes(StandardCharsets.UTF_8);

    assertThat(
            Json.read(
                    "{\"status\":\"ok\",\"new\":{}}".getBytes(StandardCharsets.UTF_8),
                    InfoEndpoints.Health.class)
                .status())
        .isEqualTo("ok");
    assertThatThrownBy(() -> Json.read(more, InfoEndpoints.Health.class))
        .isInstanceOf(JsonException.class);
  }

  @Test
  void noMessageCarriesASecret() {
    byte[] json = "{\"project_id\":\"tdb_sk_secret\"}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Json.read(json, SignedUp.class))
        .isInstanceOf(JsonException.class)
        .hasMessageNotContaining("tdb_sk_secret");
  }
}
