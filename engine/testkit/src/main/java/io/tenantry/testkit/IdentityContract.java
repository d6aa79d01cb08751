package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.CompareVersions;
import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DataLoss;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows and values stay with their tables and columns, whatever those are called in between. */
public abstract class IdentityContract extends ContractSuite {
  private static final TenantId ACME = new TenantId("acme");

  private static WorkspaceName blueprint(TestProject project, String schema, String... rows) {
    WorkspaceName main = project.workspace("main");
    project.design(main, schema);
    project.tenant(ACME.value(), main);
    fill(project, main, rows);
    return main;
  }

  private static void fill(TestProject project, WorkspaceName main, String... statements) {
    Stream.of(statements).forEach(statement -> project.run(ACME, main, statement));
  }

  private static String shown(TestProject project, WorkspaceName main, String sql) {
    return project.run(ACME, main, sql).rows().toString();
  }

  private static Deployment changed(TestProject project, WorkspaceName main, String script) {
    project.design(main, script);
    Deployment done = project.deploy(main);
    assertThat(done.status()).isEqualTo(DeploymentStatus.COMPLETED);
    return done;
  }

  private static Deployment undone(TestProject project, Deployment done) {
    Deployment undone =
        project.ended(
            project.admin().deployments().undo(done.jobId(), UndoDeployment.byPlan().confirmed()));
    assertThat(undone.errors()).isEmpty();
    return undone;
  }

  private static List<String> losses(Deployment deployment) {
    return deployment.detail().losses().stream().map(DataLoss::what).toList();
  }

  @Test
  void columnsThatChangedPlacesGoBack() {
    TestProject project = project();
    WorkspaceName main =
        blueprint(
            project,
            "CREATE TABLE part (id INTEGER PRIMARY KEY, a, b, c); CREATE INDEX part_a ON part (a)",
            "INSERT INTO part VALUES (1, 'was a', 'was b', 'was c')");
    String before = shown(project, main, "SELECT * FROM part");
    Deployment done =
        changed(
            project,
            main,
            """
            ALTER TABLE part RENAME COLUMN a TO t;
            ALTER TABLE part RENAME COLUMN b TO a;
            ALTER TABLE part RENAME COLUMN c TO b;
            ALTER TABLE part RENAME COLUMN t TO c;
            """);

    Deployment undone = undone(project, done);

    assertThat(losses(undone)).isEmpty();
    assertThat(shown(project, main, "SELECT id, a, b, c FROM part")).isEqualTo(before);
  }

  @Test
  void tablesThatChangedPlacesGoBack() {
    TestProject project = project();
    WorkspaceName main =
        blueprint(
            project,
            """
            CREATE TABLE a (id INTEGER PRIMARY KEY, x);
            CREATE TABLE b (id INTEGER PRIMARY KEY, x, y INT REFERENCES a (id));
            CREATE VIEW both AS SELECT a.x, b.y FROM a JOIN b USING (id);
            """,
            "INSERT INTO a VALUES (1, 'of a')",
            "INSERT INTO b VALUES (1, 'of b', 1)");
    String a = shown(project, main, "SELECT * FROM a");
    String b = shown(project, main, "SELECT * FROM b");
    Deployment done =
        changed(
            project,
            main,
            "ALTER TABLE a RENAME TO t; ALTER TABLE b RENAME TO a; ALTER TABLE t RENAME TO b");
    assertThat(shown(project, main, "SELECT * FROM b")).isEqualTo(a);

    Deployment undone = undone(project, done);

    assertThat(losses(undone)).isEmpty();
    assertThat(shown(project, main, "SELECT * FROM a")).isEqualTo(a);
    assertThat(shown(project, main, "SELECT * FROM b")).isEqualTo(b);
  }

  /** The rows come back from a copy that does not count. */
  @Test
  void numbersThatWereGivenAreNotGivenAgainByAnUndo() {
    TestProject project = project();
    WorkspaceName main =
        blueprint(
            project,
            "CREATE TABLE part (id INTEGER PRIMARY KEY AUTOINCREMENT, a)",
            "INSERT INTO part VALUES (1, 'stays'), (9, 'goes')",
            "DELETE FROM part WHERE id = 9");
    Deployment done =
        changed(
            project,
            main,
            """
            CREATE TABLE kept AS SELECT * FROM part;
            DROP TABLE part;
            CREATE TABLE part (id INTEGER PRIMARY KEY AUTOINCREMENT, a, b);
            INSERT INTO part (id, a) SELECT id, a FROM kept;
            """);

    undone(project, done);

    fill(project, main, "INSERT INTO part (a) VALUES ('next')");
    assertThat(shown(project, main, "SELECT id FROM part WHERE a = 'next'")).contains("10");
  }

