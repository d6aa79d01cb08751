package io.tenantry.app.shell;

import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.settings.WindowSettings;
import io.tenantry.app.tasks.TaskRunner;
import java.util.function.Function;

/**
 * What the window's content is made with.
 *
 * @param tasks the way off the UI thread
 * @param settings what this window remembers
 * @param themes which look is on
 * @param dialogs questions and forms
 * @param memories what an open project remembers
 */
public record ShellTools(
    TaskRunner tasks,
    WindowSettings settings,
    ThemeSwitch themes,
    Dialogs dialogs,
    Function<OpenConnection, ProjectMemory> memories) {}
