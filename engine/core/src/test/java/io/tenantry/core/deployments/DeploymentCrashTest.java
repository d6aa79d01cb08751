package io.tenantry.core.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentEvent;
import io.tenantry.contract.deployments.DeploymentEvent.Kind;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.DoomedProcess;
import io.tenantry.core.blueprints.BlueprintChanges;
import io.tenantry.core.tenants.DyingEngine;
import io.tenantry.core.tenants.Fleet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deployment that is cut short ends, at the next start, as if nothing had happened. */
class DeploymentCrashTest {
  private static final int TENANTS = 400;
  private static final List<String> NAMES = DyingEngine.names(TENANTS);
  private static final CreateDeployment REQUEST = new CreateDeployment(new WorkspaceName("shop"));

  @TempDir Path temp;

  @Test
  void aKilledDeploymentEndsLikeOneThatWasNot() throws Exception {
    Path crashed = temp.resolve("crashed");
    Path untouched = temp.resolve("untouched");
    prepared(crashed).close();

    assertThat(DyingEngine.run("deploy", crashed)).isEqualTo(DoomedProcess.DIED);

    try (Fleet resumed = new Fleet(crashed);
        Fleet reference = prepared(untouched)) {
      int pending =
          resumed.number("SELECT count(*) FROM deployment_tenant WHERE state = 'pending'");
      assertThat(pending).isBetween(1, TENANTS - 1);
      resumed.recovered();
      Deployment ended = ended(resumed, resumed.deployments().list().getFirst());
      Deployment expected = ended(reference, reference.deployments().create(REQUEST));
      assertThat(ended.status()).isEqualTo(DeploymentStatus.FAILED);
      assertThat(ended.errors())
          .isEqualTo(expected.errors())
          .containsExactly("tenant 't10399': UNIQUE constraint failed: users.email");
      assertThat(catalogOf(resumed)).isEqualTo(catalogOf(reference));
      assertThat(filesOf(resumed)).isEqualTo(filesOf(reference));
    }
  }

  @Test
  void whatACrashKeptFromBeingCountedIsSaid() throws Exception {
    Fleet before =
        new Fleet(temp)
            .blueprint("shop", "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)");
    before.createMany(NAMES, "shop");
    NAMES.forEach(name -> before.inFile(name, "shop", "INSERT INTO users VALUES (1, 'a')"));
    before.version("shop", "ALTER TABLE users DROP COLUMN email");
    long dropped = before.number("SELECT max(id) FROM change");
    before.catalog.execute(
        handle ->
            BlueprintChanges.saveLoss(
                handle, dropped, List.of("drops column users.email with its values")));
    before.close();

    assertThat(DyingEngine.run("deploy", temp)).isEqualTo(DoomedProcess.DIED);

    try (Fleet fleet = new Fleet(temp)) {
      fleet.recovered();
      Deployment ended = ended(fleet, fleet.deployments().list().getFirst());
      assertThat(ended.status()).isEqualTo(DeploymentStatus.COMPLETED);
      assertThat(ended.detail().losses())
          .singleElement()
          .satisfies(loss -> assertThat(loss.tenants() + loss.uncounted()).isEqualTo(TENANTS))
          .satisfies(loss -> assertThat(loss.values()).isEqualTo(loss.tenants()));
      assertThat(fleet.deployments().log(ended.jobId()))
          .extracting(DeploymentEvent::kind)
          .containsExactly(Kind.STARTED, Kind.RESTARTED, Kind.FINISHED);
    }
  }

