package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may use which database in a session, and what becomes of schema changes in workspaces. */
public abstract class SessionAccessContract extends SessionSuite {
  @Test
  void aTenantsPasswordOpensItsDatabasesOnly() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    Secret wayne = password(project, WAYNE);

    assertRefused(ErrorCode.SCOPE_DENIED, () -> session("main__globex", wayne));
    assertRefused(ErrorCode.SCOPE_DENIED, () -> session("main_workspace", wayne));
    assertRefused(
        ErrorCode.NOT_FOUND, "Blueprint not found: other", () -> session("other__wayne", wayne));
    assertRefused(
        ErrorCode.NOT_FOUND, "Database not found: nothing", () -> session("nothing", wayne));
    assertRefused(
        ErrorCode.UNAUTHORIZED,
        "Invalid database password",
        () -> session("main__wayne", new Secret("tdb_0123456789abcdef")));
    EngineException key = refusal(() -> session("main__wayne", project.key()));
    assertThat(key.code()).isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThat(key.message()).contains("proxy_password").doesNotContain(project.key().value());
    assertThat(main.value()).isEqualTo("main");
  }

  @Test
  void aKeysPasswordReachesWhatItsScopeNames() {
    TestProject project = project();
    notes(project);
    WorkspaceName other = project.workspace("other");
    Secret workspace = keyPassword(project, Role.ADMIN, ScopeType.WORKSPACE, "main");
    Secret tenant = keyPassword(project, Role.WRITE, ScopeType.TENANT, "wayne");
    Secret whole = keyPassword(project, Role.ADMIN, ScopeType.PROJECT);

    session("main__wayne", workspace).close();
    session("main__globex", workspace).close();
    session("main_workspace", workspace).close();
    assertRefused(ErrorCode.SCOPE_DENIED, () -> session("other_workspace", workspace));
    session("main__wayne", tenant).close();
    assertRefused(ErrorCode.SCOPE_DENIED, () -> session("main__globex", tenant));
    assertRefused(ErrorCode.SCOPE_DENIED, () -> session("main_workspace", tenant));
    session("main_workspace", whole).close();
    session("main_workspace", projectPassword(project, other)).close();
    assertRefused(ErrorCode.SCOPE_DENIED, () -> session("main__wayne", whole));
    assertRefused(
        ErrorCode.SCOPE_DENIED, () -> session("main__wayne", projectPassword(project, other)));
  }

  @Test
  void theSameNameInTwoProjectsIsDecidedByThePassword() {
    TestProject one = project();
    TestProject two = project();
    notes(one);
    notes(two);

    try (DatabaseSession first = session(one, WAYNE);
        DatabaseSession second = session(two, WAYNE)) {
      run(first, "INSERT INTO note (text) VALUES ('a')");

      assertThat(count(first)).isEqualTo(1);
      assertThat(count(second)).isZero();
    }
  }

  @Test
  void roleReadIsStoppedByTheDatabaseItself() {
    TestProject project = project();
    notes(project);
    Secret read = keyPassword(project, Role.READ, ScopeType.WORKSPACE, "main");

    try (DatabaseSession tenant = session("main__wayne", read);
        DatabaseSession workspace = session("main_workspace", read)) {
      assertThat(count(tenant)).isZero();
      assertRefused(
          ErrorCode.PERMISSION_DENIED,
          "query failed: attempt to write a readonly database",
          () -> run(tenant, "INSERT INTO note (text) VALUES ('a')"));
      run(tenant, "BEGIN IMMEDIATE");
      assertRefused(ErrorCode.PERMISSION_DENIED, () -> run(tenant, "DELETE FROM note"));
      run(tenant, "ROLLBACK");
      assertRefused(ErrorCode.PERMISSION_DENIED, () -> run(workspace, "CREATE TABLE x (id)"));
    }
  }

  @Test
  void aRevokedKeyEndsItsSessions() {
    TestProject project = project();
    notes(project);
    Secret password = keyPassword(project, Role.WRITE, ScopeType.TENANT, "wayne");

    try (DatabaseSession session = session("main__wayne", password)) {
      assertThat(count(session)).isZero();
      project.admin().apiKeys().delete(project.admin().apiKeys().list().getLast().id());
      assertRefused(ErrorCode.UNAUTHORIZED, () -> count(session));
    }
  }

  @Test
  void aTransactionIsRolledBackWhenItsTenantIsSuspended() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session = session(project, WAYNE)) {
      run(session, "BEGIN IMMEDIATE");
      run(session, "INSERT INTO note (text) VALUES ('a')");
      project.admin().tenants().suspend(WAYNE);
      assertRefused(
          ErrorCode.CONFLICT,
          "Tenant 'wayne' is suspended. Use POST /tenants/wayne/resume",
          () -> run(session, "COMMIT"));

      project.admin().tenants().resume(WAYNE);
      assertThat(session.isAutocommit()).isTrue();
      assertThat(count(session)).isZero();
    }
  }

  @Test
  void aTransactionIsRolledBackWhenItsTenantGoesToTheTrash() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session = session(project, WAYNE)) {
      run(session, "BEGIN IMMEDIATE");
      project.admin().tenants().delete(WAYNE, false);
      assertRefused(ErrorCode.CONFLICT, () -> run(session, "INSERT INTO note (text) VALUES ('a')"));

      project.admin().tenants().restore(WAYNE);
      assertThat(count(session)).isZero();
    }
  }

  @Test
  void aDatabaseHasNoMoreSessionsThanItsLimit() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    Secret password = projectPassword(project, main);
    project
        .admin()
        .workspaces()
        .saveSettings(main, new SaveSettings(Optional.empty(), Optional.empty(), Optional.of(1)));

    try (DatabaseSession only = session("main_workspace", password)) {
      assertRefused(
          ErrorCode.RATE_LIMITED,
          "too many connections to this database: max 1",
          () -> session("main_workspace", password));
      assertThat(only.isOpen()).isTrue();
    }
    session("main_workspace", password).close();
  }

  @Test
  void schemaChangesOfAWorkspaceMakeOneVersionEach() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    try (DatabaseSession session =
        session("main_workspace", keyPassword(project, Role.ADMIN, ScopeType.PROJECT))) {
      run(session, "CREATE TABLE a (id INTEGER PRIMARY KEY)");
      assertThat(version(project, main)).isEqualTo("1.1");
      session.script("CREATE TABLE b (id); CREATE INDEX b_id ON b (id); INSERT INTO b VALUES (1);");
      assertThat(version(project, main)).isEqualTo("1.2");
      session.batch(
          List.of(step("CREATE TABLE c (id)"), step("NONSENSE"), step("CREATE TABLE d (id)")));
      assertThat(version(project, main)).isEqualTo("1.3");
      run(session, "BEGIN");
      run(session, "CREATE TABLE e (id)");
      run(session, "SAVEPOINT s");
      run(session, "CREATE TABLE f (id)");
      run(session, "ROLLBACK TO s");
      assertThat(version(project, main)).isEqualTo("1.3");
      run(session, "COMMIT");
      assertThat(version(project, main)).isEqualTo("1.4");
      run(session, "BEGIN");
      run(session, "CREATE TABLE g (id)");
      run(session, "ROLLBACK");
      run(session, "INSERT INTO a DEFAULT VALUES");
      assertThat(version(project, main)).isEqualTo("1.4");
    }
    assertThat(project.changes(main).stream().map(change -> change.object()))
        .containsExactly("a", "b", "b_id", "c", "d", "e");
  }

  @Test
  void aControlWorkspaceIsChangedWithoutVersions() {
    TestProject project = project();
    WorkspaceName control = project.workspace("ctl", WorkspaceMode.CONTROL);

    try (DatabaseSession session =
        session("ctl_workspace", keyPassword(project, Role.ADMIN, ScopeType.PROJECT))) {
      run(session, "CREATE TABLE a (id INTEGER PRIMARY KEY)");
      run(session, "INSERT INTO a DEFAULT VALUES");

      assertThat(run(session, "SELECT id FROM a").rows()).containsExactly(List.of(Value.of(1)));
    }
    assertThat(project.admin().workspaces().get(control).version()).isEmpty();
  }

  @Test
  void roleWriteChangesRowsOfAWorkspaceButNotItsSchema() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session =
        session("main_workspace", keyPassword(project, Role.WRITE, ScopeType.WORKSPACE, "main"))) {
      run(session, "INSERT INTO note (text) VALUES ('a')");
      assertRefused(ErrorCode.ROLE_REQUIRED, () -> run(session, "CREATE TABLE x (id)"));

      assertThat(count(session)).isEqualTo(1);
    }
  }

  @Test
  void passwordsAreShownOnlyToThoseWhoMayDoAsMuch() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    Project reader = project.as(Role.READ, ScopeType.PROJECT);
    Project writer = project.as(Role.WRITE, ScopeType.PROJECT);
    Project partial = project.as(Role.ADMIN, ScopeType.WORKSPACE, "main");

    assertThat(shown(reader)).isEmpty();
    assertThat(shown(writer)).contains(password(project, WAYNE));
    assertThat(shown(partial)).contains(password(project, WAYNE));
    for (Project other : List.of(reader, writer, partial)) {
      assertThat(other.workspaces().get(main).connection().password()).isEmpty();
    }
    assertThat(project.admin().workspaces().get(main).connection().password()).isPresent();
  }

  private static String version(TestProject project, WorkspaceName workspace) {
    return project.admin().workspaces().get(workspace).version().orElseThrow().toString();
  }

  private static Optional<Secret> shown(Project project) {
    return project
        .tenants()
        .get(WAYNE)
        .databases()
        .getFirst()
        .connection()
        .orElseThrow()
        .authToken();
  }
}
