package io.tenantry.core.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.PartFailure;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.access.Scope;
import io.tenantry.core.access.Tier;
import io.tenantry.core.tenants.Fleet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries on one tenant and on many: rights, states, limits, errors. */
class QueryServiceTest {
  private static final WorkspaceName SHOP = new WorkspaceName("shop");
  private static final String INSERT = "INSERT INTO users (name) VALUES ('Ada'), ('Bob')";
  private static final String SELECT = "SELECT name FROM users ORDER BY name";

  @TempDir Path data;
  private Fleet fleet;

  @BeforeEach
  void open() {
    fleet =
        new Fleet(data)
            .blueprint("shop", "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
            .blueprint("crm", "CREATE TABLE leads (id INTEGER PRIMARY KEY)");
    fleet.createMany(List.of("wayne", "stark", "globex"), "shop");
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void writesAndReadsOneTenant() {
    QueryResult written = query(Fleet.admin(), "wayne", INSERT);

    assertThat(written.rowsAffected()).contains(2L);
    assertThat(query(Fleet.admin(), "wayne", SELECT).rows())
        .containsExactly(List.of(Value.of("Ada")), List.of(Value.of("Bob")));
    assertThat(query(Fleet.admin(), "stark", SELECT).rows()).isEmpty();
  }

  @Test
  void readersCannotWrite() {
    Caller reader = Fleet.caller(Role.READ, Scope.PROJECT, Tier.ENTERPRISE);
    Caller writer = Fleet.caller(Role.WRITE, Scope.PROJECT, Tier.ENTERPRISE);

    assertError(
        () -> query(reader, "wayne", INSERT),
        ErrorCode.PERMISSION_DENIED,
        "query failed: attempt to write a readonly database");
    assertThat(query(writer, "wayne", INSERT).rowsAffected()).contains(2L);
    assertThat(query(reader, "wayne", SELECT).rowCount()).isEqualTo(2);
  }

  @Test
  void onlyAdministratorsAskEveryone() {
    QueryService writer = fleet.queries(Fleet.caller(Role.WRITE, Scope.PROJECT, Tier.ENTERPRISE));

    assertCode(() -> writer.adminAll(new FanOutQuery(SHOP, SELECT)), ErrorCode.ROLE_REQUIRED);
    assertCode(
        () -> writer.admin(new TenantQuery(new TenantId("wayne"), SHOP, SELECT)),
        ErrorCode.ROLE_REQUIRED);
  }

  @Test
  void staysInScope() {
    Caller wayne = scoped(ScopeType.TENANT, "wayne");
    Caller crm = scoped(ScopeType.WORKSPACE, "crm");

    assertThat(query(wayne, "wayne", SELECT).rowCount()).isZero();
    assertError(
        () -> query(wayne, "stark", SELECT),
        ErrorCode.SCOPE_DENIED,
        "credential scoped to tenants [wayne], attempted \"stark\"");
    assertError(
        () -> query(crm, "wayne", SELECT),
        ErrorCode.SCOPE_DENIED,
        "credential scoped to workspaces [crm], attempted \"shop\"");
    assertCode(
        () -> fleet.queries(wayne).adminAll(new FanOutQuery(SHOP, SELECT)), ErrorCode.SCOPE_DENIED);
  }

  @Test
  void refusesDdlAndSecondStatements() {
    assertError(
        () -> query(Fleet.admin(), "wayne", "DROP TABLE users"),
        ErrorCode.BAD_REQUEST,
        "DDL not allowed on tenant databases. Deploy schema through blueprints. See:"
            + " https://docs.tenantsdb.com/getting-started.html#schema-evolution");
    assertError(
        () -> query(Fleet.admin(), "wayne", "SELECT 1; SELECT 2"),
        ErrorCode.BAD_REQUEST,
        "one statement per request");
    assertCode(
        () -> fleet.queries().adminAll(new FanOutQuery(SHOP, "DROP TABLE users")),
        ErrorCode.BAD_REQUEST);
  }

  @Test
  void namesWhatIsMissing() {
    assertError(
        () -> query(Fleet.admin(), "nobody", SELECT),
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody");
    assertError(
        () ->
            fleet
                .queries()
                .tenant(new TenantQuery(new TenantId("wayne"), new WorkspaceName("crm"), SELECT)),
        ErrorCode.NOT_FOUND,
        "Tenant 'wayne' does not have blueprint 'crm'");
    assertError(
        () ->
            fleet
                .queries()
                .adminAll(
                    new FanOutQuery(
                        SHOP, SELECT, Parameters.none(), List.of(new TenantId("nobody")))),
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody");
  }

  @Test
  void respectsTheStateOfTheTenant() {
    fleet.tenants().suspend(new TenantId("wayne"));
    fleet.tenants().delete(new TenantId("stark"), false);

    assertError(
        () -> query(Fleet.admin(), "wayne", SELECT),
        ErrorCode.CONFLICT,
        "Tenant 'wayne' is suspended. Use POST /tenants/wayne/resume");
    assertError(
        () -> query(Fleet.admin(), "stark", SELECT),
        ErrorCode.CONFLICT,
        "Tenant 'stark' is in trash. Use POST /tenants/stark/restore or DELETE"
            + " /tenants/stark?hard=true");
  }

  @Test
  void keepsToTheDeployedLimits() {
    query(Fleet.admin(), "wayne", INSERT);
    fleet.catalog.execute(
        handle -> handle.execute("UPDATE blueprint SET deployed_max_rows_per_query = 1"));

    QueryResult cut = query(Fleet.admin(), "wayne", SELECT);

    assertThat(cut.rows()).hasSize(1);
    assertThat(cut.truncated()).isTrue();
    fleet.catalog.execute(
        handle -> handle.execute("UPDATE blueprint SET deployed_query_timeout_ms = 100"));
    assertError(
        () ->
            query(
                Fleet.admin(),
                "wayne",
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                    + " SELECT max(i) FROM n"),
        ErrorCode.BAD_REQUEST,
        "query failed: timeout after 100ms");
  }

  @Test
  void asksAllInCatalogOrder() {
    query(Fleet.admin(), "stark", INSERT);

    List<TenantAnswer> answers =
        fleet.queries().adminAll(new FanOutQuery(SHOP, "SELECT count(*) FROM users"));

    assertThat(answers)
        .extracting(answer -> answer.tenant() + "=" + answer.result().orElseThrow().rows())
        .containsExactly(
            "wayne=[[" + Value.of(0) + "]]",
            "stark=[[" + Value.of(2) + "]]",
            "globex=[[" + Value.of(0) + "]]");
  }

  @Test
  void aFailingTenantDoesNotStopTheOthers() throws Exception {
    fleet.tenants().suspend(new TenantId("globex"));
    Files.writeString(fleet.file("stark", "shop"), "this is no database, whatever it says");

    List<TenantAnswer> answers = fleet.queries().adminAll(new FanOutQuery(SHOP, SELECT));

    assertThat(answers.get(0).result()).isPresent();
    assertThat(answers.get(1).failure())
        .hasValueSatisfying(failure -> assertThat(failure.message()).contains("database"));
    assertThat(answers.get(2).failure().map(PartFailure::message))
        .contains("Tenant 'globex' is suspended. Use POST /tenants/globex/resume");
  }

  @Test
  void asksTheNamedInCatalogOrder() {
    List<TenantAnswer> answers =
        fleet
            .queries()
            .adminAll(
                new FanOutQuery(
                    SHOP,
                    "SELECT ?",
                    Parameters.of(Value.of("x")),
                    List.of(new TenantId("globex"), new TenantId("wayne"))));

    assertThat(answers)
        .extracting(answer -> answer.tenant().value())
        .containsExactly("wayne", "globex");
  }

  @Test
  void aRoundLeavesNoColdDatabaseOpen() {
    query(Fleet.admin(), "wayne", SELECT);
    int open = fleet.databases.counters().openDatabases();

    fleet.queries().adminAll(new FanOutQuery(SHOP, INSERT));

    assertThat(fleet.databases.counters().openDatabases()).isEqualTo(open);
    assertThat(query(Fleet.admin(), "globex", SELECT).rowCount()).isEqualTo(2);
  }

  private QueryResult query(Caller caller, String tenant, String sql) {
    return fleet.queries(caller).tenant(new TenantQuery(new TenantId(tenant), SHOP, sql));
  }

  private static Caller scoped(ScopeType type, String value) {
    return Fleet.caller(Role.ADMIN, new Scope(type, List.of(value)), Tier.ENTERPRISE);
  }

  private static void assertCode(ThrowingCallable call, ErrorCode code) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(call)
        .returns(code, EngineException::code);
  }

  private static void assertError(ThrowingCallable call, ErrorCode code, String message) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(call)
        .withMessage(message)
        .returns(code, EngineException::code);
  }
}
