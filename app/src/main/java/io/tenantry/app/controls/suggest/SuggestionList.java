package io.tenantry.app.controls.suggest;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.ScaledRoot;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * What may be put in, in a list that floats below the place where somebody types. It takes neither
 * the focus nor a click beside it: the click does what it would do without the list. UI thread.
 */
public final class SuggestionList {
  private static final double ROW = 26;
  private static final double FRAME = 10;
  private static final int MOST_ROWS = 10;
  private static final double GAP = 4;

  private final Node owner;
  private final Consumer<Suggestion> onChoose;
  private final Popup popup = new Popup();
  private final ObservableList<Suggestion> shown = FXCollections.observableArrayList();
  private final ListView<Suggestion> list = new ListView<>(shown);

  /**
   * One suggestion.
   *
   * @param text what is put in
   * @param detail what is written beside it
   */
  public record Suggestion(String text, String detail) {}

  /**
   * Creates a list that is not shown.
   *
   * @param owner where somebody types
   * @param onChoose is told what was chosen
   */
  public SuggestionList(Node owner, Consumer<Suggestion> onChoose) {
    this.owner = owner;
    this.onChoose = onChoose;
    list.getStyleClass().add("completion-list");
    list.setCellFactory(_ -> new SuggestionCell());
    list.setFocusTraversable(false);
    list.setOnMouseClicked(_ -> accept());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    popup.setConsumeAutoHidingEvents(false);
    popup.setHideOnEscape(false);
    owner.focusedProperty().subscribe((_, focused) -> hideUnless(focused));
  }

  private void hideUnless(boolean focused) {
    if (!focused) {
      hide();
    }
  }

  /** Says whether it is shown. */
  public boolean isShowing() {
    return popup.isShowing();
  }

  /** Hides it. */
  public void hide() {
    popup.hide();
  }

  /**
   * Shows suggestions, or nothing when there are none.
   *
   * @param x left end of what is typed, on the screen
   * @param bottom its lower end
   * @param chosen the one that is chosen at first; -1 for none
   */
  public void show(List<Suggestion> suggestions, double x, double bottom, int chosen) {
    shown.setAll(suggestions);
    if (suggestions.isEmpty() || owner.getScene() == null) {
      hide();
      return;
    }
    double scale = ScaledRoot.factorAt(owner);
    list.setFixedCellSize(ROW * scale);
    list.setPrefHeight((Math.min(MOST_ROWS, suggestions.size()) * ROW + FRAME) * scale);
    list.getSelectionModel().clearAndSelect(chosen);
    if (!popup.isShowing()) {
      popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
      popup.getScene().getRoot().getStyleClass().setAll(owner.getScene().getRoot().getStyleClass());
      popup.show(owner, x, bottom + GAP);
    }
  }

  /** Takes the keys that belong to the list while it is shown; says whether it took one. */
  public boolean handled(KeyEvent event) {
    if (!popup.isShowing() || event.isShortcutDown()) {
      return false;
    }
    return switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(MOST_ROWS);
      case PAGE_UP -> move(-MOST_ROWS);
      case ENTER, TAB -> acceptBy(event.getCode());
      case ESCAPE -> {
        hide();
        yield true;
      }
      default -> false;
    };
  }

  private boolean move(int step) {
    int before = list.getSelectionModel().getSelectedIndex();
    int next = Math.clamp((long) before + step, 0, shown.size() - 1);
    list.getSelectionModel().clearAndSelect(next);
    list.scrollTo(next);
    return true;
  }

  /** Without a choice the key is for the place where somebody types. */
  private boolean acceptBy(KeyCode code) {
    boolean chosen = list.getSelectionModel().getSelectedIndex() >= 0;
    if (chosen) {
      accept();
    } else {
      hide();
    }
    return chosen && (code == KeyCode.ENTER || code == KeyCode.TAB);
  }

  private void accept() {
    Suggestion chosen = list.getSelectionModel().getSelectedItem();
    hide();
    if (chosen != null) {
      onChoose.accept(chosen);
    }
  }

  /** Text at the left, what it is at the right. */
  private static final class SuggestionCell extends ListCell<Suggestion> {
    @Override
    protected void updateItem(@Nullable Suggestion item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      setGraphic(
          Panels.row(Labels.mono(item.text()), Panels.spacer(), Labels.caption(item.detail())));
    }
  }
}
