package io.tenantry.app.screens.connections;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionBook;
import io.tenantry.app.connect.Switchboard;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The saved connections, filtered; opening, removing, export and import. UI thread. */
public final class ConnectionsViewModel {
  private final ConnectionBook book;
  private final Switchboard switchboard;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ObservableList<ConnectionRow> rows = FXCollections.observableArrayList();
  private String filter = "";

  /** Creates it over the saved connections. */
  public ConnectionsViewModel(
      ConnectionBook book, Switchboard switchboard, TaskRunner tasks, ErrorPresenter errors) {
    this.book = book;
    this.switchboard = switchboard;
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
    String wanted = filter.toLowerCase(Locale.ROOT);
    List<ConnectionRow> found =
        book.all().stream()
            .filter(connection -> matches(connection, wanted))
            .map(connection -> new ConnectionRow(connection, isOpen(connection)))
            .toList();
    rows.setAll(found);
  }

  /** Shows only connections whose name, group or address contains a text. */
  void filter(String text) {
    filter = text;
    refresh();
  }

  void open(Connection connection) {
    switchboard.open(connection, null);
  }

  void remove(Connection connection) {
    book.remove(connection);
    refresh();
  }

  /** Adds a copy with another name and without secret. */
  Connection copyOf(Connection connection) {
    return new Connection(
        java.util.UUID.randomUUID().toString(),
        Text.of("connections.copyName", connection.name()),
        connection.target(),
        connection.colour(),
        connection.group(),
        connection.guard(),
        java.util.Optional.empty());
  }

  void exportTo(Path file) {
    tasks
        .run("connections.export", () -> book.exportTo(file))
        .onSuccess(_ -> errors.notices().success(Text.of("connections.exported"), file.toString()))
        .start();
  }

  void importFrom(Path file) {
    int count = book.importFrom(file);
    refresh();
    errors
        .notices()
        .success(
            Text.of("connections.imported"),
            Text.of(
                "connections.imported.text",
                Figures.count(count, Text.of("connections.one"), Text.of("connections.several"))));
  }

  boolean isOpen(Connection connection) {
    return switchboard
        .current()
        .get()
        .map(open -> open.connection().id().equals(connection.id()))
        .orElse(false);
  }

  private static boolean matches(Connection connection, String wanted) {
    String all = connection.name() + " " + connection.group() + " " + connection.address();
    return all.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
