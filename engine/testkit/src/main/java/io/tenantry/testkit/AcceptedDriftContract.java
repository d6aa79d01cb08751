package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.drift.TenantDrift.State;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What accepting drift must do. */
public abstract class AcceptedDriftContract extends ContractSuite {
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final Version FIRST = new Version(1, 1);
  private static final Version SECOND = new Version(1, 2);

  private DriftScene scene() {
    return new DriftScene(project(), data());
  }

  @Test
  void whatIsAcceptedStaysSoUntilItChanges() {
    DriftScene scene = scene().changed("wayne", "CREATE TABLE more (x)");
    scene.checked();

    assertThat(scene.drift().accept(WAYNE, scene.main).state()).isEqualTo(State.ACCEPTED);
    assertThat(scene.checked().drifted()).isZero();
    assertThat(scene.listed()).extracting(TenantDrift::state).containsExactly(State.ACCEPTED);

    scene.changed("wayne", "CREATE TABLE evenmore (x)");
    assertThat(scene.checked().drifted()).isEqualTo(1);
    assertThat(scene.listed()).extracting(TenantDrift::state).containsExactly(State.DRIFTED);
  }

  @Test
  void whatIsAcceptedGoesAlongToTheNextVersions() {
    DriftScene scene =
        scene().changed("wayne", "CREATE TABLE more (x)", "INSERT INTO more VALUES (7)");
    scene.checked();
    scene.project.design(scene.main, "ALTER TABLE users ADD COLUMN email TEXT");
    Deployment refused = scene.project.deploy(scene.main);
    scene.drift().accept(WAYNE, scene.main);

    Deployment tried = scene.deployedOnCopies();
    assertThat(scene.version()).isEqualTo(FIRST);
    Deployment first = scene.project.deploy(scene.main);
    scene.project.design(scene.main, "CREATE INDEX by_email ON users (email)");
    Deployment second = scene.project.deploy(scene.main);

    assertThat(refused.failedTenants()).isEqualTo(1);
    assertThat(List.of(tried, first, second)).allMatch(each -> each.failedTenants() == 0);
    assertThat(scene.version()).isEqualTo(new Version(1, 3));
    assertThat(scene.project.value(WAYNE, scene.main, "SELECT x FROM more")).isEqualTo(Value.of(7));
    assertThat(scene.checked().drifted()).isZero();
    TenantDrift accepted = scene.listed().getFirst();
    assertThat(accepted.state()).isEqualTo(State.ACCEPTED);
    assertThat(accepted.expectedVersion()).isEqualTo(scene.version());
    assertThat(accepted.differences()).extracting(PlanStep::object).containsExactly("more");
  }

  /** A crash between the commit of the file and the note in the catalog leaves it so. */
  @Test
  void whatIsAcceptedAndWasDeployedWithoutANoteIsFoundDone() {
    DriftScene scene = scene().changed("wayne", "CREATE TABLE more (x)");
    scene.checked();
    scene.drift().accept(WAYNE, scene.main);
    String change = "ALTER TABLE users ADD COLUMN email TEXT";
    scene.project.design(scene.main, change);
    scene.changed("wayne", change, "PRAGMA user_version=2");

    assertThat(scene.project.deploy(scene.main).failedTenants()).isZero();
    assertThat(scene.version()).isEqualTo(SECOND);
    assertThat(scene.checked().drifted()).isZero();
  }
}
