package io.tenantry.testkit;

import io.tenantry.contract.Credential;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.imports.DataImport;
import io.tenantry.contract.imports.StartImport;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.users.ProvisionUser;
import io.tenantry.contract.users.ProvisionedUser;
import io.tenantry.contract.users.Subject;
import io.tenantry.contract.users.UserStatement;
import io.tenantry.contract.users.Users;
import io.tenantry.contract.workspaces.SourceConnection;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lives of clients that work with a project: deployments, imports, users. */
final class CrashProjectLives {
  private CrashProjectLives() {}

  /** Brings new versions to tenants, and every third one back. */
  static final class Deploying implements CrashLife {
    private final WorkspaceName blueprint;
    private final List<TenantId> fleet;
    private final Map<DeploymentId, String> outcomes = new LinkedHashMap<>();
    private int number;

    Deploying(WorkspaceName blueprint, List<TenantId> fleet) {
      this.blueprint = blueprint;
      this.fleet = List.copyOf(fleet);
    }

    @Override
    public void live(TestProject project) {
      project.design(blueprint, "CREATE TABLE v%d (a)".formatted(number++));
      DeploymentId done =
          keep(
              project.ended(project.admin().deployments().create(new CreateDeployment(blueprint))));
      if (number % 3 == 0) {
        keep(
            project.ended(
                project.admin().deployments().undo(done, UndoDeployment.byPlan().confirmed())));
      }
    }

    private DeploymentId keep(Deployment ended) {
      outcomes.put(ended.jobId(), outcome(ended));
      return ended.jobId();
    }

    private static String outcome(Deployment ended) {
      return "%s %s of %d: %d done, %d failed"
          .formatted(
              ended.version(),
              ended.status().code(),
              ended.totalTenants(),
              ended.completedTenants(),
              ended.failedTenants());
    }

    @Override
    public void prove(TestProject project) {
      for (Deployment each : project.admin().deployments().list()) {
        Deployment ended = project.ended(each);
        if (ended.status() != DeploymentStatus.COMPLETED) {
          throw new AssertionError("a deployment did not get to its end: " + ended);
        }
      }
      outcomes.forEach(
          (id, told) -> {
            String now = outcome(project.admin().deployments().get(id));
            if (!now.equals(told)) {
              throw new AssertionError(id + " was " + told + " and is " + now);
            }
          });
      Set<String> versions =
          fleet.stream()
              .map(project::settled)
              .map(Tenant::databases)
              .map(databases -> databases.getFirst().version().toString())
              .collect(Collectors.toSet());
      if (versions.size() != 1) {
        throw new AssertionError("one deployment left tenants on " + versions);
      }
    }
  }

  /** Imports a shared database into new workspaces. */
  static final class Importing implements CrashLife {
    private final SharedDatabase source;
    private Optional<DataImport> last = Optional.empty();
    private Optional<WorkspaceName> under = Optional.empty();
    private int number;

    Importing(SharedDatabase source) {
      this.source = source;
    }

    @Override
    public void live(TestProject project) {
      WorkspaceName workspace = project.workspace("imported" + number++);
      under = Optional.of(workspace);
      SourceConnection from = new SourceConnection.SqliteFile(source.file().toString());
      DataImport started =
          project
              .admin()
              .imports()
              .startFull(workspace, new StartImport(from, ImportSuite.FIELD))
              .data();
      last = Optional.of(project.ended(workspace, started));
    }

    @Override
    public void prove(TestProject project) {
      under.ifPresent(
          workspace ->
              project
                  .admin()
                  .imports()
                  .list(workspace)
                  .forEach(each -> project.ended(workspace, each)));
      last.ifPresent(told -> prove(project, told));
    }

    private void prove(TestProject project, DataImport told) {
      DataImport now = project.admin().imports().status(told.workspace(), told.importId());
      if (now.status() != told.status() || now.rowsCopied() != told.rowsCopied()) {
        throw new AssertionError("an import was " + told + " and is " + now);
      }
      if (now.tenantsFailed() > 0) {
        return; // as it was told; which rows there are is said by tenant
      }
      long users = 0;
      for (DataImport.MappedTenant each : now.tenants()) {
        TenantId tenant = new TenantId(each.tenantId());
        project.settled(tenant);
        users += number(project.value(tenant, told.workspace(), "SELECT count(*) FROM users"));
      }
      long expected = Long.parseLong(source.value("SELECT count(*) FROM users"));
      if (users != expected) {
        throw new AssertionError("of " + expected + " imported users there are " + users);
      }
    }

    private static long number(Value value) {
      return ((Value.Integer) value).value();
    }
  }

  /** Signs users in and writes to their databases with their tokens. */
  static final class SigningIn implements CrashLife {
    static final WorkspaceName TEMPLATE = new WorkspaceName("users");

    private final List<ProvisionedUser> told = new ArrayList<>();
    private int number;

    @Override
    public void live(TestProject project) {
      ProvisionedUser user =
          project.admin().users().provision(new ProvisionUser(new Subject("u" + number++)));
      Users own = own(project, user);
      own.query(
          user.database().slug(), new UserStatement("INSERT INTO notes (word) VALUES ('mine')"));
      told.add(user);
    }

    private static Users own(TestProject project, ProvisionedUser user) {
      return project.fixture().engine().open(new Credential.UserToken(user.token())).users();
    }

    @Override
    public void prove(TestProject project) {
      for (ProvisionedUser user : told) {
        List<List<Value>> rows =
            own(project, user)
                .query(user.database().slug(), new UserStatement("SELECT word FROM notes"))
                .rows();
        if (!rows.equals(List.of(List.of(Value.of("mine"))))) {
          throw new AssertionError("user " + user.database() + " has " + rows);
        }
      }
    }
  }
}
