package io.tenantry.app.screens;

import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.settings.Settings;
import io.tenantry.app.settings.SqlJournal;
import io.tenantry.app.tasks.TaskRunner;

/**
 * What {@link Screens} hands out to screens, each only what it uses. No screen takes this record
 * itself.
 *
 * @param tasks the way off the UI thread
 * @param errors where failures are shown
 * @param dialogs questions and forms
 * @param files the system's choosers
 * @param navigator where the user is
 * @param guard what every write passes
 * @param settings what is remembered
 * @param journal what keeps typed SQL
 */
public record ScreenTools(
    TaskRunner tasks,
    ErrorPresenter errors,
    Dialogs dialogs,
    FileDialogs files,
    Navigator navigator,
    WriteGuard guard,
    Settings settings,
    SqlJournal journal) {}
