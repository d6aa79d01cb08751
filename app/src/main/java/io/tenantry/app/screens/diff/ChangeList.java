package io.tenantry.app.screens.diff;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.text.Text;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

/**
 * The pending changes in order, each with what it does and the ways to leave it out. Enter and
 * Space open the whole statement in place, S skips, R reverts. UI thread.
 */
final class ChangeList extends ListView<PendingChange> {
  private final Consumer<? super PendingChange> onSkip;
  private final Consumer<? super PendingChange> onRevert;
  private final Set<Long> opened = new HashSet<>();
  private int at;

  ChangeList(
      DiffViewModel model,
      Consumer<? super PendingChange> onSkip,
      Consumer<? super PendingChange> onRevert) {
    super(model.changes());
    this.onSkip = onSkip;
    this.onRevert = onRevert;
    getStyleClass().addAll("plain", "change-rows", "change-list");
    setAccessibleText(Text.of("diff.changes"));
    setAccessibleHelp(Text.of("diff.changesHelp"));
    setPlaceholder(Labels.muted(Text.of("diff.onlySettings")));
    setCellFactory(_ -> new ChangeCell(model, this));
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    getSelectionModel()
        .selectedIndexProperty()
        .subscribe(index -> at = index.intValue() < 0 ? at : index.intValue());
    model.changes().addListener((ListChangeListener<PendingChange>) _ -> stay());
  }

  /** After a reload the same place is selected, so that the next key has something to act on. */
  private void stay() {
    if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
      getSelectionModel().clearAndSelect(Math.min(at, getItems().size() - 1));
    }
  }

  /** Goes on to the next change, or back with -1. */
  void move(int step) {
    int next = getSelectionModel().getSelectedIndex() + step;
    if (next >= 0 && next < getItems().size()) {
      getSelectionModel().clearAndSelect(next);
      scrollTo(next);
    }
  }

  /** Says whether the whole statement of a change is shown. */
  boolean isOpen(PendingChange row) {
    return opened.contains(row.id());
  }

  /** Shows the whole statement of a change in its place, or folds it again. */
  void toggle(PendingChange row) {
    if (!opened.remove(row.id())) {
      opened.add(row.id());
    }
    refresh();
  }

  void skip(PendingChange row) {
    onSkip.accept(row);
  }

  void revert(PendingChange row) {
    onRevert.accept(row);
  }

  private void keyPressed(KeyEvent event) {
    PendingChange row = getSelectionModel().getSelectedItem();
    if (row == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER, SPACE -> toggle(row);
      case S -> {
        if (row.isOpen()) {
          skip(row);
        }
      }
      case R -> {
        if (row.isOpen() && row.inverse().isPresent()) {
          revert(row);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }
}
