package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.backups.BackupCoverage.Day;
import io.tenantry.contract.backups.BackupCoverage.State;
import io.tenantry.contract.backups.BackupFleet;
import io.tenantry.contract.backups.BackupNotes;
import io.tenantry.contract.backups.BackupNotes.TableRows;
import io.tenantry.contract.backups.BackupPolicy;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupRunId;
import io.tenantry.contract.backups.BackupRunTenant;
import io.tenantry.contract.backups.BackupTotals;
import io.tenantry.contract.backups.ChangeBackupPolicy;
import io.tenantry.contract.backups.CoverageFilter;
import io.tenantry.contract.backups.CoverageFilter.Sort;
import io.tenantry.contract.backups.StartBackups;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every engine promises about the backups of all tenants. */
public abstract class BackupFleetContract extends BackupSuite {

  private static CoverageFilter filter(Optional<State> state, Sort sort) {
    return new CoverageFilter(Optional.empty(), state, Optional.empty(), sort);
  }

  private static List<String> ids(BackupFleet fleet, CoverageFilter filter) {
    return fleet.list(filter, PageRequest.all()).items().stream()
        .map(each -> each.tenantId().value())
        .toList();
  }

  private static BackupCoverage only(BackupFleet fleet) {
    return fleet.list(CoverageFilter.none(), PageRequest.all()).items().getFirst();
  }

  @Test
  void whoHasNoBackupIsToldFromWhoHasOne() {
    Story story = story();
    story.project().tenants(story.shop(), "xenia", "yves");
    BackupFleet fleet = story.project().admin().backupFleet();

    assertThat(ids(fleet, CoverageFilter.none())).containsExactly("wayne", "xenia", "yves");
    assertThat(ids(fleet, filter(Optional.of(State.NONE), Sort.ID_DESC)))
        .containsExactly("yves", "xenia");
    BackupCoverage wayne = only(fleet);
    assertThat(wayne.state()).isEqualTo(State.COVERED);
    assertThat(wayne.coveredAt()).contains(story.backup().createdAt());
    assertThat(wayne.backups()).isEqualTo(1);
    assertThat(wayne.lastBytes()).isEqualTo(story.backup().sizeBytes());
    assertThat(wayne.totalBytes()).isEqualTo(story.backup().sizeBytes());
    assertThat(wayne.days()).hasSize(BackupCoverage.DAYS).endsWith(Day.DONE).contains(Day.NONE);
    assertThat(fleet.totals())
        .isEqualTo(
            new BackupTotals(
                3, 0, 2, 0, 1, 1, story.backup().sizeBytes(), story.backup().sizeBytes()));
  }

