package io.tenantry.app.screens.connections;

import io.tenantry.app.connect.Connection;
import java.time.Instant;
import java.util.Optional;

/**
 * One connection as the list shows it.
 *
 * @param connection which one
 * @param state how it is in this window
 */
record ConnectionRow(Connection connection, State state) {
  /** How a connection is in one window. */
  enum State {
    OPEN,
    OPENING,
    LOST,
    /** The engine runs in this program, and this window shows another one. */
    IN_APP,
    CLOSED;

    /** Says whether this window works on it. */
    boolean isOfThisWindow() {
      return this == OPEN || this == OPENING || this == LOST;
    }
  }

  String name() {
    return connection.name();
  }

  String group() {
    return connection.group();
  }

  Optional<Instant> lastUsed() {
    return connection.lastUsed();
  }
}
