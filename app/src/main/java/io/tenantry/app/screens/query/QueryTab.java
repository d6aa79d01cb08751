package io.tenantry.app.screens.query;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One tab: its text, where it runs, and what came of it. UI thread. */
final class QueryTab {
  private final String id;
  private final StringProperty sql = new SimpleStringProperty("");
  private final ObjectProperty<Optional<QueryTarget>> target =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty running = new SimpleBooleanProperty();
  private final ObjectProperty<QueryOutcome> outcome =
      new SimpleObjectProperty<>(new QueryOutcome.Idle());

  QueryTab(String id) {
    this.id = id;
  }

  /** Name of the tab in the journal. */
  String id() {
    return id;
  }

  StringProperty sqlProperty() {
    return sql;
  }

  ObjectProperty<Optional<QueryTarget>> targetProperty() {
    return target;
  }

  BooleanProperty runningProperty() {
    return running;
  }

  ObjectProperty<QueryOutcome> outcomeProperty() {
    return outcome;
  }
}
