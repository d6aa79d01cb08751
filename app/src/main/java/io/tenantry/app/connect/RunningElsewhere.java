package io.tenantry.app.connect;

import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * The engine of another process that has this console's data folder open.
 *
 * @param url where it answers
 * @param apiKey a key to work with
 * @param pid the process
 */
public record RunningElsewhere(URI url, Secret apiKey, long pid) {
  /** Id of the connection; it is good for one run only. */
  public static final String ID = "running-elsewhere";

  /** Returns the connection to it. */
  public Connection connection() {
    return new Connection(
        ID,
        Text.of("connections.elsewhere"),
        new EngineTarget.Remote(url),
        ConnectionColour.GREEN,
        "",
        GuardLevel.OPEN,
        Optional.empty());
  }
}
