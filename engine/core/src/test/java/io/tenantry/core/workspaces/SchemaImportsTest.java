package io.tenantry.core.workspaces;

import static io.tenantry.core.workspaces.WorkspaceFixture.MAIN;
import static io.tenantry.core.workspaces.WorkspaceServiceTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.ColumnDefinition;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema.FromSql;
import io.tenantry.contract.workspaces.ImportSchema.FromTables;
import io.tenantry.contract.workspaces.ImportSchema.FromTemplate;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.TableDefinition;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaImportsTest {
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
  void aTemplateMakesOneVersion() {
    SchemaImport done = engine.workspaces().importSchema(MAIN, new FromTemplate("fintech"));
    assertThat(done)
        .isEqualTo(
            new SchemaImport(
                "template",
                List.of("users", "accounts", "transactions"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new SchemaImport.Details(MAIN, DatabaseType.SQLITE, 5, 0, 0, 5)));
    BlueprintVersions versions = engine.blueprints().versions(MAIN);
    assertThat(versions.latest()).isEqualTo(new Version(1, 1));
    assertThat(versions.versions().getFirst().summary())
        .isEqualTo(
            "Template fintech, 5 changes: users, accounts, transactions, accounts_user_id,"
                + " transactions_account_id_created_at");
  }

  @Test
  void tablesMayReferenceWhatIsThere() {
    engine.workspaces().importSchema(MAIN, new FromTemplate("fintech"));
    ColumnDefinition owner =
        new ColumnDefinition(
            "owner", "INTEGER", false, Optional.empty(), false, false, Optional.of("users(id)"));
    SchemaImport done =
        engine
            .workspaces()
            .importSchema(
                MAIN,
                new FromTables(List.of(new TableDefinition("cards", List.of(owner), List.of()))));
    assertThat(done.created()).containsExactly("cards");
    assertThat(engine.workspaces().schema(MAIN).tables().getLast().foreignKeys()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"wealth.sql,10,1,1,0", "clinic.sql,9,1,1,3"})
  void theSampleFilesImportWhole(String file, int tables, int triggers, int views, int skipped)
      throws IOException {
    String sql = Files.readString(samples().resolve(file));
    SchemaImport done = engine.workspaces().importSchema(MAIN, new FromSql(sql));
    assertThat(done.created()).hasSize(tables);
    assertThat(done.skipped()).hasSize(skipped);
    assertThat(done.details().statementsSkipped()).isEqualTo(skipped);
    WorkspaceSchema schema = engine.workspaces().schema(MAIN);
    assertThat(schema.views()).hasSize(views);
    assertThat(schema.tables().stream().mapToInt(table -> table.triggers().size()).sum())
        .isEqualTo(triggers);
  }

  @Test
  void aDumpKeepsItsRowsAndSkipsItsHousekeeping() {
    String dump =
        """
        PRAGMA foreign_keys=OFF;
        BEGIN TRANSACTION;
        CREATE TABLE child (a INTEGER REFERENCES parent (id));
        INSERT INTO child VALUES (1);
        CREATE TABLE parent (id INTEGER PRIMARY KEY);
        INSERT INTO parent VALUES (1);
        ANALYZE sqlite_schema;
        INSERT INTO sqlite_stat1 VALUES ('child', NULL, '1');
        COMMIT;
        """;
    SchemaImport done = engine.workspaces().importSchema(MAIN, new FromSql(dump));
    assertThat(done.created()).containsExactly("child", "parent");
    assertThat(done.skipped())
        .containsExactly(
            "line 1: PRAGMA foreign_keys=OFF (the import is one transaction of its own)",
            "line 2: BEGIN TRANSACTION (the import is one transaction of its own)",
            "line 7: ANALYZE sqlite_schema (it changes no schema)",
            "line 8: INSERT INTO sqlite_stat1 VALUES ('child', NULL, '1') (statistics are collected"
                + " anew)",
            "line 9: COMMIT (the import is one transaction of its own)");
    assertThat(engine.run("SELECT a FROM child").result().rowCount()).isEqualTo(1);
  }

  @Test
  void aBrokenFileChangesNothingAndNamesLineAndStatement() {
    assertFails(
        ErrorCode.BAD_REQUEST,
        "line 2, statement 2: query failed: near \")\": syntax error",
        () ->
            engine
                .workspaces()
                .importSchema(MAIN, new FromSql("CREATE TABLE a (x);\nCREATE TABLE b (x,);")));
    assertFails(
        ErrorCode.BAD_REQUEST,
        "line 3, statement 2: ATTACH is not allowed in workspaces",
        () ->
            engine
                .workspaces()
                .importSchema(MAIN, new FromSql("CREATE TABLE a (x);\n\nATTACH 'f' AS g;")));
    assertThat(engine.workspaces().schema(MAIN).tables()).isEmpty();
    assertThat(engine.workspaces().get(MAIN).version()).contains(new Version(1, 0));
  }

  @Test
  void rowsThatPointNowhereUndoAStrictImport() {
    String dump =
        """
        CREATE TABLE parent (id INTEGER PRIMARY KEY);
        CREATE TABLE child (a INTEGER REFERENCES parent (id));
        INSERT INTO child VALUES (7);
        """;
    assertFails(
        ErrorCode.BAD_REQUEST,
        "FOREIGN KEY constraint failed: a row of 'child' points to no row of 'parent'",
        () -> engine.workspaces().importSchema(MAIN, new FromSql(dump, true)));
    assertThat(engine.workspaces().schema(MAIN).tables()).isEmpty();
    assertThat(engine.workspaces().get(MAIN).version()).contains(new Version(1, 0));
    assertThat(engine.blueprints().versions(MAIN).versions()).hasSize(1);
    assertThat(engine.run("PRAGMA foreign_keys").result().rows())
        .containsExactly(List.of(Value.of(1)));
    engine.run("SELECT 1; CREATE TABLE p (id PRIMARY KEY); CREATE TABLE c (a REFERENCES p)");
    assertFails(
        ErrorCode.BAD_REQUEST,
        "query failed: FOREIGN KEY constraint failed",
        () -> engine.run("INSERT INTO c VALUES (1)"));
  }

  @Test
  void aSourceWithNothingToRunIsRefused() {
    assertFails(
        ErrorCode.BAD_REQUEST,
        "The source holds no statements to run",
        () -> engine.workspaces().importSchema(MAIN, new FromSql("BEGIN; COMMIT;")));
    assertFails(
        ErrorCode.BAD_REQUEST,
        "Unknown template 'iot'. Known templates: fintech, saas, ecommerce, blog",
        () -> engine.workspaces().importSchema(MAIN, new FromTemplate("iot")));
  }

  /** The samples lie at the root of the repository, above the folder that tests run in. */
  private static Path samples() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("docs/samples"))) {
      at = at.getParent();
    }
    return at.resolve("docs/samples");
  }
}
