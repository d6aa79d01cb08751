package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Secret;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.deployments.UndoOutlook;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceDiff;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of the data statements of a request that also changes the schema. */
public abstract class CarriedRowsContract extends SessionSuite {
  private static final String REBUILD =
      """
      CREATE TABLE note_new (id INTEGER PRIMARY KEY, text TEXT NOT NULL DEFAULT '-');
      INSERT INTO note_new (id, text) SELECT id, coalesce(text, '?') FROM note;
      DROP TABLE note;
      ALTER TABLE note_new RENAME TO note;
      """;

  @Test
  void aRebuildIsOneChangeThatTakesTheRowsAlong() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.run(WAYNE, main, "INSERT INTO note (id, text) VALUES (1, 'a'), (2, NULL)");

    List<DataStatement> told = project.design(main, REBUILD).dataStatements();

    WorkspaceDiff diff = project.admin().workspaces().diff(main);
    assertThat(diff.undeployedChanges()).isEqualTo(1);
    Change change = diff.changes().getFirst();
    assertThat(change.kind()).isEqualTo("rebuild_table");
    assertThat(change.object()).isEqualTo("note");
    assertThat(change.summary()).startsWith("rebuild note: text becomes NOT NULL");
    assertThat(change.rowEffect()).contains("copies rows of note into note_new");
    assertThat(change.statement()).contains("INSERT INTO note_new").contains("RENAME TO note");
    assertThat(change.loss().orElseThrow())
        .contains("fills empty values of note.text")
        .contains("drops columns note.size, note.data with their values");
    assertThat(told).isEqualTo(diff.dataStatements()).hasSize(1);
    assertThat(told.getFirst().carried()).isTrue();
    assertThat(told.getFirst().needed()).isTrue();
    assertThat(told.getFirst().changeId()).contains(change.id());
    assertThat(project.deploy(main).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(project.run(WAYNE, main, "SELECT text FROM note ORDER BY id").rows())
        .containsExactly(List.of(Value.of("a")), List.of(Value.of("?")));
  }

