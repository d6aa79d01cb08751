package io.tenantry.testkit;

import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;

/** What the suites of backups share. */
abstract class BackupSuite extends ContractSuite {
  static final TenantId WAYNE = new TenantId("wayne");
  static final String COUNT = "SELECT count(*) FROM notes";

  static WorkspaceName notes(TestProject project) {
    WorkspaceName shop = project.workspace("shop");
    project.design(shop, "CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT)");
    return shop;
  }

  static void add(TestProject project, WorkspaceName shop, int rows) {
    project.run(
        WAYNE,
        shop,
        "INSERT INTO notes (body) SELECT 'note ' || value FROM json_each('["
            + "0,".repeat(rows - 1)
            + "0]')");
  }

  /** A project whose tenant wayne has five notes and a backup of them, and then two more notes. */
  record Story(TestProject project, WorkspaceName shop, Backup backup) {
    TestProjectBackups backups() {
      return new TestProjectBackups(project);
    }

    Value count(TenantId tenant) {
      return project.value(tenant, shop, COUNT);
    }
  }

  final Story story() {
    TestProject project = project();
    WorkspaceName shop = notes(project);
    project.tenant("wayne", shop);
    add(project, shop, 5);
    Backup backup = new TestProjectBackups(project).take(WAYNE);
    add(project, shop, 2);
    return new Story(project, shop, backup);
  }
}
