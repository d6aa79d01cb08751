package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.TestProject;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A copy is followed column by column only where its text says what becomes of them. Where views,
 * table expressions, subqueries or joins stand in between, rows and values that the copy lacks are
 * found in the tenant.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CopiedLossesTest {
  private static final String SCHEMA =
      """
      CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, size INTEGER);
      CREATE TABLE tag (id INTEGER PRIMARY KEY, label TEXT);
      CREATE VIEW loud AS SELECT id, upper(text) AS text, size FROM note;
      CREATE VIEW large AS SELECT * FROM note WHERE size > 1;
      """;
  private static final List<String> ROWS =
      List.of(
          "INSERT INTO note VALUES (1, 'a', 1), (2, 'b', 2), (3, 'C', 3), (4, NULL, NULL)",
          "INSERT INTO tag VALUES (1, 'A')");
  private static final String AROUND =
      """
      CREATE TABLE anew (id INTEGER PRIMARY KEY, text TEXT, size INTEGER);
      %s;
      DROP VIEW loud;
      DROP VIEW large;
      DROP TABLE note;
      ALTER TABLE anew RENAME TO note;
      """;

  @TempDir private static Path folder;
  private LocalFixture fixture;
  private TestProject project;
  private int count;

  @BeforeAll
  void open() {
    fixture = new LocalFixture(folder, SignupRule.OPEN);
    project = TestProject.create(fixture, "copied");
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO anew SELECT * FROM loud",
        "INSERT INTO anew (size, text, id) SELECT size, text, id FROM main.loud AS l",
        "WITH a AS (SELECT id, upper(text) AS text, size FROM note) INSERT INTO anew SELECT * FROM"
            + " a",
        "WITH note AS (SELECT * FROM loud) INSERT INTO anew SELECT * FROM note",
        "INSERT INTO anew SELECT * FROM (SELECT id, upper(text) AS text, size FROM note)",
        "INSERT INTO anew SELECT n.id, upper(text), size FROM note n LEFT JOIN tag ON tag.id ="
            + " n.id",
        "INSERT INTO anew SELECT note.id, loud.text, note.size FROM note JOIN loud USING (id)",
        "INSERT INTO anew SELECT id, upper(text), size FROM note WHERE id < 3 UNION SELECT id,"
            + " text, size FROM note WHERE id > 2",
        "INSERT INTO anew SELECT id, iif(id < 3, (SELECT upper(text)), text), size FROM note",
      })
  void changedValuesAreCountedHoweverTheCopyIsWritten(String copy) {
    assertThat(losses(copy))
        .singleElement()
        .asString()
        .startsWith("changes values of note.")
        .contains("note.text")
        .endsWith(" 0 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO anew SELECT * FROM large UNION ALL SELECT 4, NULL, NULL",
        "INSERT INTO anew SELECT * FROM note WHERE id <> 1",
        "WITH a AS (SELECT * FROM note WHERE id > 1) INSERT INTO anew SELECT * FROM a",
        "INSERT INTO anew SELECT n.* FROM note n LEFT JOIN tag t ON t.id = n.id WHERE t.id IS NULL",
      })
  void rowsThatACopyLacksAreCountedHoweverItIsWritten(String copy) {
    assertThat(losses(copy)).contains("leaves rows of note out of its copy 1 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO anew SELECT id, coalesce(text, '?'), size FROM note",
        "INSERT INTO anew SELECT id, ifnull(note.text, id), size FROM note",
        "INSERT INTO anew SELECT * FROM note; UPDATE anew SET text = '?' WHERE text IS NULL",
        "INSERT INTO anew SELECT id, iif(text IS NULL, '?', text), size FROM note",
        "INSERT INTO anew SELECT id, coalesce(text, label, '?'), size FROM note LEFT JOIN tag"
            + " USING (id)",
        "WITH a AS (SELECT id, coalesce(text, '?') AS text, size FROM note) INSERT INTO anew SELECT"
            + " * FROM a",
      })
  void emptyValuesThatAreFilledAreCounted(String copy) {
    assertThat(losses(copy)).singleElement().asString().contains("note.text").endsWith(" 0 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO anew SELECT id, iif(id < 3, char(195 - unicode(text)), text), size FROM note",
        "INSERT INTO anew SELECT id, text, CASE size WHEN 1 THEN 3 WHEN 3 THEN 1 ELSE size END FROM"
            + " note",
        "INSERT INTO anew SELECT * FROM note; UPDATE anew SET size = 4 - size",
        "WITH a AS (SELECT id, text, 4 - size FROM note) INSERT INTO anew SELECT * FROM a",
      })
  void valuesThatGoToOtherRowsAreCounted(String copy) {
    assertThat(losses(copy))
        .singleElement()
        .asString()
        .matches(".* values of note\\..*")
        .endsWith(" 0 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO anew SELECT * FROM note WHERE id < 3; INSERT OR IGNORE INTO anew SELECT * FROM"
            + " note WHERE id = 2",
        "DROP TABLE anew; CREATE TABLE anew AS SELECT * FROM note WHERE id < 3; INSERT INTO anew"
            + " SELECT * FROM note WHERE id = 2",
        "DROP TABLE anew; CREATE TABLE anew (no TEXT, text TEXT, size INTEGER);"
            + " INSERT INTO anew SELECT id, text, size FROM note WHERE id IN (1, 2);"
            + " INSERT INTO anew SELECT id, text, size FROM note WHERE id = 2",
      })
  void rowsThatOverlappingCopiesLackAreCounted(String copies) {
    assertThat(losses(copies)).containsExactly("leaves rows of note out of its copy 2 0");
  }

  @Test
  void aCopyWhoseColumnsGetOtherNamesIsStillCompared() {
    assertThat(
            losses(
                """
                INSERT INTO anew SELECT id, coalesce(text, '?'), size FROM note WHERE id <> 2;
                ALTER TABLE anew RENAME COLUMN text TO words;
                ALTER TABLE anew RENAME COLUMN id TO number
                """))
        .containsExactly(
            "leaves rows of note out of its copy 1 0", "fills empty values of note.text 0 1");
  }

  @Test
  void whatAViewLeavesOutIsNotChangedByItAsWell() {
    assertThat(
            losses(
                """
                CREATE VIEW few AS SELECT id, upper(text) AS text, size FROM note WHERE id <> 2;
                INSERT INTO anew SELECT * FROM few;
                DROP VIEW few
                """))
        .containsExactly(
            "leaves rows of note out of its copy 1 0",
            "changes values of note.id, note.text, note.size 0 1");
  }

  @Test
  void whatOneOfSeveralCopiesLacksIsCounted() {
    assertThat(
            losses(
                """
                CREATE TABLE others (id INTEGER PRIMARY KEY, text TEXT);
                INSERT INTO others SELECT id, lower(text) FROM note WHERE id > 2;
                INSERT INTO anew SELECT * FROM note WHERE id <= 2
                """))
        .containsExactly(
            "changes values of note.text 0 1", "leaves values of note.size out of a copy 0 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO anew SELECT * FROM note ORDER BY size",
        "INSERT INTO anew SELECT id, coalesce(text, NULL), ifnull(size, NULL) FROM note",
        "CREATE TABLE b AS SELECT * FROM note; INSERT INTO anew SELECT * FROM b; DROP TABLE b",
        "CREATE TEMP TABLE b AS SELECT * FROM note; INSERT INTO anew SELECT * FROM b; DROP TABLE b",
        "ALTER TABLE note ADD COLUMN more TEXT DEFAULT 'x'; INSERT INTO anew SELECT id, text, size"
            + " FROM note",
        "ALTER TABLE note ADD COLUMN more AS (size + 1); CREATE TABLE b AS SELECT * FROM note;"
            + " INSERT INTO anew SELECT id, text, size FROM b; DROP TABLE b",
        "CREATE TABLE b AS SELECT *, id * 3 AS more, 'x' AS fixed FROM note; INSERT INTO anew"
            + " SELECT id, text, size FROM b; DROP TABLE b",
        "ALTER TABLE note ADD COLUMN more TEXT DEFAULT 'x'; CREATE TABLE b AS SELECT * FROM note;"
            + " INSERT INTO anew SELECT id, text, size FROM b; DROP TABLE b",
        "CREATE TABLE b AS SELECT *, id * 3 AS more FROM note; CREATE TABLE c AS SELECT * FROM b;"
            + " INSERT INTO anew SELECT id, text, size FROM c; DROP TABLE b; DROP TABLE c",
        "CREATE TABLE b AS SELECT *, id * 3 AS more FROM note; ALTER TABLE b DROP COLUMN more;"
            + " INSERT INTO anew SELECT id, text, size FROM b; DROP TABLE b",
        "INSERT INTO anew SELECT * FROM note; UPDATE anew SET text = trim(text), size = size + 0",
        "INSERT INTO anew SELECT n.id, n.text, size FROM note AS n LEFT JOIN tag t ON t.id = n.id",
        "INSERT INTO anew SELECT n.* FROM note n LEFT JOIN tag ON tag.id = n.id",
        "INSERT INTO anew SELECT id, text, size FROM note n WHERE id NOT IN (SELECT -id FROM tag)",
        "WITH a AS (SELECT * FROM note) INSERT INTO anew SELECT * FROM a",
      })
  void whatACopyHasIsNotLost(String copy) {
    assertThat(losses(copy)).isEmpty();
  }

  @Test
  void whatWasWorkedOutIsLostIfWhatItWasMadeOfHasGone() {
    assertThat(
            losses(
                "CREATE TABLE b AS SELECT id, text, size * 1 AS large FROM note; ALTER TABLE b"
                    + " RENAME COLUMN large TO huge; INSERT INTO anew (id, text) SELECT id, text"
                    + " FROM b; DROP TABLE b"))
        .anySatisfy(loss -> assertThat(loss).endsWith(" with its values 0 3"));
  }

  @Test
  void whatAPartOfATableGoesOnWithoutIsCountedOnBothWays() {
    Deployment done =
        deployed(
            """
            CREATE TABLE part (id INTEGER PRIMARY KEY, text);
            INSERT INTO part SELECT id, text FROM note WHERE id <> 2;
            DROP VIEW loud;
            DROP VIEW large;
            DROP TABLE note;
            """);
    assertThat(losses(done))
        .containsExactly(
            "leaves rows of note out of its copy 1 0",
            "drops column note.size with its values 0 3");

    Deployment undone =
        project.ended(
            project.admin().deployments().undo(done.jobId(), UndoDeployment.byPlan().confirmed()));

    assertThat(losses(undone)).containsExactly("drops table part with its rows 3 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE OF text ON note BEGIN UPDATE tag SET label = 'touched'           | fires trigger t, which changes rows of tag 4 0
          update ON note WHEN new.id > 2 BEGIN INSERT INTO tag VALUES (new.id, 1) | fires trigger t, which changes rows of tag 2 0
          UPDATE ON note BEGIN SELECT 1; DELETE FROM "TAG" WHERE id = new.id | fires trigger t, which changes rows of tag 1 0
          UPDATE OF size ON note BEGIN DELETE FROM tag                            |
          INSERT ON note BEGIN DELETE FROM tag                                    |
          UPDATE ON tag BEGIN DELETE FROM note                                    |
          """)
  void whatTriggersDoOnTheWayIsTold(String trigger, @Nullable String told) {
    Deployment done =
        deployed(
            "CREATE TRIGGER t AFTER %s; END;".formatted(trigger),
            "ALTER TABLE note ADD COLUMN more TEXT; UPDATE note SET more = 'x', text = text");

    assertThat(losses(done)).isEqualTo(told == null ? List.of() : List.of(told));
  }

  /** Deploys a rebuild over a copy; returns what was lost of rows and values. */
  private List<String> losses(String copy) {
    return losses(deployed(AROUND.formatted(copy)));
  }

  private Deployment deployed(String script) {
    return deployed("", script);
  }

  private Deployment deployed(String more, String script) {
    WorkspaceName blueprint = project.workspace("w" + ++count);
    project.design(blueprint, SCHEMA + more);
    TenantId tenant = project.tenant("t" + count, blueprint);
    ROWS.forEach(sql -> project.run(tenant, blueprint, sql));
    project.design(blueprint, script);
    Deployment done = project.deploy(blueprint);
    assertThat(done.status()).isEqualTo(DeploymentStatus.COMPLETED);
    return done;
  }

  private static List<String> losses(Deployment done) {
    return done.detail().losses().stream()
        .filter(loss -> loss.rows() + loss.values() > 0)
        .map(loss -> loss.what() + " " + loss.rows() + " " + loss.values())
        .toList();
  }
}
