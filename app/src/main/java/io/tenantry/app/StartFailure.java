package io.tenantry.app;

import io.tenantry.app.connect.RunningElsewhere;
import io.tenantry.app.dialogs.Confirmation;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import java.util.Optional;

/**
 * What the user is offered when the connection cannot be opened at the start: to try again, or,
 * when another process has the data folder open, to work with that one. UI thread.
 */
final class StartFailure {
  private final ConsoleWindow app;

  StartFailure(ConsoleWindow app) {
    this.app = app;
  }

  void show(EngineException error) {
    app.errors().showWithRetry(error, () -> app.start(this::show));
    if (error.detail("reason").filter("locked"::equals).isPresent()) {
      app.tasks()
          .call("start.findRunning", () -> app.local().findRunning())
          .onSuccess(this::offer)
          .start();
    }
  }

  private void offer(Optional<RunningElsewhere> found) {
    found.ifPresent(
        running ->
            app.dialogs()
                .confirm(
                    Confirmation.of(
                        Text.of("shell.locked.title"),
                        Text.of(
                            "shell.locked.text",
                            app.local().dataFolder(),
                            Long.toString(running.pid())),
                        Text.of("shell.locked.connect")),
                    () -> app.openRunning(running, app.errors()::show)));
  }
}