  @Test
  void aDeploymentStopsWithTheEngineAndGoesOnWithTheNext() {
    Deployment started;
    try (Fleet fleet = prepared(temp)) {
      started = fleet.deployments().create(REQUEST);
    }
    try (Fleet fleet = new Fleet(temp)) {
      assertThat(fleet.deployments().get(started.jobId()).status())
          .isEqualTo(DeploymentStatus.RUNNING);
      fleet.recovered();
      Deployment ended = ended(fleet, started);
      assertThat(ended.status()).isEqualTo(DeploymentStatus.FAILED);
      assertThat(ended.completedTenants()).isEqualTo(TENANTS - 1);
      assertThat(ended.failedTenants()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"pause,PAUSED", "cancel,CANCELLED"})
  void theWordSurvivesAndWhatWasChangedIsFoundOut(String word, DeploymentStatus status)
      throws Exception {
    prepared(temp).close();

    assertThat(DyingEngine.run(word, temp)).isEqualTo(DoomedProcess.DIED);

    try (Fleet fleet = new Fleet(temp)) {
      Deployment before = fleet.deployments().list().getFirst();
      assertThat(fleet.number("SELECT settled FROM deployment")).isZero();
      fleet.recovered();
      Deployment after = ended(fleet, before);
      assertThat(after.status()).isEqualTo(status);
      assertThat(fleet.number("SELECT settled FROM deployment")).isOne();
      List<String> inFiles = new ArrayList<>();
      for (String name : NAMES) {
        inFiles.addAll(fleet.inFile(name, "shop", "PRAGMA user_version"));
      }
      assertThat(fleet.rows("SELECT minor FROM tenant_database ORDER BY tenant_id"))
          .isEqualTo(inFiles)
          .contains("1", "2");
      assertThat(after.completedTenants())
          .isEqualTo((int) inFiles.stream().filter("2"::equals).count());
      if (status == DeploymentStatus.PAUSED) {
        fleet.deployments().resume(after.jobId());
        assertThat(ended(fleet, after).completedTenants()).isEqualTo(TENANTS - 1);
      } else {
        assertThat(ended(fleet, fleet.deployments().create(REQUEST)).failedTenants()).isOne();
      }
    }
  }

  @Test
  void aKilledStageEndsWhereItShould() throws Exception {
    prepared(temp).close();

    assertThat(DyingEngine.run("stages", temp)).isEqualTo(DoomedProcess.DIED);

    try (Fleet fleet = new Fleet(temp)) {
      fleet.recovered();
      Deployment half = ended(fleet, fleet.deployments().list().getFirst());
      assertThat(half.status()).isEqualTo(DeploymentStatus.PAUSED);
      assertThat(half.completedTenants()).isEqualTo(TENANTS / 2);
      assertThat(half.detail().stage()).contains(2);
      fleet.deployments().resume(half.jobId());
      assertThat(ended(fleet, half).status()).isEqualTo(DeploymentStatus.FAILED);
      assertThat(ended(fleet, half).completedTenants()).isEqualTo(TENANTS - 1);
    }
  }

  @Test
  void aKilledDryRunLeavesNoCopiesAndTouchedNobody() throws Exception {
    Fleet before = prepared(temp);
    List<List<String>> files = filesOf(before);
    before.close();

    assertThat(DyingEngine.run("try", temp)).isEqualTo(DoomedProcess.DIED);

    try (Fleet fleet = new Fleet(temp)) {
      assertThat(fleet.folder.trials()).isNotEmptyDirectory();
      fleet.recovered();
      Deployment ended = ended(fleet, fleet.deployments().list().getFirst());
      assertThat(ended.completedTenants()).isEqualTo(TENANTS - 1);
      assertThat(ended.failedTenants()).isOne();
      assertThat(fleet.folder.trials().resolve(ended.jobId().value())).isEmptyDirectory();
      assertThat(filesOf(fleet)).isEqualTo(files);
      assertThat(fleet.rows("SELECT DISTINCT minor FROM tenant_database")).containsExactly("1");
    }
  }

  @Test
  void aKilledUndoEndsWithEveryTenantBack() throws Exception {
    Fleet before =
        new Fleet(temp)
            .blueprint("shop", "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)");
    before.createMany(DyingEngine.names(40), "shop");
    before.version("shop", "ALTER TABLE users ADD COLUMN age INTEGER").close();

    assertThat(DyingEngine.run("undo", temp)).isEqualTo(DoomedProcess.DIED);

    try (Fleet fleet = new Fleet(temp)) {
      Deployment undo = fleet.deployments().list().getFirst();
      assertThat(undo.status()).isEqualTo(DeploymentStatus.RUNNING);
      fleet.recovered();
      Deployment ended = ended(fleet, undo);
      assertThat(ended.errors()).isEmpty();
      assertThat(ended.status()).isEqualTo(DeploymentStatus.COMPLETED);
      assertThat(ended.completedTenants()).isEqualTo(40);
      assertThat(fleet.rows("SELECT DISTINCT minor FROM tenant_database")).containsExactly("1");
      assertThat(fleet.rows("SELECT DISTINCT status FROM tenant")).containsExactly("ready");
    }
  }

  private static Fleet prepared(Path data) {
    Fleet fleet =
        new Fleet(data)
            .blueprint("shop", "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)");
    fleet.createMany(NAMES, "shop");
    fleet.inFile(NAMES.getLast(), "shop", "INSERT INTO users VALUES (1, 'a'), (2, 'a')");
    return fleet.version(
        "shop",
        "ALTER TABLE users ADD COLUMN age INTEGER",
        "CREATE UNIQUE INDEX users_email ON users (email)");
  }

  private static Deployment ended(Fleet fleet, Deployment deployment) {
    fleet.await(deployment.jobId());
    return fleet.deployments().get(deployment.jobId());
  }

  private static List<String> catalogOf(Fleet fleet) {
    return fleet.rows(
        """
        SELECT concat_ws(' ', t.name, t.status, d.minor, d.fingerprint, p.state, p.from_minor,
                         p.error, b.deployed_minor)
        FROM tenant t
        JOIN tenant_database d ON d.tenant_id = t.id
        JOIN blueprint b ON b.id = d.blueprint_id
        JOIN deployment_tenant p ON p.tenant_id = t.id
        ORDER BY t.name
        """);
  }

  private static List<List<String>> filesOf(Fleet fleet) {
    List<List<String>> files = new ArrayList<>();
    for (String name : NAMES) {
      files.add(
          fleet.inFile(
              name,
              "shop",
              "SELECT user_version FROM pragma_user_version UNION ALL"
                  + " SELECT sql FROM sqlite_schema UNION ALL SELECT email FROM users"));
    }
    return files;
  }
}
