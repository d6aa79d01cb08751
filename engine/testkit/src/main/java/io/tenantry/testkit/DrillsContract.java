package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.backups.CoverageFilter;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrillId;
import io.tenantry.contract.drills.DrilledDatabase;
import io.tenantry.contract.drills.DrilledDatabase.Comparison;
import io.tenantry.contract.drills.DrilledDatabase.Outcome;
import io.tenantry.contract.drills.Drills;
import io.tenantry.contract.drills.ReportCheck;
import io.tenantry.contract.drills.SignedReport;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every engine promises about restore drills. */
public abstract class DrillsContract extends BackupSuite {

  private Drill drilled(Story story, StartDrill request) {
    return new TestProjectBackups(story.project())
        .ended(story.project().admin().drills().start(request).id());
  }

  private static List<DrilledDatabase> databases(Drills drills, DrillId id) {
    return drills.databases(id, Optional.empty(), PageRequest.all()).items();
  }

  private Path file(Story story) {
    return data()
        .resolve("backups")
        .resolve(story.project().id().value())
        .resolve(story.backup().storagePath());
  }

  @Test
  void aWholeBackupPassesAndIsVerified() {
    Story story = story();
    Drills drills = story.project().admin().drills();

    Drill drill = drilled(story, StartDrill.of(List.of(WAYNE)));

    assertThat(drill.status()).isEqualTo(Drill.Status.DONE);
    assertThat(drill.passed()).isEqualTo(1);
    assertThat(drill.databases()).isEqualTo(1);
    assertThat(drill.bytes()).isEqualTo(story.backup().databaseBytes());
    assertThat(drill.completedAt()).isPresent();
    DrilledDatabase found = databases(drills, drill.id()).getFirst();
    assertThat(found.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(found.storagePath()).contains(story.backup().storagePath());
    assertThat(found.takenAt()).contains(story.backup().createdAt());
    assertThat(found.schema()).isEqualTo(Comparison.SAME);
    assertThat(found.rows()).isEqualTo(Comparison.SAME);
    assertThat(found.tables()).isEqualTo(1);
    assertThat(found.rowCount()).isEqualTo(5);
    assertThat(found.durationMs()).isPositive();
    assertThat(drills.list()).containsExactly(drill);
    assertThat(story.project().admin().backups().list(WAYNE).getFirst().verifiedAt()).isPresent();
    assertThat(story.count(WAYNE)).isEqualTo(Value.of(7));
  }

  @Test
  void aDamagedBackupFailsAndIsNoted() throws IOException {
    Story story = story();
    byte[] bytes = Files.readAllBytes(file(story));
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(story), bytes);

    Drill drill = drilled(story, StartDrill.of(List.of(WAYNE)));

    assertThat(drill.failed()).isEqualTo(1);
    DrilledDatabase found = databases(story.project().admin().drills(), drill.id()).getFirst();
    assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(found.reason()).isPresent();
    assertThat(found.schema()).isEqualTo(Comparison.NOT_COMPARED);
    assertThat(
            story
                .project()
                .admin()
                .backupFleet()
                .list(CoverageFilter.none(), PageRequest.all())
                .items()
                .getFirst()
                .state())
        .isEqualTo(BackupCoverage.State.FAILING);
  }

  @Test
  void whoHasNoBackupIsToldApart() {
    Story story = story();
    story.project().tenants(story.shop(), "xenia", "yves");

    Drill drill = drilled(story, StartDrill.ofSample(10));

    assertThat(drill.databases()).isEqualTo(3);
    assertThat(drill.passed()).isEqualTo(1);
    assertThat(drill.withoutBackup()).isEqualTo(2);
    assertThat(
            story
                .project()
                .admin()
                .drills()
                .databases(drill.id(), Optional.of(Outcome.WITHOUT_BACKUP), PageRequest.first(1))
                .total())
        .isEqualTo(2);
  }

