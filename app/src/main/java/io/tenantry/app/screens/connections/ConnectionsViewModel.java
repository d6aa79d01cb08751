package io.tenantry.app.screens.connections;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionBook;
import io.tenantry.app.connect.LinkHealth;
import io.tenantry.app.connect.OtherWindows;
import io.tenantry.app.connect.Switchboard;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The saved connections, filtered; opening, removing, export and import. UI thread. */
public final class ConnectionsViewModel {
  private final ConnectionBook book;
  private final Switchboard switchboard;
  private final OtherWindows windows;
  private final RemovedConnections removed;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ObservableList<ConnectionRow> rows = FXCollections.observableArrayList();
  private String filter = "";

  /** Creates it over the saved connections. */
  public ConnectionsViewModel(
      ConnectionBook book,
      Switchboard switchboard,
      OtherWindows windows,
      RemovedConnections removed,
      TaskRunner tasks,
      ErrorPresenter errors) {
    this.book = book;
    this.switchboard = switchboard;
    this.windows = windows;
    this.removed = removed;
    this.tasks = tasks;
    this.errors = errors;
  }

  ObservableList<ConnectionRow> rows() {
    return rows;
  }

  Switchboard switchboard() {
    return switchboard;
  }

  ConnectionBook book() {
    return book;
  }

  /** Shows what is saved now. */
  void refresh() {
    errors
        .notices()
        .gone(book.all().stream().map(ConnectionsViewModel::thing).collect(Collectors.toSet()));
    String wanted = filter.toLowerCase(Locale.ROOT);
    List<ConnectionRow> found =
        book.all().stream()
            .filter(connection -> matches(connection, wanted))
            .map(connection -> new ConnectionRow(connection, stateOf(connection)))
            .toList();
    show(found);
  }

  /** Shows only connections whose name, group or address contains a text. */
  void filter(String text) {
    filter = text;
    refresh();
  }

  void open(Connection connection) {
    switchboard.open(connection, error -> errors.showUnopened(connection.id(), error));
  }

  /**
   * Shows a changed connection, and opens it again where it is open and leads elsewhere now.
   *
   * @param accessChanged whether it leads to another engine, or with another key
   */
  void saved(Connection connection, boolean accessChanged) {
    if (accessChanged && stateOf(connection).isOfThisWindow()) {
      open(connection);
    }
    refresh();
  }

  void openInNewWindow(Connection connection) {
    windows.openNew(connection);
  }

  /** Opens the data folder of a local engine in a window of its own. */
  void openFolder(Path folder) {
    windows.openNew(book.localFor(folder.toAbsolutePath().normalize()));
  }

  /** Says whether another window works on it, so that it cannot be removed. */
  boolean isOpenElsewhere(Connection connection) {
    return windows.hasOpen(connection);
  }

  /** Finds out how many typed texts go with a connection. */
  void countTexts(Connection connection, LongConsumer onKnown) {
    tasks
        .call("connections.kept", () -> removed.textsOf(connection))
        .onSuccess(onKnown::accept)
        .start();
  }

  /** Removes a connection with what is kept for it, and offers to take that back. */
  void remove(Connection connection) {
    if (stateOf(connection).isOfThisWindow()) {
      switchboard.release();
    }
    int index = book.indexOf(connection.id());
    book.remove(connection);
    tasks
        .call("connections.remove", () -> removed.take(connection, index))
        .onSuccess(this::offerUndo)
        .start();
  }

  private void offerUndo(RemovedConnections.Removed what) {
    errors
        .notices()
        .window()
        .success(
            Text.of("connections.removed", what.connection().name()),
            Text.of("connections.removed.text"),
            Notice.Action.with(
                Set.of(thing(what.connection())),
                Text.of("connections.removed.undo"),
                () -> undo(what)));
  }

  /** What a notice calls a connection. */
  private static String thing(Connection connection) {
    return "connection " + connection.id();
  }

  private void undo(RemovedConnections.Removed what) {
    tasks
        .run("connections.putBack", () -> removed.putBack(what))
        .onSuccess(_ -> book.putBack(what.connection(), what.index()))
        .start();
  }

  /** Returns a copy with another name and without secret, not saved yet. */
  Connection copyOf(Connection connection) {
    return new Connection(
        UUID.randomUUID().toString(),
        Text.of("connections.copyName", connection.name()),
        connection.target(),
        connection.colour(),
        connection.group(),
        connection.guard(),
        Optional.empty());
  }

  void exportTo(Path file) {
    tasks
        .run("connections.export", () -> book.exportTo(file))
        .onSuccess(
            _ ->
                errors.notices().window().success(Text.of("connections.exported"), file.toString()))
        .start();
  }

  void importFrom(Path file) {
    int count = book.importFrom(file);
    refresh();
    errors
        .notices()
        .window()
        .success(
            Text.of("connections.imported"),
            Text.of(
                "connections.imported.text",
                Figures.count(count, Text.of("connections.one"), Text.of("connections.several"))));
  }

  /** Changes rows in place where it can, so that selection and focus stay. */
  private void show(List<ConnectionRow> found) {
    boolean same =
        found.stream()
            .map(row -> row.connection().id())
            .toList()
            .equals(rows.stream().map(row -> row.connection().id()).toList());
    if (!same) {
      rows.setAll(found);
      return;
    }
    for (int at = 0; at < found.size(); at++) {
      if (!found.get(at).equals(rows.get(at))) {
        rows.set(at, found.get(at));
      }
    }
  }

  private ConnectionRow.State stateOf(Connection connection) {
    String id = connection.id();
    if (switchboard.attempt().get().filter(now -> now.connection().id().equals(id)).isPresent()) {
      return ConnectionRow.State.OPENING;
    }
    if (switchboard.current().get().filter(now -> now.connection().id().equals(id)).isEmpty()) {
      return switchboard.runsHere(connection)
          ? ConnectionRow.State.IN_APP
          : ConnectionRow.State.CLOSED;
    }
    return switchboard.health().get() instanceof LinkHealth.Down
        ? ConnectionRow.State.LOST
        : ConnectionRow.State.OPEN;
  }

  private static boolean matches(Connection connection, String wanted) {
    String all = connection.name() + " " + connection.group() + " " + connection.address();
    return all.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
