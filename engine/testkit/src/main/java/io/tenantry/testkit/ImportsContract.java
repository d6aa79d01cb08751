package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.imports.AnalyzeImport;
import io.tenantry.contract.imports.DataImport;
import io.tenantry.contract.imports.DataImport.MappedTenant;
import io.tenantry.contract.imports.FullImport;
import io.tenantry.contract.imports.ImportAnalysis;
import io.tenantry.contract.imports.ImportAnalysis.SourceTable;
import io.tenantry.contract.imports.ImportStatus;
import io.tenantry.contract.imports.StartImport;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import org.junit.jupiter.api.Test;

/** What bringing in a shared database must do. The engine may read files below {@code sources}. */
public abstract class ImportsContract extends ImportSuite {

  @Test
  void aFullImportGivesEachTenantExactlyItsRows() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    FullImport started =
        project.admin().imports().startFull(main, new StartImport(at(shared()), FIELD));
    DataImport ended = ended(project, main, started.data());

    assertThat(started.schema().source()).isEqualTo("database");
    assertThat(started.schema().created()).contains("users", "orders", "order_items");
    assertThat(ended.errors()).isEmpty();
    assertThat(ended.status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(ended.tenantsTotal()).isEqualTo(TENANTS);
    assertThat(ended.tenantsDone()).isEqualTo(TENANTS);
    assertThat(ended.progress()).isEqualTo(1.0);
    assertThat(ended.warnings())
        .anyMatch(warning -> warning.contains("Index 'users_email'") && warning.contains("(email)"))
        .anyMatch(warning -> warning.contains("Index 'orders_tenant'"));
    assertThat(ended.tenants()).allMatch(tenant -> tenant.state() == DataImport.State.DONE);
    assertEachHasItsRows(project, main, ended, shared());
    assertThat(project.admin().workspaces().schema(main).tables())
        .allMatch(table -> table.columns().stream().noneMatch(c -> c.name().equals(FIELD)));
    assertThat(project.admin().blueprints().get(main).routingField()).isEqualTo(FIELD);
  }

  private static void assertEachHasItsRows(
      TestProject project, WorkspaceName main, DataImport ended, SharedDatabase source) {
    for (MappedTenant tenant : ended.tenants()) {
      TenantId id = new TenantId(tenant.tenantId());
      for (String table : SharedDatabase.SPLIT_TABLES) {
        assertThat(project.value(id, main, SharedDatabase.content(table)).toString())
            .as("%s of %s", table, tenant.value())
            .isEqualTo(source.rowsOf(tenant.value(), table));
      }
      assertThat(project.value(id, main, SharedDatabase.content("countries")).toString())
          .isEqualTo(source.value(SharedDatabase.content("countries")));
      assertThat(project.value(id, main, "SELECT seq FROM sqlite_sequence WHERE name = 'users'"))
          .hasToString(source.value("SELECT seq FROM sqlite_sequence WHERE name = 'users'"));
    }
  }

  @Test
  void theRoutingColumnStaysWhenItIsWanted() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    FullImport started =
        project
            .admin()
            .imports()
            .startFull(main, new StartImport(at(shared()), FIELD, false, true));
    DataImport ended = ended(project, main, started.data());

    assertThat(ended.status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(
            project.value(
                new TenantId("acme-2"), main, "SELECT group_concat(DISTINCT tenant_id) FROM users"))
        .isEqualTo(Value.of("ACME"));
  }

  @Test
  void aColumnThatAKeyNeedsStaysAndIsNamed() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    SharedDatabase keyed =
        source("keyed.db")
            .with(
                "CREATE TABLE plans (tenant_id TEXT, name TEXT, PRIMARY KEY (tenant_id, name))",
                "INSERT INTO plans SELECT id, 'gold' FROM tenants");

    FullImport started =
        project.admin().imports().startFull(main, new StartImport(at(keyed), FIELD));
    DataImport ended = ended(project, main, started.data());

    assertThat(ended.status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(ended.warnings())
        .anyMatch(warning -> warning.startsWith("Table 'plans' keeps 'tenant_id'"));
    assertThat(project.value(new TenantId("t-42"), main, "SELECT tenant_id FROM plans"))
        .isEqualTo(Value.of("42"));
  }

  @Test
  void rowsWithoutATenantAreCountedAndSaid() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    SharedDatabase gaps =
        source("gaps.db").with("UPDATE events SET tenant_id = NULL WHERE rowid <= 3");

    ImportAnalysis analysis =
        project.admin().imports().analyze(main, new AnalyzeImport(at(gaps), FIELD));
    DataImport ended =
        ended(
            project,
            main,
            project.admin().imports().startFull(main, new StartImport(at(gaps), FIELD)).data());