  @Test
  void aTenantIsCoveredWhenEachOfItsDatabasesIs() {
    TestProject project = project();
    WorkspaceName shop = notes(project);
    project.tenant("wayne", shop);
    Backup first = new TestProjectBackups(project).take(WAYNE);
    WorkspaceName crm = project.workspace("crm");
    BackupFleet fleet = project.admin().backupFleet();
    assertThat(only(fleet).coveredAt()).contains(first.createdAt());

    project
        .admin()
        .tenants()
        .create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(crm))));

    assertThat(only(fleet).state()).isEqualTo(State.NONE);
    assertThat(only(fleet).coveredAt()).isEmpty();
    project
        .admin()
        .backups()
        .create(WAYNE)
        .paths()
        .forEach(path -> new TestProjectBackups(project).ended(WAYNE, path));
    assertThat(only(fleet).state()).isEqualTo(State.COVERED);
  }

  @Test
  void deletingTheLastBackupLeavesATenantWithNone() {
    Story story = story();
    BackupFleet fleet = story.project().admin().backupFleet();

    story.project().admin().backups().delete(WAYNE, story.backup().storagePath());

    assertThat(only(fleet).state()).isEqualTo(State.NONE);
    assertThat(fleet.totals().totalBytes()).isZero();
  }

  @Test
  void theTrashIsNotCounted() {
    Story story = story();
    BackupFleet fleet = story.project().admin().backupFleet();

    story.project().admin().tenants().delete(WAYNE, false);

    assertThat(fleet.list(CoverageFilter.none(), PageRequest.all()).total()).isZero();
    assertThat(fleet.totals().tenants()).isZero();
  }

  @Test
  void filtersAndOrders() {
    Story story = story();
    story.project().tenants(story.shop(), "acme-1", "acme-2", "zeta");
    WorkspaceName other = story.project().workspace("other");
    story.project().tenant("alone", other);
    BackupFleet fleet = story.project().admin().backupFleet();

    assertThat(ids(fleet, filter(Optional.empty(), Sort.AGE_DESC))).startsWith("wayne");
    assertThat(ids(fleet, filter(Optional.empty(), Sort.AGE))).endsWith("wayne").hasSize(5);
    assertThat(ids(fleet, filter(Optional.empty(), Sort.SIZE_DESC))).startsWith("wayne");
    assertThat(ids(fleet, filter(Optional.empty(), Sort.SIZE))).endsWith("wayne");
    assertThat(
            ids(
                fleet,
                new CoverageFilter(
                    Optional.of("ACME"), Optional.empty(), Optional.empty(), Sort.ID)))
        .containsExactly("acme-1", "acme-2");
    assertThat(
            ids(
                fleet,
                new CoverageFilter(
                    Optional.empty(), Optional.empty(), Optional.of(other), Sort.ID)))
        .containsExactly("alone");
  }

  @Test
  void aListIsReadInPages() {
    Story story = story();
    story.project().tenants(story.shop(), "acme-1", "acme-2", "alone", "zeta");
    BackupFleet fleet = story.project().admin().backupFleet();

    Page<BackupCoverage> first = fleet.list(CoverageFilter.none(), PageRequest.first(3));
    Page<BackupCoverage> second =
        fleet.list(CoverageFilter.none(), PageRequest.after(first.nextCursor().orElseThrow(), 3));
    assertThat(first.total()).isEqualTo(5);
    assertThat(second.items())
        .extracting(each -> each.tenantId().value())
        .containsExactly("wayne", "zeta");
    assertThat(second.nextCursor()).isEmpty();
    assertThat(fleet.list(CoverageFilter.none(), PageRequest.at(1, 1)).items())
        .extracting(each -> each.tenantId().value())
        .containsExactly("acme-2");
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () ->
            fleet.list(
                filter(Optional.empty(), Sort.AGE),
                PageRequest.after(first.nextCursor().orElseThrow(), 3)));
  }

  @Test
  void aRunBacksUpThoseNamed() {
    TestProject project = project();
    WorkspaceName shop = notes(project);
    project.tenants(shop, "a", "b", "c");
    BackupFleet fleet = project.admin().backupFleet();

    BackupRun started = fleet.start(StartBackups.of(List.of(new TenantId("a"), new TenantId("c"))));
    BackupRun ended = new TestProjectBackups(project).ended(started.id());

    assertThat(started.tenants()).isEqualTo(2);
    assertThat(ended.status()).isEqualTo(BackupRun.Status.DONE);
    assertThat(ended.done()).isEqualTo(2);
    assertThat(ended.bytes()).isEqualTo(fleet.totals().totalBytes()).isPositive();
    assertThat(ended.completedAt()).isPresent();
    assertThat(fleet.tenants(started.id(), Optional.empty(), PageRequest.all()).items())
        .containsExactly(done("a"), done("c"));
    assertThat(ids(fleet, filter(Optional.of(State.NONE), Sort.ID))).containsExactly("b");
    assertThat(fleet.runs()).containsExactly(ended);
  }

  private static BackupRunTenant done(String id) {
    return new BackupRunTenant(new TenantId(id), BackupRunTenant.State.DONE, Optional.empty());
  }

  @Test
  void aRunBacksUpWhatAFilterLetsThroughButThoseLeftOut() {
    Story story = story();
    story.project().tenants(story.shop(), "a", "b", "c");
    BackupFleet fleet = story.project().admin().backupFleet();

    BackupRun started =
        fleet.start(
            StartBackups.matching(
                filter(Optional.of(State.NONE), Sort.ID), List.of(new TenantId("b"))));
    BackupRun ended = new TestProjectBackups(story.project()).ended(started.id());

    assertThat(ended.done()).isEqualTo(2);
    assertThat(
            fleet
                .tenants(
                    started.id(), Optional.of(BackupRunTenant.State.DONE), PageRequest.first(1))
                .items())
        .containsExactly(done("a"));
    assertThat(ids(fleet, filter(Optional.of(State.NONE), Sort.ID))).containsExactly("b");
    assertThat(ids(fleet, filter(Optional.of(State.COVERED), Sort.ID)))
        .containsExactly("a", "c", "wayne");
  }

  @Test
  void whoCannotBeBackedUpIsSkippedWithTheReason() {
    TestProject project = project();
    WorkspaceName shop = notes(project);
    project.tenants(shop, "a", "b");
    project.admin().tenants().delete(new TenantId("a"), false);
    project.admin().tenants().suspend(new TenantId("b"));
    BackupFleet fleet = project.admin().backupFleet();

    BackupRun started = fleet.start(StartBackups.of(List.of(new TenantId("a"), new TenantId("b"))));
    BackupRun ended = new TestProjectBackups(project).ended(started.id());

    assertThat(ended.skipped()).isEqualTo(1);
    assertThat(ended.done()).isEqualTo(1);
    assertThat(
            fleet
                .tenants(
                    started.id(), Optional.of(BackupRunTenant.State.SKIPPED), PageRequest.all())
                .items()
                .getFirst()
                .reason())
        .contains("Tenant 'a' is in the trash");
  }

  @Test
  void aStoppedRunKeepsWhatItTookAndReachesNobodyElse() {
    TestProject project = project();
    WorkspaceName shop = notes(project);
    String[] names = new String[60];
    for (int i = 0; i < names.length; i++) {
      names[i] = "t" + (100 + i);
    }
    project.tenants(shop, names);
    BackupFleet fleet = project.admin().backupFleet();

    BackupRun started = fleet.start(StartBackups.matching(CoverageFilter.none(), List.of()));
    BackupRun stopped = fleet.stop(started.id());

    assertThat(stopped.status()).isIn(BackupRun.Status.STOPPED, BackupRun.Status.DONE);
    assertThat(stopped.completedAt()).isPresent();
    BackupRun later = fleet.start(StartBackups.of(List.of(new TenantId("t100"))));
    new TestProjectBackups(project).ended(later.id()); // behind whatever was in work
    BackupRun end = fleet.run(started.id());
    assertThat(end.status()).isEqualTo(stopped.status());
    assertThat(end.through()).isBetween(stopped.through(), stopped.through() + 2);
    assertThat(
            fleet
                .tenants(
                    started.id(), Optional.of(BackupRunTenant.State.WAITING), PageRequest.first(1))
                .total())
        .isEqualTo(60 - end.through());
    assertThat(fleet.stop(started.id())).isEqualTo(end);
  }

  @Test
  void runsThatCannotBeAreRefused() {
    TestProject project = project();
    BackupFleet fleet = project.admin().backupFleet();

    assertRefused(
        ErrorCode.CONFLICT,
        "No tenant matches",
        () -> fleet.start(StartBackups.matching(CoverageFilter.none(), List.of())));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody",
        () -> fleet.start(StartBackups.of(List.of(new TenantId("nobody")))));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Backup run not found: run_0000",
        () -> fleet.run(new BackupRunId("run_0000")));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "Provide either tenant_ids or filter",
        () -> StartBackups.of(List.of()));
    assertThat(fleet.runs()).isEmpty();
  }

  @Test
  void rolesAndScopes() {
    Story story = story();
    BackupFleet reader = story.project().as(Role.READ, ScopeType.PROJECT).backupFleet();
    BackupFleet narrow = story.project().as(Role.ADMIN, ScopeType.WORKSPACE, "shop").backupFleet();

    assertThat(reader.totals().tenants()).isEqualTo(1);
    assertRefused(ErrorCode.ROLE_REQUIRED, () -> reader.start(StartBackups.of(List.of(WAYNE))));
    assertRefused(ErrorCode.SCOPE_DENIED, narrow::totals);
    assertRefused(ErrorCode.SCOPE_DENIED, () -> narrow.start(StartBackups.of(List.of(WAYNE))));
  }

  @Test
  void thePolicyIsToldAndChanged() {
    BackupFleet fleet = project().admin().backupFleet();
    BackupPolicy before = fleet.policy();

    BackupPolicy changed =
        fleet.changePolicy(new ChangeBackupPolicy(true, LocalTime.of(4, 30), 5, 48));

    assertThat(before.changeable()).isTrue();
    assertThat(changed.nightly()).isTrue();
    assertThat(changed.nightlyAt()).isEqualTo(LocalTime.of(4, 30));
    assertThat(changed.nextNight()).isPresent();
    assertThat(changed.keepScheduled()).isEqualTo(5);
    assertThat(changed.keepSafetyHours()).isEqualTo(48);
    assertThat(changed.overdueHours()).isEqualTo(30);
    assertThat(fleet.policy()).isEqualTo(changed);
    fleet.changePolicy(new ChangeBackupPolicy(false, LocalTime.of(3, 0), 14, 168));
    assertThat(fleet.policy()).isEqualTo(before);
    assertRefused(
        ErrorCode.BAD_REQUEST, () -> new ChangeBackupPolicy(true, LocalTime.of(4, 30), 0, 48));
  }

  @Test
  void aBackupNotesItsSchemaAndItsRows() {
    Story story = story();
    story.project().design(story.shop(), "CREATE TABLE \"odd \"\"name\\\" (x)");
    story.project().deploy(story.shop());

    Backup second = story.backups().take(WAYNE);
    BackupNotes before =
        story.project().admin().backups().notes(WAYNE, story.backup().storagePath()).orElseThrow();
    BackupNotes after =
        story.project().admin().backups().notes(WAYNE, second.storagePath()).orElseThrow();

    assertThat(before.tables()).containsExactly(new TableRows("notes", 5));
    assertThat(after.tables())
        .containsExactly(new TableRows("notes", 7), new TableRows("odd \"name\\", 0));
    assertThat(before.fingerprint()).matches("\\d+:[0-9a-f]{64}").isNotEqualTo(after.fingerprint());
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Backup not found: sqlite/manual/none",
        () -> story.project().admin().backups().notes(WAYNE, "sqlite/manual/none"));
  }
}
