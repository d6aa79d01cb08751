package io.tenantry.app.screens.connections;

import io.tenantry.app.connect.Connection;
import java.time.Instant;
import java.util.Optional;

/** One connection as the list shows it. */
record ConnectionRow(Connection connection, boolean open) {
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
