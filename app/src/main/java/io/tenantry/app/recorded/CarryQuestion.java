package io.tenantry.app.recorded;

import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.DataStatement;
import java.util.List;

/** Asks before the decision about a data statement is switched, where that loses rows. UI thread. */
public final class CarryQuestion {
  private final WriteGuard guard;

  public CarryQuestion(WriteGuard guard) {
    this.guard = guard;
  }

  /** Rows that a change takes along are lost for good where tenants do not run the copy. */
  public void beforeSwitching(DataStatement statement, String workspace, Runnable action) {
    if (!statement.carried() || !statement.needed()) {
      action.run();
      return;
    }
    guard.run(
        GuardedChange.irrevocable(
                Text.of("recorded.data.leave.title"),
                Text.of("recorded.data.leave.text"),
                Text.of("recorded.data.leave.action"),
                workspace)
            .losing(List.of(Text.of("recorded.data.leave.loss", statement.reason()))),
        action);
  }
}
