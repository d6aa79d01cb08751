package io.tenantry.app.screens.logs;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.logs.ProjectLogs;

/**
 * What the tabs of the screen share.
 *
 * @param logs the log of the project
 * @param tasks the way off the UI thread
 * @param errors where failures are shown
 * @param navigator to other screens
 * @param memory what is remembered of lists
 */
public record LogTools(
    ProjectLogs logs,
    TaskRunner tasks,
    ErrorPresenter errors,
    Navigator navigator,
    ProjectMemory memory) {}
