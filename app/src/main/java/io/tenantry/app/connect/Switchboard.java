package io.tenantry.app.connect;

import io.tenantry.app.settings.ProjectMemories;
import io.tenantry.app.settings.Settings;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Which connection is open now; the one way to open another. UI thread. */
public final class Switchboard {
  private final EngineConnector connector;
  private final ConnectionBook book;
  private final ProjectMemories memories;
  private final TaskRunner tasks;
  private final Settings settings;
  private final OtherWindows others;
  private final ReadOnlyObjectWrapper<Optional<OpenConnection>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();

  public Switchboard(
      EngineConnector connector,
      ConnectionBook book,
      ProjectMemories memories,
      TaskRunner tasks,
      Settings settings,
      OtherWindows others) {
    this.connector = connector;
    this.book = book;
    this.memories = memories;
    this.tasks = tasks;
    this.settings = settings;
    this.others = others;
  }

  /** Opens a connection; the one before stays open when it fails. */
  public void open(Connection connection, @Nullable Consumer<EngineException> onFailure) {
    opening.set(true);
    var call =
        tasks
            .call("connection.open", () -> connect(connection))
            .onSuccess(this::opened)
            .onDone(() -> opening.set(false))
            .latest(this);
    if (onFailure != null) {
      call.onFailure(onFailure);
    }
    call.start();
  }

  /** Takes over a changed name, colour or guard level of the open connection. */
  public void refresh(Connection changed) {
    current
        .get()
        .filter(open -> open.connection().id().equals(changed.id()))
        .ifPresent(open -> current.set(Optional.of(open.renamed(changed))));
  }

  /** Returns what is open now. */
  public ReadOnlyObjectProperty<Optional<OpenConnection>> current() {
    return current.getReadOnlyProperty();
  }

  /** Says whether a connection is being opened. */
  public ReadOnlyBooleanProperty opening() {
    return opening.getReadOnlyProperty();
  }

  /** Lets go of what is open, at the end of the program. */
  public void release() {
    current.get().ifPresent(OpenConnection::release);
    current.set(Optional.empty());
  }

  private OpenConnection connect(Connection connection) {
    OpenConnection open = connector.open(connection);
    memories.of(open.scope()); // read here, because a window does not wait for files
    return open;
  }

  private void opened(OpenConnection next) {
    if (others.bringForward(next.scope())) {
      tasks.run("connection.release", next::release).start();
      return;
    }
    Optional<OpenConnection> before = current.get();
    Connection used = next.connection().usedAt(Instant.now());
    book.save(used);
    settings.opened(next.scope());
    current.set(Optional.of(next.renamed(used)));
    before.ifPresent(old -> tasks.run("connection.release", old::release).start());
  }
}