    assertThat(analysis.tables())
        .filteredOn(table -> table.name().equals("events"))
        .extracting(SourceTable::unassignedRows)
        .containsExactly(3L);
    String warning = "Table 'events': 3 of 150 rows have NULL in 'tenant_id' and are not copied";
    assertThat(analysis.warnings()).contains(warning);
    assertThat(ended.warnings()).contains(warning);
  }

  @Test
  void aTenantThatFailsLeavesNothingAndDoesNotStopTheOthers() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    SharedDatabase broken =
        source("broken.db")
            .with(
                "PRAGMA foreign_keys=OFF",
                "UPDATE orders SET user_id = 999999 WHERE tenant_id = 'Big Corp'");

    DataImport ended =
        ended(
            project,
            main,
            project.admin().imports().startFull(main, new StartImport(at(broken), FIELD)).data());

    assertThat(ended.status()).isEqualTo(ImportStatus.FAILED);
    assertThat(ended.tenantsFailed()).isEqualTo(1);
    assertThat(ended.tenantsDone()).isEqualTo(TENANTS - 1);
    assertThat(ended.errors())
        .singleElement()
        .asString()
        .startsWith(
            "tenant 'big-corp': FOREIGN KEY constraint failed: a row of 'orders' refers to no row"
                + " of 'users'");
    assertThat(project.tenantIds()).hasSize(TENANTS - 1).doesNotContain("big-corp");
  }

  @Test
  void anExistingTenantGetsTheRowsBesideItsOwnOrKeepsWhatItHad() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    DataImport first =
        ended(
            project,
            main,
            project.admin().imports().startFull(main, new StartImport(at(shared()), FIELD)).data());
    String before =
        project.value(new TenantId("acme"), main, SharedDatabase.content("orders")).toString();
    SharedDatabase more = more();

    DataImport ended =
        ended(
            project, main, project.admin().imports().start(main, new StartImport(at(more), FIELD)));

    assertThat(first.status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(ended.errors())
        .singleElement()
        .asString()
        .isEqualTo("tenant 'acme': UNIQUE constraint failed: users.id");
    assertThat(project.value(new TenantId("acme"), main, SharedDatabase.content("orders")))
        .hasToString(before);
    assertRowsOfBoth(project, main, new TenantId("big-corp"));
    assertThat(project.admin().tenants().get(new TenantId("acme")).status().code())
        .isEqualTo("ready");
  }

  private void assertRowsOfBoth(TestProject project, WorkspaceName main, TenantId bigCorp) {
    long orders =
        Long.parseLong(shared().value("SELECT count(*) FROM orders WHERE tenant_id = 'Big Corp'"));
    assertThat(project.value(bigCorp, main, "SELECT count(*) FROM orders"))
        .isEqualTo(Value.of(2 * orders));
    assertThat(project.value(bigCorp, main, "SELECT count(*) FROM countries"))
        .isEqualTo(Value.of(3));
    String ours = "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'tenantry%'";
    assertThat(project.value(bigCorp, main, ours)).isEqualTo(Value.of(0));
  }

  /** The same tenants with rows of other keys, but for one of acme that is there already. */
  private SharedDatabase more() {
    return source("more.db")
        .with(
            "PRAGMA foreign_keys=OFF",
            "UPDATE users SET id = id + 100000",
            "UPDATE users SET email = 'new-' || email",
            "UPDATE orders SET id = id + 100000, user_id = user_id + 100000",
            "UPDATE order_items SET order_id = order_id + 100000",
            "UPDATE order_tags SET order_id = order_id + 100000, tag_id = tag_id + 100000",
            "UPDATE tags SET id = id + 100000",
            "DELETE FROM tenants",
            // this one is refused: the row is there already
            "UPDATE users SET id = 1 WHERE tenant_id = 'acme'"
                + " AND id = (SELECT min(id) FROM users WHERE tenant_id = 'acme')",
            "UPDATE orders SET user_id = 1 WHERE user_id = 100001");
  }

  @Test
  void aTenantInTheTrashIsPassedOverInWordsForPeople() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    ended(
        project,
        main,
        project.admin().imports().startFull(main, new StartImport(at(shared()), FIELD)).data());
    project.admin().tenants().delete(new TenantId("acme"), false);

    DataImport ended =
        ended(
            project,
            main,
            project.admin().imports().start(main, new StartImport(at(shared()), FIELD)));

    assertThat(ended.errors()).contains("tenant 'acme': Tenant 'acme' is in the trash");
  }

  @Test
  void missingTenantsFailWhenTheyMustNotBeMade() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    DataImport ended =
        ended(
            project,
            main,
            project
                .admin()
                .imports()
                .startFull(main, new StartImport(at(shared()), FIELD, true, false))
                .data());

    assertThat(ended.status()).isEqualTo(ImportStatus.FAILED);
    assertThat(ended.tenantsFailed()).isEqualTo(TENANTS);
    assertThat(ended.errors().getFirst()).contains("create_tenants is false");
    assertThat(project.tenantIds()).isEmpty();
  }

  @Test
  void aSourceThatDoesNotFitIsRefusedBeforeAnythingStarts() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)");

    assertRefused(
        ErrorCode.BAD_REQUEST,
        "Table 'users': column 'country' is not in blueprint 'main'",
        () -> project.admin().imports().start(main, new StartImport(at(shared()), FIELD)));
    assertThat(project.admin().imports().list(main)).isEmpty();
  }

  @Test
  void tablesThatTheBlueprintLacksAreNamed() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT)");

    DataImport ended =
        ended(
            project,
            main,
            project.admin().imports().start(main, new StartImport(at(shared()), FIELD)));

    assertThat(ended.status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(ended.rowsCopied()).isEqualTo(TENANTS);
    assertThat(ended.warnings())
        .contains("Table 'users' is not in blueprint 'main': its rows are not copied");
  }

  @Test
  void anEndedImportCannotBeCancelled() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    DataImport ended =
        ended(
            project,
            main,
            project.admin().imports().startFull(main, new StartImport(at(shared()), FIELD)).data());

    assertRefused(
        ErrorCode.CONFLICT,
        "Import " + ended.importId() + " has ended",
        () -> project.admin().imports().cancel(main, ended.importId()));
    assertThat(project.admin().imports().list(main))
        .extracting(DataImport::importId)
        .containsExactly(ended.importId());
  }

  private static DataImport ended(TestProject project, WorkspaceName name, DataImport started) {
    return project.ended(name, started);
  }
}
