package io.tenantry.app.screens;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.outcomes.OutcomeSheet;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import javafx.beans.value.ObservableValue;

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
 * @param memory what this project on this connection remembers: layouts, values, typed texts
 * @param connection the open connection as it is now: name, colour, guard level
 * @param work where screens tell of what goes on when they are left
 */
public record ScreenTools(
    TaskRunner tasks,
    ErrorPresenter errors,
    Dialogs dialogs,
    FileDialogs files,
    Navigator navigator,
    WriteGuard guard,
    ProjectMemory memory,
    ObservableValue<Connection> connection,
    RunningWork work) {

  /** Returns the sheet that shows what became of each of many tenants. */
  OutcomeSheet outcomes() {
    return new OutcomeSheet(files, tasks, errors, dialogs);
  }
}
