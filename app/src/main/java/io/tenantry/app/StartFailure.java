package io.tenantry.app;

import io.tenantry.contract.error.EngineException;

/** What the user is offered when the connection cannot be opened at the start. UI thread. */
final class StartFailure {
  private final ConsoleApp app;

  StartFailure(ConsoleApp app) {
    this.app = app;
  }

  void show(EngineException error) {
    app.errors().showWithRetry(error, () -> app.start(this::show));
  }
}
