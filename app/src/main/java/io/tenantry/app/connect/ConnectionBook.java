package io.tenantry.app.connect;

import io.tenantry.app.settings.WholeFiles;
import io.tenantry.app.settings.WriteBehind;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

  private static final Duration REST = Duration.ofMillis(50);

  private final Path file;
  private final Path home;
  private final WriteBehind<List<Connection>> writing;
  private final ObservableList<Connection> all = FXCollections.observableArrayList();
  private final ObservableList<Connection> readOnly = FXCollections.unmodifiableObservableList(all);

  /**
   * Reads what is saved.
   *
   * @param home data folder of the local engine of this start, absolute
   * @param tasks writes as long as the program runs
   */
  public ConnectionBook(Path configFolder, Path home, TaskRunner tasks) {
    this.file = configFolder.resolve("connections.json");
    this.home = home;
    this.writing =
        new WriteBehind<>("connections.save", REST, tasks, () -> List.copyOf(all), this::store);
    all.setAll(load());
    placeHomeFirst();
  }

  /** The local engine of this start is the first; those of other folders stay in the list. */
  private void placeHomeFirst() {
    Connection local =
        localAt(home)
            .or(() -> find(Connection.LOCAL_ID).filter(ConnectionBook::isMoved))
            .orElseGet(
                () -> Connection.local(freeLocalId(home), Text.of("connections.local"), home));
    all.removeIf(one -> one.id().equals(local.id()));
    all.addFirst(local.to(new EngineTarget.Local(home)));
  }

  /** A data folder that was moved takes its connection along. */
  private static boolean isMoved(Connection local) {
    return local.target() instanceof EngineTarget.Local(Path folder) && !Files.exists(folder);
  }

  /** Returns the connection to a data folder on this machine, which is saved when it is new. */
  public Connection localFor(Path folder) {
    return localAt(folder)
        .orElseGet(
            () -> {
              String name = Text.of("connections.localAt", String.valueOf(folder.getFileName()));
              Connection fresh = Connection.local(freeLocalId(folder), name, folder);
              save(fresh);
              return fresh;
            });
  }

  private Optional<Connection> localAt(Path folder) {
    return all.stream()
        .filter(one -> one.target().equals(new EngineTarget.Local(folder)))
        .findFirst();
  }

  private String freeLocalId(Path folder) {
    UUID ofFolder = UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8));
    return find(Connection.LOCAL_ID).isEmpty() ? Connection.LOCAL_ID : "local-" + ofFolder;
  }

  /** Returns the connections; read-only. */
  public ObservableList<Connection> all() {
    return readOnly;
  }

  /** Returns the connection to the local engine of this start. */
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
    writing.changed();
  }

  /** Says whether a connection stays: the one to the local engine of this start. */
  public boolean isFixed(Connection connection) {
    return connection.id().equals(local().id());
  }

  /** Removes a connection unless it is fixed; its secret in the vault stays, and so does data. */
  public void remove(Connection connection) {
    if (!isFixed(connection) && all.removeIf(one -> one.id().equals(connection.id()))) {
      writing.changed();
    }
  }

  /** Adds a connection at the place where it was. */
  public void putBack(Connection connection, int index) {
    if (indexOf(connection.id()) < 0) {
      all.add(Math.min(index, all.size()), connection);
      writing.changed();
    }
  }

  /** Writes at once what waits, at the end of the program. */
  public void flush() {
    writing.flush();
  }

  /** Writes the remote connections to a file, without secrets. */
  public void exportTo(Path target) {
    List<Connection> remote = all.stream().filter(one -> !one.isLocal()).toList();
    try {
      WholeFiles.write(target, ConnectionCodec.write(remote));
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

  /** Returns where a connection stands, or -1. */
  public int indexOf(String id) {
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

  private List<Connection> read(Path source) {
    try {
      return ConnectionCodec.read(Files.readString(source), home);
    } catch (IOException | JacksonException e) {
      throw new EngineException(
          io.tenantry.contract.error.ErrorCode.BAD_REQUEST,
          Text.of("connections.import.failed", source),
          java.util.Map.of(),
          e);
    }
  }

  private void store(List<Connection> now) {
    try {
      WholeFiles.write(file, ConnectionCodec.write(now));
    } catch (IOException e) {
      LOG.warn("Connections could not be written to {}", file, e);
    }
  }
}
