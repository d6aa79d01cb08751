package io.tenantry.app.screens.connections;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.SecretVault;
import io.tenantry.app.settings.ProjectMemories;
import io.tenantry.contract.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** Sets aside what belongs to removed connections, so that it can be taken back. Any thread. */
public final class RemovedConnections {
  private final SecretVault vault;
  private final ProjectMemories memories;

  /** Creates it over what is kept for connections. */
  public RemovedConnections(SecretVault vault, ProjectMemories memories) {
    this.vault = vault;
    this.memories = memories;
  }

  /**
   * A connection that was removed.
   *
   * @param connection itself
   * @param index where it stood in the list
   * @param secret its key
   * @param work where its typed texts and layouts are now
   */
  record Removed(Connection connection, int index, Optional<Secret> secret, Optional<Path> work) {}

  /** Counts the typed texts that go with a connection; blocks. */
  long textsOf(Connection connection) {
    return memories.textsOf(connection.id());
  }

  /** Takes key and work of a connection away; blocks. */
  Removed take(Connection connection, int index) {
    Optional<Secret> secret = vault.find(connection.id());
    Optional<Path> work = memories.setAside(connection.id());
    vault.remove(connection.id());
    return new Removed(connection, index, secret, work);
  }

  /** Takes all of it back; blocks. */
  void putBack(Removed removed) {
    String id = removed.connection().id();
    removed.secret().ifPresent(secret -> vault.put(id, secret));
    removed.work().ifPresent(work -> memories.putBack(id, work));
  }
}
