package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a refusal with CONFLICT must say of what stands against the operation. */
public abstract class ConflictsContract extends ContractSuite {

  @Test
  void aNameThatIsTakenIsThereAlready() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);

    assertConflict(ConflictKind.EXISTS, () -> project.workspace("main"));
    assertConflict(ConflictKind.EXISTS, () -> project.tenant("wayne", main));
  }

  @Test
  void aWorkspaceWithTenantsIsNeeded() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);

    assertConflict(ConflictKind.NEEDED, () -> project.admin().workspaces().delete(main));
  }

  @Test
  void aChangeThatLaterOnesBuildOnIsNeeded() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE users (id INTEGER PRIMARY KEY)");
    project.design(main, "CREATE INDEX users_id ON users (id)");
    long first = project.changes(main).getFirst().id();

    assertConflict(ConflictKind.NEEDED, () -> project.admin().workspaces().skip(main, first));
  }

  @Test
  void aSuspendedTenantIsInTheWrongState() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    TenantId wayne = project.tenant("wayne", main);
    project.admin().tenants().suspend(wayne);

    assertConflict(ConflictKind.STATE, () -> project.run(wayne, main, "SELECT 1"));
  }

  @Test
  void aDeploymentThatHasEndedIsNotAsItWas() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    var ended = project.ended(project.admin().deployments().create(new CreateDeployment(main)));

    assertConflict(ConflictKind.CHANGED, () -> project.admin().deployments().pause(ended.jobId()));
  }

  private static void assertConflict(ConflictKind kind, ThrowingCallable call) {
    EngineException refused = refusal(call);
    assertThat(refused).as("refusal").isNotNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(refused.conflictKind()).as(refused.message()).contains(kind);
  }
}
