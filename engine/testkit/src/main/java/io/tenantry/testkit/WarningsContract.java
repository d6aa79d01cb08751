package io.tenantry.testkit;

import static io.tenantry.contract.blueprints.ChangeWarning.Code.LONG_LOCK;
import static io.tenantry.contract.blueprints.ChangeWarning.Code.LOSES_DATA;
import static io.tenantry.contract.blueprints.ChangeWarning.Code.MAY_FAIL;
import static io.tenantry.contract.blueprints.ChangeWarning.Code.NEEDS_EMPTY_TABLE;
import static io.tenantry.contract.blueprints.ChangeWarning.Code.QUOTED_TEXT;
import static io.tenantry.contract.blueprints.ChangeWarning.Code.REWRITES_TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.CompareVersions;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of changes before a tenant with rows is touched. */
public abstract class WarningsContract extends SessionSuite {
  private static final String NOT_NULL = "ALTER TABLE note ADD COLUMN owner TEXT NOT NULL";

  private static final String ADDITIONS =
      """
      ALTER TABLE note ADD COLUMN made TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP;
      ALTER TABLE note ADD COLUMN code TEXT DEFAULT ('n' || 1);
      ALTER TABLE note ADD COLUMN twice REAL AS (size * 2) STORED;
      ALTER TABLE part ADD COLUMN next INTEGER DEFAULT 7 REFERENCES note (id);
      """;

  @Test
  void aColumnThatNoRowCanHaveIsToldEverywhere() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.run(WAYNE, main, "INSERT INTO note (text) VALUES ('a')");

    List<ChangeWarning> told = project.design(main, NOT_NULL).warnings();

