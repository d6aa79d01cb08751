package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.ColumnDefinition;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.IndexDefinition;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.TableDefinition;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bringing schemas into workspaces, and reading them back, must do. */
public abstract class SchemaImportsContract extends ContractSuite {

  @ParameterizedTest
  @CsvSource({
    "fintech,  users;accounts;transactions",
    "saas,     organizations;users;memberships;subscriptions;invoices;audit_log",
    "ecommerce,customers;categories;products;orders;order_items;payments",
    "blog,     authors;posts;tags;post_tags;comments"
  })
  void aTemplateMakesOneVersion(String template, String tables) {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    SchemaImport imported =
        project.admin().workspaces().importSchema(main, new ImportSchema.FromTemplate(template));

    assertThat(imported.source()).isEqualTo("template");
    assertThat(imported.created()).containsExactlyInAnyOrder(tables.split(";"));
    assertThat(imported.errors()).isEmpty();
    assertThat(imported.details().workspace()).isEqualTo(main);
    assertThat(imported.details().databaseType()).isEqualTo(DatabaseType.SQLITE);
    assertThat(imported.details().statementsExecuted())
        .isEqualTo(imported.details().statementsTotal());
    assertThat(project.admin().workspaces().get(main).version()).contains(new Version(1, 1));
    assertThat(project.changes(main)).hasSize(imported.details().statementsExecuted());
  }

  @Test
  void anUnknownTemplateIsRefused() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    EngineException refused =
        refusal(
            () ->
                project
                    .admin()
                    .workspaces()
                    .importSchema(main, new ImportSchema.FromTemplate("iot")));

    assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refused.message()).contains("'iot'", "fintech", "saas", "ecommerce", "blog");
  }

  @Test
  void tablesAreMadeAsDefined() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    ColumnDefinition id = column("id", "INTEGER", true);
    ColumnDefinition org =
        new ColumnDefinition(
            "org_id", "INTEGER", false, Optional.of("1"), false, false, Optional.of("orgs(id)"));

    SchemaImport imported =
        project
            .admin()
            .workspaces()
            .importSchema(
                main,
                new ImportSchema.FromTables(
                    List.of(
                        new TableDefinition("orgs", List.of(id), List.of()),
                        new TableDefinition(
                            "users",
                            List.of(id, org, column("Full Name", "TEXT", false)),
                            List.of(new IndexDefinition("users_org", List.of("org_id"), false))))));

    assertThat(imported.source()).isEqualTo("json");
    assertThat(imported.created()).containsExactly("orgs", "users");
    WorkspaceSchema.Table users = project.admin().workspaces().schema(main).tables().getLast();
    assertThat(users.columns())
        .extracting(WorkspaceSchema.Column::name)
        .containsExactly("id", "org_id", "Full Name");
    assertThat(users.columns().get(1).nullable()).isFalse();
    assertThat(users.columns().get(1).defaultValue()).isEqualTo("1");
    assertThat(users.columns().getFirst().primaryKey()).isEqualTo(1);
    assertThat(users.indexes()).contains("users_org");
    assertOneForeignKey(users);
  }

  private static void assertOneForeignKey(WorkspaceSchema.Table users) {
    assertThat(users.foreignKeys())
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.table()).isEqualTo("orgs");
              assertThat(key.columns()).containsExactly("org_id");
              assertThat(key.references()).containsExactly("id");
            });
  }

  @Test
  void aScriptIsAllOrNothing() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    String script =
        """
        CREATE TABLE a (id INTEGER PRIMARY KEY);

        -- the next one has a typo
        CREATE TABEL b (id INTEGER);
        """;

    EngineException refused =
        refusal(
            () ->
                project.admin().workspaces().importSchema(main, new ImportSchema.FromSql(script)));

    assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refused.detail("line")).contains("4");
    assertThat(refused.detail("statement")).contains("2");
    assertThat(project.admin().workspaces().schema(main).tables()).isEmpty();
    assertThat(project.admin().workspaces().get(main).version()).contains(Version.EMPTY);
  }

  @Test
  void aDumpBringsItsRowsAndItsTransactionWordsAreSkipped() {
    TestProject project = project();
    WorkspaceName plane = project.workspace("plane", WorkspaceMode.CONTROL);

    SchemaImport imported =
        project
            .admin()
            .workspaces()
            .importSchema(
                plane,
                new ImportSchema.FromSql(
                    """
                    PRAGMA foreign_keys=OFF;
                    BEGIN TRANSACTION;
                    CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT);
                    INSERT INTO t VALUES (1, 'semi;colon'), (2, 'it''s');
                    CREATE TRIGGER tr AFTER INSERT ON t BEGIN
                      UPDATE t SET name = upper(name) WHERE id = new.id;
                    END;
                    COMMIT;
                    """));

    assertThat(imported.created()).containsExactly("t");
    assertThat(imported.skipped()).hasSize(3);
    assertThat(imported.details().statementsSkipped()).isEqualTo(3);
    assertThat(imported.details().statementsTotal()).isEqualTo(6);
    assertThat(project.design(plane, "SELECT name FROM t ORDER BY id").result().rows())
        .containsExactly(List.of(Value.of("semi;colon")), List.of(Value.of("it's")));
    assertThat(project.admin().workspaces().schema(plane).tables().getFirst().triggers())
        .extracting(WorkspaceSchema.Trigger::name)
        .containsExactly("tr");
  }

  @Test
  void theSchemaTellsWhatBelongsToATable() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(
        main,
        """
        CREATE TABLE users (
          id INTEGER PRIMARY KEY,
          email TEXT NOT NULL UNIQUE CHECK (email LIKE '%@%'),
          age INT DEFAULT 18
        );
        CREATE INDEX adults ON users (age) WHERE age >= 18;
        CREATE VIEW names AS SELECT id, email FROM users;
        """);

    WorkspaceSchema schema = project.admin().workspaces().schema(main);

    WorkspaceSchema.Table users = schema.tables().getFirst();
    assertThat(users.columns().get(1).nullable()).isFalse();
    assertThat(users.columns().get(1).unique()).isTrue();
    assertThat(users.columns().get(2).defaultValue()).isEqualTo("18");
    assertThat(users.checks()).singleElement().asString().contains("LIKE");
    assertThat(users.indexes()).contains("adults");
    assertThat(users.indexDetails())
        .filteredOn(index -> index.name().equals("adults"))
        .singleElement()
        .satisfies(index -> assertThat(index.where()).contains("age >= 18"));
    assertThat(users.sql()).startsWith("CREATE TABLE users");
    assertThat(schema.views())
        .singleElement()
        .satisfies(view -> assertThat(view.columns()).containsExactly("id", "email"));
  }

  private static ColumnDefinition column(String name, String type, boolean primaryKey) {
    return new ColumnDefinition(
        name, type, !primaryKey, Optional.empty(), primaryKey, false, Optional.empty());
  }
}
