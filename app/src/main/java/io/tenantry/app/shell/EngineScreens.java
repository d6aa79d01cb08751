package io.tenantry.app.shell;

import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.navigation.ScreenFactory;
import io.tenantry.contract.deployments.DeploymentId;
import java.util.Optional;

/** What the screens of an engine do for the window around them. UI thread. */
public interface EngineScreens {
  /** Returns the screens of what is open. */
  ScreenFactory of(Optional<OpenConnection> open);

  /** Asks whether a deployment is to be cancelled, as its own page does, and cancels it. */
  void cancel(OpenConnection at, DeploymentId deployment);
}