  @Test
  void aSampleIsAsLargeAsAskedFor() {
    TestProject project = project();
    WorkspaceName shop = notes(project);
    project.tenants(shop, "a", "b", "c", "d");

    Drill drill =
        new TestProjectBackups(project)
            .ended(project.admin().drills().start(StartDrill.ofSample(2)).id());

    assertThat(drill.databases()).isEqualTo(2);
  }

  @Test
  void theReportIsSignedAndEveryChangeIsSeen() {
    Story story = story();
    Drills drills = story.project().admin().drills();
    Drill drill = drilled(story, StartDrill.of(List.of(WAYNE)));

    SignedReport report = drills.report(drill.id());

    assertThat(report.text())
        .contains("\"drill\": \"" + drill.id() + "\"")
        .contains("\"passed\": 1")
        .contains("\"tables_found\": [[\"notes\",5]]")
        .contains(story.backup().sha256().orElseThrow());
    assertThat(report.publicKey()).startsWith("-----BEGIN PUBLIC KEY-----");
    assertThat(drills.report(drill.id())).isEqualTo(report);
    assertThat(drills.check(report)).isEqualTo(ReportCheck.GENUINE);
    assertThat(
            drills.check(
                new SignedReport(
                    report.text().replace("\"passed\": 1", "\"passed\": 2"),
                    report.signature(),
                    report.publicKey())))
        .isEqualTo(ReportCheck.ALTERED);
    assertThat(drills.check(new SignedReport(report.text(), "none", "none")))
        .isEqualTo(ReportCheck.ALTERED);
    fixture().reopen();
    Drills again = story.project().reopened().admin().drills();
    assertThat(again.report(drill.id())).isEqualTo(report);
    assertThat(again.check(report)).isEqualTo(ReportCheck.GENUINE);
  }

  @Test
  void aStoppedDrillHasAReportOfWhatWasReached() {
    TestProject project = project();
    WorkspaceName shop = notes(project);
    String[] names = new String[60];
    for (int i = 0; i < names.length; i++) {
      names[i] = "t" + (100 + i);
    }
    project.tenants(shop, names);
    Drills drills = project.admin().drills();

    Drill started = drills.start(StartDrill.ofSample(60));
    Drill stopped = drills.stop(started.id());

    assertThat(stopped.status()).isIn(Drill.Status.STOPPED, Drill.Status.DONE);
    assertThat(drills.report(started.id()).text())
        .contains("\"status\": \"" + stopped.status().code() + "\"");
    new TestProjectBackups(project).ended(drills.start(StartDrill.ofSample(1)).id());
    assertThat(drills.get(started.id())).isEqualTo(stopped);
  }

  @Test
  void drillsThatCannotBeAreRefused() {
    TestProject project = project();
    Drills drills = project.admin().drills();

    assertRefused(
        ErrorCode.CONFLICT, "No database to drill", () -> drills.start(StartDrill.ofSample(3)));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody",
        () -> drills.start(StartDrill.of(List.of(new TenantId("nobody")))));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Drill not found: drill_0000",
        () -> drills.get(new DrillId("drill_0000")));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "Provide either tenant_ids or sample",
        () -> StartDrill.of(List.of()));
    assertRefused(ErrorCode.BAD_REQUEST, () -> StartDrill.ofSample(0));
    assertThat(drills.list()).isEmpty();
  }

  @Test
  void rolesAndScopes() {
    Story story = story();
    Drills reader = story.project().as(Role.READ, ScopeType.PROJECT).drills();
    Drills narrow = story.project().as(Role.ADMIN, ScopeType.WORKSPACE, "shop").drills();

    assertThat(reader.list()).isEmpty();
    assertRefused(ErrorCode.ROLE_REQUIRED, () -> reader.start(StartDrill.ofSample(1)));
    assertRefused(ErrorCode.SCOPE_DENIED, narrow::list);
    assertRefused(ErrorCode.SCOPE_DENIED, () -> narrow.start(StartDrill.ofSample(1)));
  }
}
