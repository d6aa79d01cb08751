package io.tenantry.app.recorded;

import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.DataStatement;
import java.util.List;

/** Asks what has to be asked before the decision about a data statement is switched. UI thread. */
public final class CarryQuestion {
  private final WriteGuard guard;

  public CarryQuestion(WriteGuard guard) {
    this.guard = guard;
  }

  /** Runs an action that switches it, unless the connection or the user is against it. */
  public void beforeSwitching(DataStatement statement, String workspace, Runnable action) {
    guard.run(question(statement, workspace), action);
  }

  /** Rows that a change takes along are lost for good where tenants do not run the copy. */
  private static GuardedChange question(DataStatement statement, String workspace) {
    if (statement.carried() && statement.needed()) {
      return GuardedChange.irrevocable(
              Text.of("recorded.data.leave.title"),
              Text.of("recorded.data.leave.text"),
              Text.of("recorded.data.leave.action"),
              workspace)
          .losing(List.of(Text.of("recorded.data.leave.loss", statement.reason())));
    }
    return GuardedChange.normal(
        Text.of(statement.carried() ? "recorded.data.stay.title" : "recorded.data.carry.title"),
        statement.reason(),
        Text.of(statement.carried() ? "recorded.data.stay.action" : "recorded.data.carry.action"),
        workspace);
  }
}
