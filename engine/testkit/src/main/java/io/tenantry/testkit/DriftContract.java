package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.drift.AdoptDrift;
import io.tenantry.contract.drift.Adopted;
import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.drift.ForcedBack;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.drift.TenantDrift.State;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantConcern;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What finding and mending drift must do. */
public abstract class DriftContract extends ContractSuite {
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final Version FIRST = new Version(1, 1);
  private static final Version SECOND = new Version(1, 2);

  private DriftScene scene() {
    return new DriftScene(project(), data());
  }

  @Test
  void aCheckFindsNothingWhereNobodyStrayed() {
    DriftScene scene = scene();

    DriftCheck check = scene.checked();

    assertThat(check.total()).isEqualTo(3);
    assertThat(check.checked()).isEqualTo(3);
    assertThat(check.drifted()).isZero();
    assertThat(check.failed()).isZero();
    assertThat(check.errors()).isEmpty();
    assertThat(check.completedAt()).isPresent();
    assertThat(scene.listed()).isEmpty();
  }

  @Test
  void aCheckSaysWhatDiffers() {
    DriftScene scene =
        scene().changed("wayne", "ALTER TABLE users ADD COLUMN vip INT", "PRAGMA user_version=7");

    DriftCheck check = scene.checked();

    assertThat(check.drifted()).isEqualTo(1);
    TenantDrift found = scene.listed().getFirst();
    assertThat(scene.listed()).hasSize(1);
    assertThat(found.tenantId()).isEqualTo(WAYNE);
    assertThat(found.state()).isEqualTo(State.DRIFTED);
    assertThat(found.expectedVersion()).isEqualTo(FIRST);
    assertThat(found.foundVersion()).contains(new Version(1, 7));
    assertThat(found.foundFingerprint()).isNotEqualTo(found.expectedFingerprint());
    assertThat(found.differences())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.kind()).isEqualTo("add_column");
              assertThat(step.object()).isEqualTo("users.vip");
            });
    assertThat(found.problem()).isEmpty();
  }

  @Test
  void tenantsWithADriftAreListedAndCountedUntilItIsAccepted() {
    DriftScene scene = scene().changed("wayne", "CREATE TABLE own (a)");
    Tenants tenants = scene.project.admin().tenants();
    assertThat(tenants.counts().with(TenantConcern.DRIFTED)).isZero();

    scene.checked();

    assertThat(tenants.counts().with(TenantConcern.DRIFTED)).isEqualTo(1);
    assertThat(tenants.list(TenantFilter.of(TenantConcern.DRIFTED), PageRequest.all()).items())
        .singleElement()
        .satisfies(tenant -> assertThat(tenant.tenantId()).isEqualTo(WAYNE));
    scene.drift().accept(WAYNE, scene.main);
    assertThat(tenants.counts().with(TenantConcern.DRIFTED)).isZero();
    assertThat(tenants.list(TenantFilter.of(TenantConcern.DRIFTED), PageRequest.all()).total())
        .isZero();
  }

  @Test
  void aCheckOfSomeTenantsLooksAtNoOthers() {
    DriftScene scene =
        scene().changed("wayne", "DROP TABLE users").changed("acme", "CREATE TABLE more (x)");

    scene.drift().check(scene.main, List.of(new TenantId("acme")));

    assertThat(scene.ended().total()).isEqualTo(1);
    assertThat(scene.listed())
        .extracting(drift -> drift.tenantId().value())
        .containsExactly("acme");
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody",
        () -> scene.drift().check(scene.main, List.of(new TenantId("nobody"))));
  }

  @Test
  void whatIsRightAgainIsForgotten() {
    DriftScene scene = scene().changed("wayne", "CREATE TABLE more (x)");
    scene.checked();
    scene.changed("wayne", "DROP TABLE more");

    assertThat(scene.checked().drifted()).isZero();
    assertThat(scene.listed()).isEmpty();
  }

  @Test
  void theListIsPagedAndFiltered() {
    DriftScene scene = scene();
    for (String tenant : List.of("acme", "wayne", "zorg")) {
      scene.changed(tenant, "CREATE TABLE more (x)");
    }
    scene.checked();
    scene.drift().accept(WAYNE, scene.main);

    Page<TenantDrift> first = scene.drift().list(scene.main, Set.of(), PageRequest.first(2));
    Page<TenantDrift> rest =
        scene
            .drift()
            .list(scene.main, Set.of(), PageRequest.after(first.nextCursor().orElseThrow(), 2));

    assertThat(first.total()).isEqualTo(3);
    assertThat(first.items()).extracting(TenantDrift::tenantId).contains(WAYNE).hasSize(2);
    assertThat(rest.items()).extracting(d -> d.tenantId().value()).containsExactly("zorg");
    assertThat(rest.nextCursor()).isEmpty();
    assertThat(
            scene.drift().list(scene.main, EnumSet.of(State.ACCEPTED), PageRequest.all()).items())
        .extracting(TenantDrift::tenantId)
        .containsExactly(WAYNE);
  }

  @Test
  void forcingBackKeepsTheRowsAndTakesABackupFirst() {
    DriftScene scene =
        scene().changed("wayne", "CREATE INDEX u ON users (name)", "PRAGMA user_version=0");
    scene.checked();

    ForcedBack forced = scene.drift().forceBack(WAYNE, scene.forceBack(false));

    assertThat(forced.version()).isEqualTo(FIRST);
    assertThat(forced.steps()).extracting(PlanStep::kind).containsExactly("drop_index");
    assertThat(scene.project.admin().backups().list(WAYNE))
        .extracting(backup -> backup.storagePath())
        .contains(forced.safetyBackup());
    assertThat(scene.listed()).isEmpty();
    assertThat(scene.checked().drifted()).isZero();
    assertThat(scene.status()).isEqualTo(TenantStatus.READY);
    assertThat(scene.project.value(WAYNE, scene.main, "SELECT name FROM users"))
        .isEqualTo(Value.of("Bruce"));
  }

  @Test
  void forcingBackAsksBeforeItLosesSomething() {
    DriftScene scene =
        scene()
            .changed("wayne", "ALTER TABLE users ADD COLUMN vip INT", "UPDATE users SET vip = 1");
    scene.checked();

    EngineException refused = refusal(() -> scene.drift().forceBack(WAYNE, scene.forceBack(false)));

    assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(refused.message())
        .isEqualTo(
            "Forcing tenant 'wayne' back drops column users.vip with its values."
                + " Set confirm_loss to do it");
    assertThat(refused.details().get("losses"))
        .isEqualTo(List.of("drops column users.vip with its values"));
    assertThat(scene.listed()).hasSize(1);
    assertThat(scene.drift().forceBack(WAYNE, scene.forceBack(true)).steps()).hasSize(1);
    assertThat(scene.checked().drifted()).isZero();
  }

  @Test
  void forcingBackLeavesEverythingWhenARowDoesNotFit() {
    DriftScene scene = scene();
    scene.project.design(scene.main, "CREATE TABLE cards (code TEXT NOT NULL UNIQUE)");
    scene.project.deploy(scene.main);
    scene.changed(
        "wayne",
        "DROP TABLE cards",
        "CREATE TABLE cards (code TEXT NOT NULL)",
        "INSERT INTO cards VALUES ('x'), ('x')");
    scene.checked();

    EngineException refused = refusal(() -> scene.drift().forceBack(WAYNE, scene.forceBack(false)));

    assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(refused.message()).contains("cannot be forced back", "UNIQUE constraint failed");
    assertThat(scene.status()).isEqualTo(TenantStatus.READY);
    assertThat(scene.project.value(WAYNE, scene.main, "SELECT count(*) FROM cards"))
        .isEqualTo(Value.of(2));
    assertThat(scene.listed()).hasSize(1);
  }

  @Test
  void mendingAsksForANewCheckWhenTheFileChangedSince() {
    DriftScene scene = scene().changed("wayne", "CREATE TABLE more (x)");
    scene.checked();
    scene.changed("wayne", "CREATE TABLE evenmore (x)");

    String stale = "Tenant 'wayne' has changed since the check. Check it again";
    assertRefused(
        ErrorCode.CONFLICT, stale, () -> scene.drift().forceBack(WAYNE, scene.forceBack(true)));
    assertRefused(
        ErrorCode.CONFLICT, stale, () -> scene.drift().adopt(WAYNE, new AdoptDrift(scene.main)));
    assertThat(scene.status()).isEqualTo(TenantStatus.READY);
  }

  @Test
  void adoptingMakesTheNextVersionWhichOthersCanGet() {
    DriftScene scene =
        scene()
            .changed(
                "wayne", "ALTER TABLE users ADD COLUMN vip INT", "CREATE INDEX v ON users (vip)");
    scene.checked();

    Adopted adopted = scene.drift().adopt(WAYNE, new AdoptDrift(scene.main));

    assertThat(adopted.version()).isEqualTo(SECOND);
    assertThat(adopted.isNew()).isTrue();
    assertThat(adopted.steps())
        .extracting(PlanStep::kind)
        .containsExactly("add_column", "create_index");
    assertThat(scene.version()).isEqualTo(SECOND);
    assertThat(scene.listed()).isEmpty();
    assertThat(scene.project.deploy(scene.main).completedTenants()).isEqualTo(3);
    assertThat(scene.checked().drifted()).isZero();
    assertThat(
            scene.project.value(new TenantId("zorg"), scene.main, "SELECT count(vip) FROM users"))
        .isEqualTo(Value.of(0));
    scene.project.design(scene.main, "SELECT vip FROM users");
  }

  @Test
  void adoptingARebuiltTableBringsTheRowsOfOthersAlong() {
    DriftScene scene = scene();
    TenantId zorg = new TenantId("zorg");
    scene.project.run(zorg, scene.main, "INSERT INTO users VALUES (5, 'Zorg', 99)");
    scene.project.design(scene.main, "INSERT INTO users VALUES (2, 'Sample', 1)");
    scene.changed(
        "wayne",
        "CREATE TABLE n (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '', age INT)",
        "INSERT INTO n SELECT * FROM users",
        "DROP TABLE users",
        "ALTER TABLE n RENAME TO users");
    scene.checked();

    Adopted adopted = scene.drift().adopt(WAYNE, new AdoptDrift(scene.main));

    assertThat(adopted.steps()).extracting(PlanStep::kind).containsExactly("rebuild_table");
    assertThat(scene.project.deploy(scene.main).failedTenants()).isZero();
    assertThat(scene.project.value(zorg, scene.main, "SELECT name FROM users"))
        .isEqualTo(Value.of("Zorg"));
    assertThat(scene.project.design(scene.main, "SELECT name FROM users").result().rows())
        .containsExactly(List.of(Value.of("Sample")));
    assertThat(scene.checked().drifted()).isZero();
  }

  @Test
  void adoptingAKnownSchemaOnlyMarksTheTenant() {
    DriftScene scene = scene();
    scene.project.design(scene.main, "ALTER TABLE users ADD COLUMN vip INT");
    scene.changed("wayne", "ALTER TABLE users ADD COLUMN vip INT");
    scene.checked();

    Adopted adopted = scene.drift().adopt(WAYNE, new AdoptDrift(scene.main));

    assertThat(adopted.version()).isEqualTo(SECOND);
    assertThat(adopted.isNew()).isFalse();
    assertThat(adopted.steps()).isEmpty();
    assertThat(scene.project.admin().blueprints().get(scene.main).version()).isEqualTo(SECOND);
    assertThat(scene.checked().drifted()).isZero();
  }

  @Test
  void onlyWhatDiffersFromTheLatestVersionCanBeTheNext() {
    DriftScene scene = scene().changed("wayne", "CREATE TABLE more (x)");
    scene.project.design(scene.main, "CREATE TABLE later (x)");
    scene.checked();

    EngineException refused = refusal(() -> scene.drift().adopt(WAYNE, new AdoptDrift(scene.main)));

    assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(refused.message()).startsWith("Tenant 'wayne' is on version 1.1; only what differs");
    assertThat(scene.status()).isEqualTo(TenantStatus.READY);
  }

  @Test
  void aWorkspaceThatCannotTakeTheSchemaSaysWhy() {
    DriftScene scene = scene();
    scene.project.design(scene.main, "CREATE TABLE more (y)");
    scene
        .project
        .admin()
        .workspaces()
        .skip(scene.main, scene.project.changes(scene.main).getLast().id());
    scene.project.deploy(scene.main);
    scene.changed("wayne", "CREATE TABLE more (x)");
    scene.checked();

    EngineException refused = refusal(() -> scene.drift().adopt(WAYNE, new AdoptDrift(scene.main)));

    assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(refused.message()).contains("table more already exists");
    assertThat(scene.status()).isEqualTo(TenantStatus.READY);
    assertThat(scene.listed()).hasSize(1);
  }

  @Test
  void whatIsNotThereIsNamed() {
    DriftScene scene = scene();
    WorkspaceName ghost = new WorkspaceName("ghost");

    assertRefused(
        ErrorCode.NOT_FOUND,
        "Blueprint 'main' was never checked for drift",
        () -> scene.drift().lastCheck(scene.main));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant 'wayne' has no drift",
        () -> scene.drift().accept(WAYNE, scene.main));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Blueprint not found: ghost",
        () -> scene.drift().check(ghost, List.of()));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody",
        () -> scene.drift().forceBack(new TenantId("nobody"), scene.forceBack(true)));
  }

  @Test
  void readingNeedsReadAndMendingAdmin() {
    DriftScene scene = scene().changed("wayne", "CREATE TABLE more (x)");
    scene.checked();
    scene.project.workspace("elsewhere");
    Project reader = scene.project.as(Role.READ, ScopeType.PROJECT);
    Project other = scene.project.as(Role.ADMIN, ScopeType.WORKSPACE, "elsewhere");

    assertThat(reader.drift().list(scene.main, Set.of(), PageRequest.all()).items()).hasSize(1);
    assertRefused(ErrorCode.ROLE_REQUIRED, () -> reader.drift().check(scene.main, List.of()));
    assertRefused(ErrorCode.ROLE_REQUIRED, () -> reader.drift().accept(WAYNE, scene.main));
    assertRefused(
        ErrorCode.SCOPE_DENIED, () -> other.drift().list(scene.main, Set.of(), PageRequest.all()));
    assertRefused(
        ErrorCode.SCOPE_DENIED, () -> other.drift().forceBack(WAYNE, scene.forceBack(true)));
  }
}
