package io.tenantry.app;

import io.tenantry.app.connect.RunningElsewhere;
import io.tenantry.app.dialogs.Confirmation;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import javafx.util.Subscription;

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
    if (!error.isBecause(FailureReason.LOCKED)) {
      tell(error);
      return;
    }
    app.tasks()
        .call("start.findRunning", () -> app.local().findRunning())
        .onSuccess(found -> found.ifPresentOrElse(this::offer, () -> tell(error)))
        .onFailure(_ -> tell(error))
        .start();
  }

  private void tell(EngineException error) {
    app.errors().showUnopened(app.wanted().id(), error, this::again);
  }

  private void again(Runnable onWorked, Runnable onFailed) {
    Subscription[] opening = {Subscription.EMPTY};
    opening[0] =
        app.switchboard()
            .current()
            .subscribe(
                (_, open) -> {
                  opening[0].unsubscribe();
                  onWorked.run();
                });
    app.start(
        failure -> {
          opening[0].unsubscribe();
          onFailed.run();
          show(failure);
        });
  }

  private void offer(RunningElsewhere running) {
    app.dialogs()
        .confirm(
            Confirmation.of(
                Text.of("shell.locked.title"),
                Text.of(
                    "shell.locked.text",
                    app.local().dataFolder(),
                    Long.toString(running.pid()),
                    running.url()),
                Text.of("shell.locked.connect")),
            () ->
                app.openRunning(
                    running,
                    failure -> app.errors().showUnopened(running.connection().id(), failure)));
  }
}