  @Test
  void whatTookTheNameOfSomethingElseGoesWithItsValuesAlone() {
    TestProject project = project();
    WorkspaceName main =
        blueprint(
            project,
            "CREATE TABLE part (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE log (line)",
            "INSERT INTO part VALUES (1, 'keep me')",
            "INSERT INTO log VALUES ('old line')");
    Deployment done =
        changed(
            project,
            main,
            """
            ALTER TABLE part RENAME COLUMN name TO old_name;
            ALTER TABLE part ADD COLUMN name TEXT CHECK (name <> '');
            ALTER TABLE log RENAME TO old_log;
            CREATE TABLE log (line);
            """);
    fill(project, main, "UPDATE part SET name = 'lost'", "INSERT INTO log VALUES ('lost')");

    Deployment undone = undone(project, done);

    assertThat(losses(undone))
        .containsExactlyInAnyOrder(
            "drops column part.name with its values", "drops table log with its rows");
    assertThat(shown(project, main, "SELECT id, name FROM part"))
        .isEqualTo(shown(project, main, "SELECT 1, 'keep me'"));
    assertThat(shown(project, main, "SELECT line FROM log"))
        .isEqualTo(shown(project, main, "SELECT 'old line'"));
  }

  @Test
  void aTableThatWasMadeAnewUnderAnotherNameIsTheOneBefore() {
    TestProject project = project();
    WorkspaceName main =
        blueprint(
            project,
            "CREATE TABLE part (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, size TEXT)",
            "INSERT INTO part VALUES (1, 'a', '7'), (5, 'b', NULL)");
    String before = shown(project, main, "SELECT * FROM part");
    changed(
        project,
        main,
        """
        CREATE TABLE piece (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, size TEXT);
        INSERT INTO piece (id, title, size) SELECT id, coalesce(name, ''), size FROM part;
        DROP TABLE part;
        """);
    changed(project, main, "ALTER TABLE piece RENAME COLUMN size TO extent");

    Deployment back =
        project.ended(
            project
                .admin()
                .deployments()
                .create(
                    new CreateDeployment(main, Optional.of(new Version(1, 1)), List.of())
                        .with(DeploymentOptions.defaults().withDowngrade())));

    assertThat(back.errors()).isEmpty();
    assertThat(losses(back)).isEmpty();
    assertThat(shown(project, main, "SELECT * FROM part")).isEqualTo(before);
  }

  @Test
  void aComparisonShowsTheNamesThatWereGivenAndNoLoss() {
    TestProject project = project();
    WorkspaceName main = blueprint(project, "CREATE TABLE part (id INTEGER PRIMARY KEY, name)");
    project.design(main, "ALTER TABLE part RENAME TO piece");
    project.design(main, "ALTER TABLE piece RENAME COLUMN name TO title");

    List<PlanStep> steps =
        project
            .admin()
            .blueprints()
            .compare(main, new CompareVersions(new Version(1, 3), new Version(1, 1)))
            .steps();

    assertThat(steps).extracting(PlanStep::kind).containsExactly("rename_table", "rename_column");
    assertThat(steps).allMatch(step -> step.loss().isEmpty());
  }

  @Test
  void overASkippedChangeEverythingStillGoesByWhatItIs() {
    TestProject project = project();
    WorkspaceName main =
        blueprint(
            project,
            "CREATE TABLE part (id INTEGER PRIMARY KEY, a, b)",
            "INSERT INTO part VALUES (1, 'was a', 'was b')");
    project.design(main, "CREATE TABLE extra (x)");
    long skipped = project.changes(main).getFirst().id();
    project.design(
        main,
        "ALTER TABLE part RENAME a TO t; ALTER TABLE part RENAME b TO a;"
            + "ALTER TABLE part RENAME t TO b");
    project.admin().workspaces().skip(main, skipped);
    project.design(main, "ALTER TABLE part RENAME TO piece");

    List<PlanStep> over =
        project
            .admin()
            .blueprints()
            .compare(main, new CompareVersions(new Version(1, 3), new Version(1, 5)))
            .steps();

    assertThat(over).extracting(PlanStep::kind).containsExactly("rename_table", "drop_table");
    assertThat(project.deploy(main).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(shown(project, main, "SELECT a, b FROM piece"))
        .isEqualTo(shown(project, main, "SELECT 'was b', 'was a'"));
  }
}
