package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.SchemaEdits;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The tables and views of a schema that match a search, and the one that is looked at. */
final class SchemaItems {
  private final ObservableList<SchemaItem> shown = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<SchemaItem>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper search = new ReadOnlyStringWrapper("");
  private List<SchemaItem> all = List.of();

  /** Those that match, tables before views, dropped tables included. */
  ObservableList<SchemaItem> shown() {
    return shown;
  }

  /** What is looked at. */
  ReadOnlyObjectProperty<Optional<SchemaItem>> selected() {
    return selected.getReadOnlyProperty();
  }

  /** Returns the table that is looked at; empty while a view is. */
  static Optional<DraftTable> tableOf(Optional<SchemaItem> item) {
    return item.flatMap(
        each -> each instanceof SchemaItem.Table(DraftTable table) ? Optional.of(table) : none());
  }

  /** Returns the view that is looked at; empty while a table is. */
  static Optional<WorkspaceSchema.View> viewOf(Optional<SchemaItem> item) {
    return item.flatMap(
        each ->
            each instanceof SchemaItem.View(WorkspaceSchema.View view)
                ? Optional.of(view)
                : Optional.empty());
  }

  /** Takes over a state of the schema; what is looked at stays, if it is still there. */
  void show(SchemaEdits edits) {
    List<SchemaItem> items = new ArrayList<>();
    edits.tables().forEach(table -> items.add(new SchemaItem.Table(table)));
    edits.views().forEach(view -> items.add(new SchemaItem.View(view)));
    all = items;
    filter();
    select(selected.get().flatMap(this::same));
  }

  /** Filters by a part of a name, or of a column's. */
  void search(String text) {
    search.set(text);
    filter();
  }

  /** What is searched for. */
  ReadOnlyStringProperty searched() {
    return search.getReadOnlyProperty();
  }

  void select(Optional<SchemaItem> item) {
    selected.set(item);
  }

  /** Looks at the first one, unless something is looked at already. */
  void selectAny() {
    if (selected.get().isEmpty()) {
      select(all.stream().findFirst());
    }
  }

  /** Looks at a table or view by its name, if there is one. */
  void selectNamed(String name) {
    all.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .ifPresent(found -> select(Optional.of(found)));
  }

  private Optional<SchemaItem> same(SchemaItem before) {
    return all.stream().filter(each -> each.isSameAs(before)).findFirst();
  }

  private void filter() {
    shown.setAll(all.stream().filter(this::matches).toList());
  }

  private boolean matches(SchemaItem item) {
    String wanted = search.get().strip().toLowerCase(Locale.ROOT);
    Stream<String> columns =
        switch (item) {
          case SchemaItem.Table(DraftTable table) ->
              table.columns().stream().map(DraftTable.Column::name);
          case SchemaItem.View(WorkspaceSchema.View view) -> view.columns().stream();
        };
    return Stream.concat(Stream.of(item.name()), columns)
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static Optional<DraftTable> none() {
    return Optional.empty();
  }
}