    assertThat(told).extracting(ChangeWarning::code).containsExactly(NEEDS_EMPTY_TABLE);
    assertThat(told.getFirst().statement()).isEqualTo(NOT_NULL);
    assertThat(told.getFirst().message()).contains("note.owner");
    assertThat(told.getFirst().remedy()).isNotBlank();
    assertThat(project.admin().workspaces().diff(main).warnings()).isEqualTo(told);
    assertThat(compared(project, main)).isEqualTo(told);
    Deployment tried =
        project
            .admin()
            .deployments()
            .create(new CreateDeployment(main).with(DeploymentOptions.defaults().asDryRun()));
    assertThat(tried.detail().warnings()).isEqualTo(told);
    assertThat(project.ended(tried).detail().warnings()).isEqualTo(told);
    Deployment failed = project.deploy(main);
    assertThat(failed.failedTenants()).isEqualTo(1);
    assertThat(failed.detail().warnings()).isEqualTo(told);
    assertThat(project.value(WAYNE, main, "SELECT text FROM note")).isEqualTo(Value.of("a"));
  }

  private static List<ChangeWarning> compared(TestProject project, WorkspaceName main) {
    return project
        .admin()
        .blueprints()
        .compare(main, new CompareVersions(new Version(1, 1), new Version(1, 2)))
        .warnings();
  }

  @Test
  void columnsThatSqliteRefusesOnRowsAreAddedByARebuild() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    filled(project, main);

    List<ChangeWarning> told = project.design(main, ADDITIONS).warnings();

    assertThat(told)
        .extracting(ChangeWarning::code)
        .containsExactly(REWRITES_TABLE, REWRITES_TABLE, REWRITES_TABLE, MAY_FAIL, REWRITES_TABLE);
    assertThat(project.deploy(main).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(
            project
                .run(
                    WAYNE,
                    main,
                    "SELECT note.id, text, size, length(made), code, twice, part.id, part.next"
                        + " FROM note JOIN part ON part.of = note.id")
                .rows())
        .containsExactly(
            List.of(
                Value.of(7),
                Value.of("a"),
                Value.of(2.5),
                Value.of(19),
                Value.of("n1"),
                Value.of(5.0),
                Value.of(1),
                Value.of(7)));
    project.run(WAYNE, main, "INSERT INTO part (of) VALUES (7)");
    assertThat(project.value(WAYNE, main, "SELECT max(id) FROM part")).isEqualTo(Value.of(3));
    project.run(WAYNE, main, "INSERT INTO note (text) VALUES ('b')");
    assertThat(project.value(WAYNE, main, "SELECT size FROM sized WHERE id = 8"))
        .isEqualTo(Value.of(1.0));
  }

  private static void filled(TestProject project, WorkspaceName main) {
    project.design(
        main,
        """
        CREATE TABLE part (id INTEGER PRIMARY KEY AUTOINCREMENT, of INTEGER REFERENCES note (id)
          ON DELETE CASCADE);
        CREATE INDEX note_size ON note (size);
        CREATE VIEW sized AS SELECT id, size FROM note;
        CREATE TRIGGER lower AFTER INSERT ON note BEGIN
          UPDATE note SET size = 1 WHERE id = new.id AND size IS NULL;
        END;
        """);
    project.deploy(main);
    project.run(WAYNE, main, "INSERT INTO note (id, text, size) VALUES (7, 'a', 2.5)");
    project.run(WAYNE, main, "INSERT INTO part (of) VALUES (7), (7)");
    project.run(WAYNE, main, "DELETE FROM part WHERE id = 2");
  }

  @Test
  void whatFitsEveryRowIsNotWarnedAbout() {
    TestProject project = project();
    WorkspaceName main = notes(project);

    assertThat(
            project
                .design(
                    main,
                    """
                    ALTER TABLE note ADD COLUMN a TEXT;
                    ALTER TABLE note ADD COLUMN b TEXT NOT NULL DEFAULT '';
                    ALTER TABLE note ADD COLUMN state TEXT DEFAULT 'new' CHECK (state IN ('new', 'old'));
                    ALTER TABLE note ADD COLUMN of INTEGER REFERENCES note (id);
                    ALTER TABLE note ADD COLUMN double AS (size * 2);
                    ALTER TABLE note RENAME COLUMN a TO c;
                    CREATE TABLE other (id INTEGER PRIMARY KEY, c TEXT NOT NULL);
                    CREATE UNIQUE INDEX other_c ON other (c);
                    INSERT INTO other VALUES (1, 'x');
                    """)
                .warnings())
        .isEmpty();
  }

  @Test
  void whatDependsOnRowsLosesThemOrTakesLongIsTold() {
    TestProject project = project();
    WorkspaceName main = notes(project);

    List<ChangeWarning> told =
        project
            .design(
                main,
                """
                CREATE UNIQUE INDEX note_size ON note (size);
                ALTER TABLE note ADD COLUMN least INTEGER DEFAULT 1 CHECK (least < size);
                ALTER TABLE note DROP COLUMN data;
                ALTER TABLE note ADD COLUMN wrong INTEGER DEFAULT 1 CHECK (wrong > 5);
                """)
            .warnings();

    assertThat(told)
        .extracting(ChangeWarning::code)
        .containsExactly(
            MAY_FAIL, LONG_LOCK, MAY_FAIL, LOSES_DATA, REWRITES_TABLE, NEEDS_EMPTY_TABLE);
    assertThat(told.getFirst().remedy())
        .contains("SELECT size, count(*) FROM \"note\" GROUP BY size HAVING count(*) > 1");
  }

  @Test
  void whatIsLostIsCountedInADryRunAndInTheDeployment() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.design(main, "CREATE TABLE gone (a)");
    project.deploy(main);
    project.run(
        WAYNE, main, "INSERT INTO note (text, size) VALUES ('007', 1), ('8', 2), (NULL, NULL)");
    project.run(GLOBEX, main, "INSERT INTO note (text, size) VALUES ('x', 1)");
    project.run(WAYNE, main, "INSERT INTO gone VALUES (1), (NULL)");
    project.design(main, "DROP TABLE gone; ALTER TABLE note DROP COLUMN size");

    Deployment tried =
        project.ended(
            project
                .admin()
                .deployments()
                .create(new CreateDeployment(main).with(DeploymentOptions.defaults().asDryRun())));
    Deployment done = project.deploy(main);

    for (Deployment each : List.of(tried, done)) {
      assertThat(each.detail().losses())
          .extracting(
              loss -> loss.what() + " " + loss.rows() + " " + loss.values() + " " + loss.tenants())
          .containsExactly(
              "drops table gone with its rows 2 0 1",
              "drops column note.size with its values 0 3 2");
      assertThat(
              project
                  .admin()
                  .deployments()
                  .tenants(
                      each.jobId(), EnumSet.allOf(DeploymentTenant.State.class), PageRequest.all())
                  .items())
          .extracting(
              tenant -> tenant.tenantId() + " " + tenant.lostRows() + " " + tenant.lostValues())
          .containsExactly("wayne 2 2", "globex 0 1");
    }
    assertThat(project.admin().backups().list(WAYNE)).isNotEmpty();
  }

  @Test
  void aRebuildSaysWhatItAsksOfRows() {
    TestProject project = project();
    WorkspaceName main = notes(project);

    List<ChangeWarning> told =
        project
            .admin()
            .workspaces()
            .importSchema(
                main,
                new ImportSchema.FromSql(
                    """
                    CREATE TABLE new (id INTEGER PRIMARY KEY, text TEXT NOT NULL, size REAL NOT NULL
                      UNIQUE CHECK (size > 0));
                    INSERT INTO new (id, text, size) SELECT id, text, coalesce(size, id) FROM note;
                    DROP TABLE note;
                    ALTER TABLE new RENAME TO note;
                    """))
            .warnings();

    assertThat(told)
        .extracting(warning -> warning.code() + " " + warning.message())
        .contains(
            "MAY_FAIL fails where note.text is NULL",
            "MAY_FAIL fails where note would get values of (size) that are not unique",
            "MAY_FAIL fails where note would get a row that breaks CHECK (size > 0)",
            "REWRITES_TABLE makes note anew, row by row",
            "LOSES_DATA drops column note.data with its values")
        .doesNotContain("MAY_FAIL fails where note.size is NULL")
        .noneMatch(each -> each.contains("(text) that"));
    assertThat(project.admin().workspaces().diff(main).warnings()).isEqualTo(told);
  }

  @Test
  void aDeploymentOverSeveralChangesNamesWhatTenantsHave() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.run(WAYNE, main, "INSERT INTO note (text, size) VALUES ('a', 1), ('b', 2)");
    project.design(
        main,
        """
        CREATE TABLE changed (id INTEGER PRIMARY KEY, text TEXT NOT NULL, size REAL, data BLOB);
        INSERT INTO changed SELECT * FROM note;
        DROP TABLE note;
        ALTER TABLE changed RENAME TO note;
        """);
    project.design(
        main, "ALTER TABLE note RENAME TO memo; ALTER TABLE memo RENAME COLUMN size TO weight");
    project.design(
        main,
        """
        CREATE TABLE less (id INTEGER PRIMARY KEY, text TEXT NOT NULL, data BLOB);
        INSERT INTO less SELECT id, text, data FROM memo;
        DROP TABLE memo;
        ALTER TABLE less RENAME TO memo;
        ALTER TABLE memo DROP COLUMN data;
        """);

    Deployment done = project.deploy(main);

    assertThat(done.detail().losses())
        .extracting(loss -> loss.what() + " " + loss.values())
        .containsExactly(
            "drops column note.size with its values 2", "drops column note.data with its values 0");
    assertThat(done.detail().warnings())
        .extracting(warning -> warning.code() + " " + warning.message())
        .contains("MAY_FAIL fails where note.text is NULL");
    assertThat(project.value(WAYNE, main, "SELECT group_concat(text) FROM memo"))
        .isEqualTo(Value.of("a,b"));
  }

  @Test
  void aUniqueIndexOfAColumnThatIsStillNullCannotFail() {
    TestProject project = project();
    WorkspaceName main = notes(project);

    assertThat(
            codes(
                project,
                main,
                """
                ALTER TABLE note ADD COLUMN mail TEXT COLLATE NOCASE;
                ALTER TABLE note ADD COLUMN none TEXT DEFAULT NULL;
                CREATE UNIQUE INDEX note_mail ON note (mail COLLATE NOCASE DESC);
                CREATE UNIQUE INDEX note_none ON note (size, none);
                """))
        .containsExactly(LONG_LOCK, LONG_LOCK);
    for (String column :
        List.of(
            "same TEXT DEFAULT 'x'", "twice AS (size * 2)", "filled; UPDATE note SET filled = 1")) {
      assertThat(
              codes(
                  project,
                  main,
                  "ALTER TABLE note ADD COLUMN %s; CREATE UNIQUE INDEX %s ON note (%s)"
                      .formatted(
                          column, "of_" + column.split("\\W", 2)[0], column.split("\\W", 2)[0])))
          .as(column)
          .contains(MAY_FAIL);
    }
  }

  private static List<ChangeWarning.Code> codes(
      TestProject project, WorkspaceName main, String sql) {
    return project.design(main, sql).warnings().stream().map(ChangeWarning::code).toList();
  }

  @Test
  void aQuotedNameThatNothingHasIsToldToBeText() {
    TestProject project = project();
    WorkspaceName main = notes(project);

    assertThat(texts(project, main, "CREATE INDEX by_text ON \"note\" (\"text\")")).isEmpty();
    assertThat(
            texts(
                project,
                main,
                """
                CREATE TABLE "new" ("id" INTEGER PRIMARY KEY, "text" TEXT, "mail" TEXT DEFAULT "-");
                INSERT INTO "new" ("id", "text", "mail") SELECT "id", "text", "mail" FROM "note";
                DROP TABLE "note";
                ALTER TABLE "new" RENAME TO "note";
                """))
        .containsExactly("\"mail\"");
    assertThat(texts(project, main, "CREATE TABLE c (a CHECK (a <> \"none\"))"))
        .containsExactly("\"none\"");
    assertThat(texts(project, main, "CREATE VIEW v AS SELECT \"a\", \"b \"\"x\" FROM c"))
        .containsExactly("\"b \"\"x\"");
    assertThat(texts(project, main, "ALTER TABLE c ADD COLUMN d CHECK (\"d\" <> \"e\")"))
        .containsExactly("\"e\"");
    assertThat(
            texts(
                project,
                main,
                "CREATE TRIGGER t AFTER UPDATE OF a ON c BEGIN UPDATE c SET d = \"f\" WHERE"
                    + " \"a\" = 'a'; END"))
        .containsExactly("\"f\"");
  }

  /** What is told to be text, as it stands in the messages. */
  private static List<String> texts(TestProject project, WorkspaceName main, String sql) {
    return project.design(main, sql).warnings().stream()
        .filter(warning -> warning.code() == QUOTED_TEXT)
        .map(warning -> warning.message().replaceAll("nothing is called (.*) here.*", "$1"))
        .toList();
  }
}
