package io.tenantry.core.workspaces;

import static io.tenantry.core.workspaces.WorkspaceFixture.MAIN;
import static io.tenantry.core.workspaces.WorkspaceServiceTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.blueprints.BlueprintVersion;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.WorkspaceDiff;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceQueryTest {
  private static final String USERS = "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)";
  private static final String INDEX = "CREATE INDEX users_name ON users (name)";

  private WorkspaceFixture engine;

  @BeforeEach
  void open(@TempDir Path root) {
    engine = new WorkspaceFixture(root);
    engine.createMain(WorkspaceMode.TENANT);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aScriptMakesOneVersionWithAllItsChanges() {
    WorkspaceQueryResult answer =
        engine.run(USERS + ";" + INDEX + "; INSERT INTO users (name) VALUES ('Ada');");
    assertThat(answer.version()).contains(new Version(1, 1));
    assertThat(answer.undeployedChanges()).contains(2);
    assertThat(answer.result().rowsAffected()).contains(1L);
    WorkspaceDiff diff = engine.workspaces().diff(MAIN);
    assertThat(diff.changes()).extracting(Change::statement).containsExactly(USERS, INDEX);
    assertThat(diff.changes()).extracting(Change::version).containsOnly(new Version(1, 1));
    assertThat(diff.changes().getFirst().revertStatement()).contains("DROP TABLE IF EXISTS users;");

    BlueprintVersion version = engine.blueprints().version(MAIN, new Version(1, 1));
    assertThat(version.statements()).containsExactly(USERS, INDEX);
    assertThat(version.schema()).containsExactly(USERS, INDEX);
    assertThat(version.fingerprint()).startsWith("2:");
    assertThat(version.author()).isEqualTo("ada@example.org");
  }

  @Test
  void rowsAloneMakeNoVersion() {
    engine.run(USERS);
    WorkspaceQueryResult answer =
        engine.run("INSERT INTO users (name) VALUES ('Ada'); SELECT name FROM users");
    assertThat(answer.version()).contains(new Version(1, 1));
    assertThat(answer.result().rows()).containsExactly(List.of(Value.of("Ada")));
    assertThat(engine.run("DROP TABLE IF EXISTS other").version()).contains(new Version(1, 1));
  }

  @Test
  void theLastRowsAreTheAnswer() {
    assertThat(engine.run("SELECT 1; CREATE TABLE t (a)").result().rows())
        .containsExactly(List.of(Value.of(1)));
    assertThat(engine.run("SELECT 1; SELECT 2").result().rows())
        .containsExactly(List.of(Value.of(2)));
  }

  @Test
  void aFailingScriptChangesNothingAndNamesThePlace() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> engine.run(USERS + ";\n\nCREATE INDEX i ON nowhere (a);"))
        .withMessage("line 3, statement 2: query failed: no such table: main.nowhere")
        .satisfies(
            error -> {
              assertThat(error.code()).isEqualTo(ErrorCode.BAD_REQUEST);
              assertThat(error.details()).containsEntry("line", 3).containsEntry("statement", 2);
            });
    assertThat(engine.workspaces().schema(MAIN).tables()).isEmpty();
    assertThat(engine.workspaces().get(MAIN).version()).contains(new Version(1, 0));
  }

  @Test
  void aStatementAloneFailsInItsOwnWords() {
    assertFails(
        ErrorCode.BAD_REQUEST,
        "query failed: no such table: nowhere",
        () -> engine.run("SELECT * FROM nowhere"));
    assertFails(
        ErrorCode.BAD_REQUEST,
        "ATTACH is not allowed in workspaces",
        () -> engine.run("ATTACH 'x' AS y"));
    assertFails(ErrorCode.BAD_REQUEST, "query is empty", () -> engine.run("-- nothing"));
  }

  @Test
  void parametersBelongToOneStatement() {
    engine.run(USERS);
    Parameters ada = Parameters.of(Value.of("Ada"));
    engine.workspaces().query(MAIN, new WorkspaceQuery("INSERT INTO users (name) VALUES (?)", ada));
    assertThat(engine.run("SELECT count(*) FROM users").result().rows())
        .containsExactly(List.of(Value.of(1)));
    assertFails(
        ErrorCode.BAD_REQUEST,
        "params need a query of one statement",
        () -> engine.workspaces().query(MAIN, new WorkspaceQuery("SELECT 1; SELECT ?", ada)));
  }

  @Test
  void skippingLeavesTheWorkspaceAndMakesAVersionWithoutTheChange() {
    engine.run(USERS);
    engine.run(INDEX);
    long index = engine.workspaces().diff(MAIN).changes().getLast().id();
    engine.workspaces().skip(MAIN, index);

    assertThat(engine.workspaces().diff(MAIN).changes())
        .extracting(Change::statement)
        .containsExactly(USERS);
    assertThat(engine.workspaces().get(MAIN).schema().orElseThrow()).containsExactly(USERS, INDEX);
    BlueprintVersions versions = engine.blueprints().versions(MAIN);
    assertThat(versions.latest()).isEqualTo(new Version(1, 3));
    assertThat(versions.versions())
        .extracting(BlueprintVersions.Summary::ddlCount)
        .containsExactly(1, 2, 1);
    assertThat(engine.blueprints().get(MAIN).schema()).containsExactly(USERS);
    assertThat(engine.blueprints().version(MAIN, new Version(1, 2)).schema())
        .containsExactly(USERS, INDEX);
  }

  @Test
  void aChangeThatOthersNeedStays() {
    engine.run(USERS);
    engine.run(INDEX);
    long users = engine.workspaces().diff(MAIN).changes().getFirst().id();
    String reason =
        " DDL %d: a later change needs it: %s (query failed: no such table: main.users)"
            .formatted(users, INDEX);
    assertFails(
        ErrorCode.CONFLICT, "Cannot skip" + reason, () -> engine.workspaces().skip(MAIN, users));
    assertFails(
        ErrorCode.CONFLICT,
        "Cannot revert" + reason,
        () -> engine.workspaces().revert(MAIN, users));
    assertThat(engine.workspaces().get(MAIN).version()).contains(new Version(1, 2));
  }

  @Test
  void revertingTakesTheChangeBackInBothPlaces() {
    engine.run(USERS);
    long id = engine.workspaces().diff(MAIN).changes().getFirst().id();
    assertThat(engine.workspaces().revert(MAIN, id)).isEqualTo("DROP TABLE IF EXISTS users;");
    assertThat(engine.workspaces().schema(MAIN).tables()).isEmpty();
    assertThat(engine.workspaces().diff(MAIN).changes()).isEmpty();
    assertThat(engine.workspaces().get(MAIN).version()).contains(new Version(1, 2));
    assertThat(engine.blueprints().get(MAIN).deploymentStatus().readyToDeploy()).isFalse();
  }

  @Test
  void whatHasNoInverseCannotBeReverted() {
    engine.run(USERS);
    engine.run("ALTER TABLE users DROP COLUMN name");
    Change drop = engine.workspaces().diff(MAIN).changes().getLast();
    assertThat(drop.destructive()).isTrue();
    assertFails(
        ErrorCode.BAD_REQUEST,
        "DDL %d cannot be reverted: drop_column of 'users.name' has no inverse"
            .formatted(drop.id()),
        () -> engine.workspaces().revert(MAIN, drop.id()));
  }

  @Test
  void deployedChangesAreNoLongerPending() {
    engine.run(USERS);
    long id = engine.workspaces().diff(MAIN).changes().getFirst().id();
    engine.putTenant("wayne", "ready", 1);
    assertThat(engine.workspaces().diff(MAIN).changes()).isEmpty();
    String message = "DDL " + id + " not found or already deployed";
    assertFails(ErrorCode.NOT_FOUND, message, () -> engine.workspaces().skip(MAIN, id));
    assertFails(ErrorCode.NOT_FOUND, message, () -> engine.workspaces().revert(MAIN, id));
    assertFails(
        ErrorCode.NOT_FOUND,
        "DDL 999 not found or already deployed",
        () -> engine.workspaces().skip(MAIN, 999));
  }

  @Test
  void aChangeOnTopOfASkippedOneIsRefused() {
    engine.run(USERS);
    engine.workspaces().skip(MAIN, engine.workspaces().diff(MAIN).changes().getFirst().id());
    assertFails(
        ErrorCode.CONFLICT,
        "The blueprint lacks something that this change builds on, for example a skipped change:"
            + " query failed: no such table: main.users",
        () -> engine.run(INDEX));
    assertThat(engine.workspaces().get(MAIN).schema().orElseThrow()).containsExactly(USERS);
  }

  @Test
  void requestsAtOnceMakeOneVersionEach() throws Exception {
    List<Callable<WorkspaceQueryResult>> requests =
        IntStream.range(0, 8)
            .<Callable<WorkspaceQueryResult>>mapToObj(
                i -> () -> engine.run("CREATE TABLE t" + i + " (a)"))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<WorkspaceQueryResult> done : threads.invokeAll(requests)) {
        assertThat(done.get().version()).isPresent();
      }
    }
    assertThat(engine.workspaces().get(MAIN).version()).contains(new Version(1, 8));
    assertThat(engine.blueprints().get(MAIN).schema()).hasSize(8);
    assertThat(engine.workspaces().schema(MAIN).tables()).hasSize(8);
  }

  /** The catalog has the version already when the workspace refuses to commit. */
  @Test
  void aVersionWhoseWorkspaceDoesNotCommitIsTakenBack() {
    assertFails(
        ErrorCode.BAD_REQUEST,
        "query failed: FOREIGN KEY constraint failed",
        () ->
            engine.run(
                """
                CREATE TABLE p (id INTEGER PRIMARY KEY);
                CREATE TABLE c (a REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO c VALUES (7);
                """));
    assertThat(engine.workspaces().get(MAIN).version()).contains(new Version(1, 0));
    assertThat(engine.workspaces().schema(MAIN).tables()).isEmpty();
    assertThat(engine.workspaces().diff(MAIN).changes()).isEmpty();
    assertThat(engine.run("CREATE TABLE p (id)").version()).contains(new Version(1, 1));
  }

  @Test
  void theRowLimitCutsTheAnswer() {
    engine.run(
        "CREATE TABLE n (i); WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE"
            + " i < 10001) INSERT INTO n SELECT i FROM c");
    WorkspaceQueryResult answer = engine.run("SELECT i FROM n");
    assertThat(answer.result().truncated()).isTrue();
    assertThat(answer.result().rowCount()).isEqualTo(10_000);
    assertThat(answer.maxRowsLimit()).isEqualTo(10_000);
  }
}
