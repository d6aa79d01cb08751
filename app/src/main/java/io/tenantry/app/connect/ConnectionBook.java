package io.tenantry.app.connect;

import io.tenantry.app.settings.AtomicFiles;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The saved connections, the local engine always first; kept in {@code connections.json}. UI
 * thread.
 */
public final class ConnectionBook {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionBook.class);

  private final Path file;
  private final SecretVault vault;
  private final ObservableList<Connection> all = FXCollections.observableArrayList();
  private final ObservableList<Connection> readOnly = FXCollections.unmodifiableObservableList(all);

  public ConnectionBook(Path configFolder, SecretVault vault) {
    this.file = configFolder.resolve("connections.json");
    this.vault = vault;
    all.setAll(load());
    if (all.stream().noneMatch(Connection::isLocal)) {
      all.addFirst(Connection.local(Text.of("connections.local")));
    }
  }

  /** Returns the connections; read-only. */
  public ObservableList<Connection> all() {
    return readOnly;
  }

  /** Returns the local engine's connection. */
  public Connection local() {
    return all.getFirst();
  }

  /** Returns a connection by its id. */
  public Optional<Connection> find(String id) {
    return all.stream().filter(connection -> connection.id().equals(id)).findFirst();
  }

  /** Adds a connection, or replaces the one with the same id. */
  public void save(Connection connection) {
    int index = indexOf(connection.id());
    if (index < 0) {
      all.add(connection);
    } else {
      all.set(index, connection);
    }
    store();
  }

  /** Removes a connection with its secret; the local engine stays. */
  public void remove(Connection connection) {
    if (!connection.isLocal() && all.removeIf(one -> one.id().equals(connection.id()))) {
      vault.remove(connection.id());
      store();
    }
  }

  /** Writes the remote connections to a file, without secrets. */
  public void exportTo(Path target) {
    List<Connection> remote = all.stream().filter(one -> !one.isLocal()).toList();
    try {
      AtomicFiles.write(target, ConnectionCodec.write(remote));
    } catch (IOException e) {
      throw EngineException.internal(Text.of("connections.export.failed", target), e);
    }
  }

  /** Adds the connections of a file and returns how many there were; existing ids are replaced. */
  public int importFrom(Path source) {
    List<Connection> found = read(source);
    found.stream().filter(one -> !one.isLocal()).forEach(this::save);
    return found.size();
  }

  private int indexOf(String id) {
    for (int index = 0; index < all.size(); index++) {
      if (all.get(index).id().equals(id)) {
        return index;
      }
    }
    return -1;
  }

  private List<Connection> load() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return read(file);
    } catch (EngineException e) {
      LOG.warn("Saved connections cannot be read; {} is left as it is", file, e);
      return List.of();
    }
  }

  private static List<Connection> read(Path source) {
    try {
      return ConnectionCodec.read(Files.readString(source));
    } catch (IOException | JacksonException e) {
      throw new EngineException(
          io.tenantry.contract.error.ErrorCode.BAD_REQUEST,
          Text.of("connections.import.failed", source),
          java.util.Map.of(),
          e);
    }
  }

  private void store() {
    try {
      AtomicFiles.write(file, ConnectionCodec.write(all));
    } catch (IOException e) {
      LOG.warn("Connections could not be written to {}", file, e);
    }
  }
}
