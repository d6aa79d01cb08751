package io.tenantry.testkit;

import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lives of clients that work with tenants: rows, moves, rollbacks, recoveries, new ones. */
final class CrashTenantLives {
  static final String ZONE = "us-east";

  private CrashTenantLives() {}

  static TenantDatabaseRequest dedicated(WorkspaceName blueprint) {
    return new TenantDatabaseRequest(blueprint, 2, Optional.of(ZONE));
  }

  /** Writes rows. */
  static final class Writing implements CrashLife {
    private final CrashRows rows;

    Writing(CrashRows rows) {
      this.rows = rows;
    }

    @Override
    public void live(TestProject project) {
      rows.write(project);
    }

    @Override
    public void prove(TestProject project) {
      rows.prove(project);
    }
  }

  /** Writes rows, and has the database moved there and back. */
  static final class Moving implements CrashLife {
    private final CrashRows rows;
    private final WorkspaceName blueprint;

    Moving(CrashRows rows, WorkspaceName blueprint) {
      this.rows = rows;
      this.blueprint = blueprint;
    }

    @Override
    public void live(TestProject project) {
      rows.write(project);
      int level =
          project.admin().tenants().get(rows.tenant()).databases().getFirst().isolationLevel();
      project
          .admin()
          .tenants()
          .changeIsolation(
              rows.tenant(),
              level == 1
                  ? ChangeIsolation.toRegion(blueprint, ZONE)
                  : ChangeIsolation.toShared(blueprint));
      rows.write(project);
      project.settled(rows.tenant());
    }

    @Override
    public void prove(TestProject project) {
      rows.prove(project);
    }
  }

  /** Writes rows, and puts a backup back. */
  static final class RollingBack implements CrashLife {
    private final CrashRows rows;

    RollingBack(CrashRows rows) {
      this.rows = rows;
    }

    @Override
    public void live(TestProject project) {
      rows.write(project);
      Set<Long> before = rows.now();
      Backup backup = new TestProjectBackups(project).take(rows.tenant());
      rows.write(project);
      rows.mayBecome(before);
      project.admin().backups().rollback(rows.tenant(), backup.storagePath());
      new TestProjectBackups(project).rolledBack(rows.tenant());
      project.settled(rows.tenant());
      rows.became(before);
      rows.prove(project);
    }

    @Override
    public void prove(TestProject project) {
      rows.prove(project);
    }
  }

  /** Writes rows, goes back in time, and every other time takes that back. */
  static final class Recovering implements CrashLife {
    private final CrashRows rows;
    private int round;

    Recovering(CrashRows rows) {
      this.rows = rows;
    }

    @Override
    public void live(TestProject project) {
      rows.write(project);
      Set<Long> before = rows.now();
      Instant time = Instant.now().truncatedTo(ChronoUnit.MICROS);
      rows.write(project);
      Set<Long> after = rows.now();
      rows.mayBecome(before);
      project.admin().recovery().recover(new RecoverTenant(rows.tenant(), time));
      project.settled(rows.tenant());
      rows.became(before);
      if (round++ % 2 == 0) {
        rows.mayBecome(after);
        project.admin().recovery().undo(rows.tenant());
        project.settled(rows.tenant());
        rows.became(after);
      }
      rows.prove(project);
    }

    @Override
    public void prove(TestProject project) {
      rows.prove(project);
    }
  }

  /** Makes tenants on both levels, and destroys some. */
  static final class Creating implements CrashLife {
    private final WorkspaceName blueprint;
    private final Set<TenantId> made = new LinkedHashSet<>();
    private final Set<TenantId> gone = new HashSet<>();
    private int number;

    Creating(WorkspaceName blueprint) {
      this.blueprint = blueprint;
    }

    @Override
    public void live(TestProject project) {
      TenantId id = new TenantId("new" + number++);
      TenantDatabaseRequest request =
          number % 3 == 0 ? dedicated(blueprint) : TenantDatabaseRequest.shared(blueprint);
      project.admin().tenants().create(new CreateTenant(id, List.of(request)));
      made.add(id);
      if (number % 4 == 0) {
        TenantId first = made.iterator().next();
        project.settled(first);
        made.remove(first); // from here on it may be there or not
        project.admin().tenants().delete(first, true);
        gone.add(first);
      }
    }

    @Override
    public void prove(TestProject project) {
      made.forEach(project::settled);
      for (TenantId id : gone) {
        try {
          project.admin().tenants().get(id);
        } catch (EngineException e) {
          if (e.code() == ErrorCode.NOT_FOUND) {
            continue;
          }
          throw e;
        }
        throw new AssertionError("tenant " + id + " was destroyed and is there");
      }
    }
  }
}