  @Test
  void sessionsTellWhatTheyRecorded() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    try (DatabaseSession tenant = session(project, WAYNE);
        DatabaseSession session = session("main_workspace", projectPassword(project, main))) {
      tenant.script("INSERT INTO note (text) VALUES ('a'); DELETE FROM note");
      assertThat(tenant.recorded()).isEqualTo(RecordedChanges.NOTHING);

      session.script(REBUILD);
      RecordedChanges script = session.recorded();
      assertThat(script.dataStatements())
          .isEqualTo(project.admin().workspaces().diff(main).dataStatements())
          .hasSize(1);
      assertThat(script.warnings())
          .isEqualTo(project.admin().workspaces().diff(main).warnings())
          .isNotEmpty();
      run(session, "SELECT 1");
      assertThat(session.recorded()).isEqualTo(RecordedChanges.NOTHING);

      run(session, "CREATE INDEX by_text ON note (text)");
      assertThat(session.recorded().warnings()).hasSize(1);
      session.batch(List.of(step("BEGIN"), step("CREATE INDEX more ON note (id, text)")));
      assertThat(session.recorded()).isEqualTo(RecordedChanges.NOTHING);
      run(session, "COMMIT");
      assertThat(session.recorded().warnings()).hasSize(1);
      session.batch(
          List.of(step("ALTER TABLE note ADD COLUMN x"), step("INSERT INTO note (x) VALUES (1)")));
      assertThat(session.recorded().dataStatements())
          .extracting(DataStatement::carried)
          .containsExactly(false);
    }
  }

  @Test
  void aChangeShowsTheStatementsThatTenantsRun() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    DataStatement copy = project.design(main, REBUILD).dataStatements().getFirst();

    DataStatement left = project.admin().workspaces().carry(main, copy.id(), false);

    Change without = project.admin().workspaces().diff(main).changes().getFirst();
    assertThat(left.needed()).as("tenants lose rows without it").isTrue();
    assertThat(without.statement()).doesNotContain("INSERT INTO").contains("RENAME TO note");
    assertThat(without.loss()).contains("drops table note with its rows");
    project.admin().workspaces().carry(main, left.id(), true);
    assertThat(project.admin().workspaces().diff(main).changes().getFirst().statement())
        .contains("INSERT INTO note_new");
  }

  @Test
  void aRebuildThatWasSkippedComesBackWithItsRows() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.run(WAYNE, main, "INSERT INTO note (id, text) VALUES (1, 'a')");
    project.design(main, REBUILD);
    long id = project.changes(main).getFirst().id();
    project.admin().workspaces().skip(main, id);

    Change back = project.admin().workspaces().include(main, id);

    assertThat(back.statement()).contains("INSERT INTO note_new");
    assertThat(project.admin().workspaces().diff(main).dataStatements())
        .singleElement()
        .satisfies(data -> assertThat(data.carried()).isTrue())
        .satisfies(data -> assertThat(data.changeId()).contains(back.id()));
    assertThat(project.deploy(main).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(count(project, main, "note")).isEqualTo(Value.of(1));
  }

  @Test
  void seedsStayAndAreNamedInTheReplyAndInTheDiff() {
    TestProject project = project();
    WorkspaceName main = notes(project);

    List<DataStatement> told =
        project
            .admin()
            .workspaces()
            .importSchema(
                main,
                new ImportSchema.FromSql(
                    """
                    CREATE TABLE plan (name TEXT);
                    INSERT INTO plan VALUES ('free');
                    INSERT INTO plan VALUES ('paid');
                    DELETE FROM note WHERE id > 100;
                    """))
            .dataStatements();

    assertThat(told)
        .extracting(data -> data.count() + " " + data.reason())
        .containsExactly("2 adds rows of its own to plan", "1 deletes rows of note");
    assertThat(told).noneMatch(DataStatement::carried).allMatch(DataStatement::switchable);
    assertThat(project.admin().workspaces().diff(main).dataStatements()).isEqualTo(told);
    project.deploy(main);
    assertThat(count(project, main, "plan")).isEqualTo(Value.of(0));
    assertThat(project.admin().workspaces().diff(main).dataStatements()).isEmpty();
  }

  @Test
  void theAuthorCarriesSeedsAndTheyReachOldAndNewTenants() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    long id =
        project
            .design(
                main,
                "CREATE TABLE plan (name TEXT); INSERT INTO plan VALUES ('free');"
                    + " INSERT INTO plan VALUES ('paid')")
            .dataStatements()
            .getFirst()
            .id();

    DataStatement carried = project.admin().workspaces().carry(main, id, true);

    assertThat(carried.carried()).isTrue();
    assertThat(carried.needed()).as("nothing is lost without it").isFalse();
    assertThat(carried.count()).isEqualTo(2);
    assertThat(project.admin().workspaces().get(main).version()).contains(new Version(1, 3));
    assertThat(project.admin().workspaces().carry(main, carried.id(), true)).isEqualTo(carried);
    assertThat(project.admin().workspaces().get(main).version()).contains(new Version(1, 3));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Data statement " + id + " not found or already deployed",
        () -> project.admin().workspaces().carry(main, id, false));
    project.deploy(main);
    assertThat(count(project, main, "plan")).isEqualTo(Value.of(2));
    TenantId later = project.tenant("later", main);
    assertThat(project.value(later, main, "SELECT count(*) FROM plan")).isEqualTo(Value.of(2));
    assertRefused(
        ErrorCode.NOT_FOUND, () -> project.admin().workspaces().carry(main, carried.id(), false));
  }

  @Test
  void aCopyThatIsLeftOutIsCalledALoss() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    long id = project.design(main, REBUILD).dataStatements().getFirst().id();

    assertThat(project.admin().workspaces().carry(main, id, false).carried()).isFalse();

    Change change = project.changes(main).getFirst();
    assertThat(change.destructive()).isTrue();
    assertThat(change.loss()).contains("drops table note with its rows");
    long anew = project.admin().workspaces().diff(main).dataStatements().getFirst().id();
    project.admin().workspaces().carry(main, anew, true);
    assertThat(project.changes(main).getFirst().loss().orElseThrow()).doesNotContain("drops table");
  }

  @Test
  void aCopyIsKeptWhereADeploymentLosesValues() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.design(main, "ALTER TABLE note ADD COLUMN extra TEXT");
    project.deploy(main);
    assertThat(project.admin().backups().list(WAYNE)).isEmpty();

    project.design(main, "ALTER TABLE note DROP COLUMN data");
    Deployment done = project.deploy(main);

    assertThat(done.detail().losses())
        .extracting(loss -> loss.what())
        .containsExactly("drops column note.data with its values");
    assertThat(project.admin().backups().list(WAYNE)).hasSize(1);
  }

  @Test
  void whatIsSkippedTakesItsDataStatementsAlong() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.design(main, "ALTER TABLE note ADD COLUMN size2 REAL; UPDATE note SET size2 = size");
    Change change = project.changes(main).getFirst();
    assertThat(change.rowEffect()).contains("fills note.size2");

    project.admin().workspaces().skip(main, change.id());

    assertThat(project.admin().workspaces().diff(main).dataStatements()).isEmpty();
    assertThat(project.deploy(main).status()).isEqualTo(DeploymentStatus.COMPLETED);
  }

  @Test
  void aTransactionOfASessionCarriesWithItsParameters() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.run(WAYNE, main, "INSERT INTO note (id, text, size) VALUES (1, 'a', 1.5)");

    Secret password = projectPassword(project, main);
    try (DatabaseSession session = session("main_workspace", password)) {
      session.script("BEGIN");
      run(session, "ALTER TABLE note ADD COLUMN label TEXT");
      run(
          session,
          "UPDATE note SET label = text || ? || size, size = ?2",
          Value.of("-"),
          Value.of(7));
      session.script("SAVEPOINT s; UPDATE note SET label = 'never'; ROLLBACK TO s; RELEASE s");
      session.script("COMMIT");
    }
    try (DatabaseSession session = session("main_workspace", password)) {
      run(session, "CREATE TABLE seen (id)");
    }

    assertThat(project.admin().workspaces().diff(main).dataStatements())
        .extracting(DataStatement::reason)
        .containsExactly("fills note.label");
    assertThat(project.deploy(main).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(project.run(WAYNE, main, "SELECT label, size FROM note").rows())
        .containsExactly(List.of(Value.of("a-1.5"), Value.of(7.0)));
  }

  @Test
  void anUndoGivesTheTableItsOldShapeAndKeepsTheRows() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.run(WAYNE, main, "INSERT INTO note (id, text) VALUES (1, 'a'), (2, 'b')");
    project.design(main, REBUILD);
    Deployment done = project.deploy(main);

    Deployment undone =
        project.ended(
            project.admin().deployments().undo(done.jobId(), UndoDeployment.byPlan().confirmed()));

    assertThat(undone.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(project.run(WAYNE, main, "SELECT id, text, size FROM note").rows())
        .containsExactly(
            List.of(Value.of(1), Value.of("a"), Value.ofNull()),
            List.of(Value.of(2), Value.of("b"), Value.ofNull()));
  }

  @Test
  void whatACopyFillsIsToldAndComesBackFromTheCopiesOfTheDeployment() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.run(WAYNE, main, "INSERT INTO note (id, text) VALUES (1, 'a'), (2, NULL)");
    project.design(main, REBUILD);
    assertThat(project.changes(main).getFirst().loss().orElseThrow())
        .contains("fills empty values of note.text");
    Deployment done = project.deploy(main);

    UndoOutlook outlook = project.admin().deployments().undoOutlook(done.jobId());
    project.ended(project.admin().deployments().undo(done.jobId(), UndoDeployment.fromBackups()));

    assertThat(outlook.gone())
        .filteredOn(loss -> loss.what().equals("fills empty values of note.text"))
        .singleElement()
        .satisfies(loss -> assertThat(loss.values()).isEqualTo(1));
    assertThat(outlook.copies()).isEqualTo(outlook.tenants());
    assertThat(project.run(WAYNE, main, "SELECT text FROM note ORDER BY id").rows())
        .containsExactly(List.of(Value.of("a")), List.of(Value.ofNull()));
  }

  @Test
  void aChangeIsUndeployedWhileATenantLacksIt() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.design(main, "ALTER TABLE note ADD COLUMN a TEXT");
    TenantId ahead = project.tenant("ahead", main);

    WorkspaceDiff diff = project.admin().workspaces().diff(main);
    assertThat(diff.undeployedChanges()).isEqualTo(1);
    assertThat(diff.changes().getFirst().deployedToCount()).isEqualTo(1);
    assertThat(project.admin().workspaces().get(main).undeployedChanges()).contains(1);
    long id = diff.changes().getFirst().id();
    assertRefused(ErrorCode.NOT_FOUND, () -> project.admin().workspaces().skip(main, id));

    project.admin().tenants().delete(ahead, true);
    assertThat(project.changes(main).getFirst().deployedToCount()).isZero();
    project.admin().workspaces().skip(main, id);
    assertThat(project.changes(main)).isEmpty();
  }

  @Test
  void withoutTenantsEverythingIsUndeployed() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    assertThat(project.changes(main)).isEmpty();

    Stream.of(WAYNE, GLOBEX).forEach(tenant -> project.admin().tenants().delete(tenant, true));

    assertThat(project.changes(main)).hasSize(1);
    assertThat(project.admin().workspaces().list().getFirst().undeployedChanges()).contains(1);
  }

  private static Value count(TestProject project, WorkspaceName main, String table) {
    return project.value(WAYNE, main, "SELECT count(*) FROM " + table);
  }
}
