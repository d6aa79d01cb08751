package io.tenantry.app.screens.query;

import io.tenantry.app.recorded.RecordedViewModel;
import io.tenantry.app.text.Text;
import io.tenantry.sql.SqlScript;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One tab: its text, where it runs, how its last run stands and what came of it. UI thread. */
final class QueryTab {
  private static final int LONGEST_TITLE = 24;
  private static final int READ_FOR_TITLE = 400;

  private final String id;
  private final StringProperty sql = new SimpleStringProperty("");
  private final ObjectProperty<Optional<QueryTarget>> target =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<RunState>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<AnswerTable>> answers =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private final ReadOnlyObjectWrapper<Optional<LastRun>> former =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private final RecordedViewModel recorded;

  /**
   * Creates it.
   *
   * @param recorded keeps what a run in a workspace recorded besides schema changes
   */
  QueryTab(String id, RecordedViewModel recorded) {
    this.id = id;
    this.recorded = recorded;
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

  /** How the last run stands; empty when nothing has run yet. */
  ReadOnlyObjectProperty<Optional<RunState>> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** What ran before the tab was opened again; what runs now takes its place. */
  ReadOnlyObjectProperty<Optional<LastRun>> formerProperty() {
    return former.getReadOnlyProperty();
  }

  void ranBefore(Optional<LastRun> last) {
    former.set(last);
  }

  /** What is shown of the answers, which may still grow; empty when there is nothing to show. */
  ReadOnlyObjectProperty<Optional<AnswerTable>> answersProperty() {
    return answers.getReadOnlyProperty();
  }

  /** What the last run recorded in a workspace, to be told and decided. */
  RecordedViewModel recorded() {
    return recorded;
  }

  /** Returns what it is called by: how its text begins, or its number while there is none. */
  String title() {
    String text = sql.get();
    String start = text.substring(0, Math.min(text.length(), READ_FOR_TITLE));
    String words =
        SqlScript.split(start).stream()
            .findFirst()
            .map(first -> first.text().strip().replaceAll("\\s+", " "))
            .orElse("");
    if (words.isEmpty()) {
      return Text.of("query.tab", id.substring(id.lastIndexOf('-') + 1));
    }
    return words.length() <= LONGEST_TITLE
        ? words
        : words.substring(0, LONGEST_TITLE).stripTrailing() + "…";
  }

  /** Returns where it runs, in words. */
  String where() {
    return target.get().map(QueryTarget::words).orElse("");
  }

  void show(RunState state) {
    run.set(Optional.of(state));
    running.set(!state.phase().isOver());
  }

  void show(Optional<AnswerTable> table) {
    answers.set(table);
  }

  /** Returns whether something runs. */
  boolean isRunning() {
    return running.get();
  }

  /** Whether something runs. */
  ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** Whether what is shown came from where the tab runs now. */
  boolean showsItsTarget() {
    return run.get().map(RunState::target).equals(target.get());
  }
}
