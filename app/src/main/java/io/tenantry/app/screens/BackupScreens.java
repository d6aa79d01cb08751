package io.tenantry.app.screens;

import io.tenantry.app.page.Screen;
import io.tenantry.app.screens.backups.BackupDeeds;
import io.tenantry.app.screens.backups.BackupView;
import io.tenantry.app.screens.backups.BackupViewModel;
import io.tenantry.app.screens.backups.BackupsView;
import io.tenantry.app.screens.backups.BackupsViewModel;
import io.tenantry.app.screens.backups.DrillSheets;
import io.tenantry.app.screens.backups.DrillsViewModel;
import io.tenantry.app.screens.backups.FleetSheets;
import io.tenantry.app.screens.backups.RecoveryDeeds;
import io.tenantry.app.screens.backups.RecoveryPane;
import io.tenantry.app.screens.backups.RecoveryViewModel;
import io.tenantry.contract.Project;

/** Puts the screens of backups and recovery together. */
final class BackupScreens {
  private BackupScreens() {}

  static Screen fleet(Project project, ScreenTools tools) {
    BackupsViewModel model =
        new BackupsViewModel(
            project.backupFleet(),
            project.workspaces(),
            tools.tasks(),
            tools.errors(),
            tools.work(),
            tools.navigator());
    DrillsViewModel drills =
        new DrillsViewModel(project.drills(), tools.tasks(), tools.work(), tools.navigator());
    return new BackupsView(
        model,
        new FleetSheets(model, tools.dialogs(), tools.guard(), tools.outcomes(), tools.errors()),
        new DrillSheets(drills, tools.dialogs(), tools.guard(), tools.files(), tools.errors()),
        tools.navigator(),
        tools.memory());
  }

  static BackupView tenant(Project project, ScreenTools tools) {
    BackupViewModel model =
        new BackupViewModel(
            project.backups(), project.tenants(), project.queries(), tools.tasks(), tools.errors());
    BackupDeeds deeds =
        new BackupDeeds(
            model,
            tools.dialogs(),
            tools.guard(),
            tools.files(),
            tools.navigator(),
            tools.errors());
    RecoveryViewModel recovery =
        new RecoveryViewModel(
            project.recovery(),
            project.deployments(),
            project.logs(),
            project.queries(),
            tools.tasks(),
            tools.errors());
    return new BackupView(
        model,
        deeds,
        new RecoveryPane(
            recovery,
            new RecoveryDeeds(
                recovery,
                deeds,
                tools.dialogs(),
                tools.guard(),
                tools.navigator(),
                tools.errors())),
        tools.navigator(),
        tools.memory());
  }
}
