package io.tenantry.app.shell;

import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.dialogs.ModalHost;
import io.tenantry.app.fx.FxThread;
import io.tenantry.app.text.Text;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Go anywhere and do anything by typing a few letters. UI thread. */
final class Palette extends VBox {
  private static final double ROW = 36;
  private static final double PADDING = 14;
  private static final int MOST_ROWS = 11;

  private final PaletteViewModel model;
  private final ModalHost host;
  private final TextField input = new TextField();
  private final ListView<PaletteEntry> list;

  Palette(PaletteViewModel model, ModalHost host) {
    this.model = model;
    this.host = host;
    this.list = new ListView<>(model.found());
    getStyleClass().add("palette");
    setMaxHeight(USE_PREF_SIZE);
    input.getStyleClass().addAll("palette-input", "initial-focus");
    input.setPromptText(Text.of("shell.palette.input"));
    input.setAccessibleText(Text.of("shell.palette.input"));
    input.textProperty().subscribe((_, text) -> model.search(text));
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new EntryCell());
    list.setPlaceholder(Labels.muted(Text.of("shell.palette.nothing")));
    list.setOnMouseClicked(_ -> runSelected());
    model.found().subscribe(this::filled);
    StackPane.setAlignment(this, Pos.TOP_CENTER);
    getChildren().addAll(input, list);
  }

  void open() {
    input.clear();
    model.open();
    host.show(this, () -> {});
    list.scrollTo(0);
  }

  /** Fits the list to what was found, and selects the best once the list has taken it in. */
  private void filled() {
    int rows = Math.clamp(model.found().size(), 1, MOST_ROWS);
    list.setPrefHeight(rows * ROW + PADDING);
    FxThread.later(
        () -> {
          if (!model.found().isEmpty()) {
            list.getSelectionModel().clearAndSelect(0);
          }
        });
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(9);
      case PAGE_UP -> move(-9);
      case ENTER -> runSelected();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int step) {
    int last = model.found().size() - 1;
    if (last >= 0) {
      int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, last);
      list.getSelectionModel().clearAndSelect(next);
      list.scrollTo(Math.max(0, next - 4));
    }
  }

  private void runSelected() {
    PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && !model.found().isEmpty()) {
      host.close();
      chosen.run().run();
    }
  }

  /** Icon and title at the left, kind and keys at the right. */
  private static final class EntryCell extends ListCell<PaletteEntry> {
    @Override
    protected void updateItem(@Nullable PaletteEntry item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      HBox line =
          Panels.row(
              Icons.of(item.icon(), "icon-muted"),
              Labels.body(item.title()),
              Panels.spacer(),
              Labels.caption(item.detail()));
      if (!item.keys().isEmpty()) {
        line.getChildren().add(new KeyHint(item.keys()));
      }
      setGraphic(line);
      setAccessibleText(item.title() + " " + item.detail());
    }
  }
}
