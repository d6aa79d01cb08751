package io.tenantry.app.screens.backups;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Moments;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.tenants.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The screens of backups and recovery on a real engine. */
class BackupsScreenTest extends ScreenTest {
  private static final TenantId OWN = new TenantId("own");

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().tenants(40);
    fresh.dedicated(OWN.value(), fresh.regions().getFirst().zone());
    fresh.change("ALTER TABLE users ADD COLUMN phone TEXT");
    fresh.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
    for (int i = 0; i < 60; i++) {
      fresh.run(OWN, "INSERT INTO users (email, name) VALUES ('u%d@x', 'User')".formatted(i));
    }
    backUp(fresh, OWN);
    fresh.run(OWN, "DELETE FROM users WHERE id % 3 = 0");
    backUp(fresh, new TenantId("tenant-001"));
  }

  private static void backUp(SeededEngine engine, TenantId tenant) {
    engine.project().backups().create(tenant);
  }

  private boolean isTaken(TenantId tenant) {
    return engine.project().backups().list(tenant).getFirst().status() == BackupStatus.DONE;
  }

  private void press(String text) {
    Node button = awaitNode(text);
    run(() -> ((ButtonBase) button).fire());
  }

  @Test
  void theFleetIsShownAndBackedUpWhole() {
    await(() -> isTaken(OWN) && isTaken(new TenantId("tenant-001")));
    Scene scene = open(ScreenRoute.BACKUPS, "");
    awaitNode(".stat-tile");
    awaitNode("No backup");
    Screenshots.everyLook("backups", scene);
    open(ScreenRoute.BACKUPS, "state:covered");
    awaitNode("tenant-001");
    open(ScreenRoute.BACKUPS, "state:none blueprint:fintech");
    awaitNode("tenant-002");

    press("Back up 39 shown");
    awaitNode(".dialog-sheet");
    assertThat(labelsOfSheet())
        .contains("Back up 39 tenants?", "and 34 more")
        .doesNotContain("tenant-001");
    Screenshots.everyLook("backups-many", scene);
    press("Back up 39 tenants");

    await(() -> engine.project().backupFleet().totals().covered() == 41);
    assertThat(engine.project().backupFleet().runs()).hasSize(1);
    open(ScreenRoute.BACKUPS, "state:covered");
    awaitNode("tenant-002");
    Screenshots.everyLook("backups-covered", scene);
  }

  private List<String> labelsOfSheet() {
    return fx(
        () ->
            lookup(".dialog-sheet .label").queryAllAs(Labeled.class).stream()
                .map(label -> String.valueOf(label.getText()))
                .toList());
  }

  @Test
  void whatALinkFilteredIsWholeAgainWhenTheScreenIsOpenedWithoutIt() {
    open(ScreenRoute.BACKUPS, "");
    awaitNode("Back up all");
    run(
        () -> {
          shown().hidden();
          shown().shown("blueprint:fintech tenant-01");
        });
    awaitNode("Back up 10 shown");
    run(
        () -> {
          shown().hidden();
          shown().shown("");
        });
    awaitNode("Back up all");
    assertThat(lookup(".filter-bar .text-field").queryAs(TextField.class).getText()).isEmpty();
  }

  @Test
  void aTenantsBackupsAreListedAndOneIsRolledBackWithItsLosses() {
    TenantId tenant = new TenantId("tenant-001");
    await(() -> isTaken(tenant));
    engine.run(tenant, "INSERT INTO users (email, name) VALUES ('n@x', 'New')");
    Scene scene = open(ScreenRoute.BACKUP, tenant.value());
    awaitNode("By hand");
    run(() -> lookup(".data-table").queryTableView().requestFocus());
    push(KeyCode.HOME);
    push(KeyCode.SPACE);
    settle();
    Screenshots.everyLook("backup", scene);
    run(
        () ->
            shown().commands().stream()
                .filter(command -> command.title().equals("Roll back to this"))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
    awaitNode(".dialog-sheet");
    await(
        () ->
            lookup(".dialog-sheet .label").queryAllAs(Labeled.class).stream()
                .anyMatch(
                    label ->
                        String.valueOf(label.getText())
                            .contains("users: 2 rows now, 1 in the backup")));
    Screenshots.everyLook("backup-rollback", scene);
    run(() -> lookup(".dialog-sheet .button.danger").queryButton().fire());
    awaitNode("Undo");
    Screenshots.everyLook("backup-rolled-back", scene);
  }

  @Test
  void aMomentIsTypedCountedAndLookedAt() {
    await(() -> isTaken(OWN));
    Instant before =
        engine.project().backups().list(OWN).getLast().createdAt().plus(1, ChronoUnit.SECONDS);
    Scene scene = open(ScreenRoute.BACKUP, OWN.value());
    awaitNode(".time-strip");
    TextField time = lookup(".recovery-time").queryAs(TextField.class);
    run(time::requestFocus);
    run(() -> time.setText(Moments.written(before)));
    push(KeyCode.ENTER);
    awaitNode(".recovery-fact");
    Screenshots.everyLook("recovery", scene);

    press("Look");

    await(() -> place().route() == ScreenRoute.QUERY);
    assertThat(PlaceSubjects.momentIn(place().subject())).isPresent();
    open(ScreenRoute.QUERY, place().subject());
    awaitNode(".target-moment");
    Screenshots.everyLook("recovery-look", scene);
  }
}
