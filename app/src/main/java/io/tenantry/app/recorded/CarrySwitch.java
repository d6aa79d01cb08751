package io.tenantry.app.recorded;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.Workspaces;

/** The one way to decide whether tenants run a data statement. UI thread. */
public final class CarrySwitch {
  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;

  public CarrySwitch(Workspaces workspaces, TaskRunner tasks, ErrorPresenter errors) {
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.errors = errors;
  }

  /** Decides it and says so; {@code onDone} hears of the end, however it ends. */
  public void decide(
      WorkspaceName workspace, DataStatement statement, boolean carried, Runnable onDone) {
    tasks
        .run("recorded.carry", () -> workspaces.carry(workspace, statement.id(), carried))
        .onSuccess(
            _ ->
                errors
                    .notices()
                    .success(
                        Text.of(carried ? "recorded.carriedTitle" : "recorded.leftTitle"),
                        statement.reason()))
        .onFailure(errors::show)
        .onDone(onDone)
        .start();
  }
}
