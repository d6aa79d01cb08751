package io.tenantry.app.shell.palette;

import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.dialogs.ModalHost;
import io.tenantry.app.fx.FxThread;
import io.tenantry.app.text.Text;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The field in which one types, and the list of what fits. UI thread. */
public final class Palette extends VBox {
  private static final double ROW = 36;
  private static final double PADDING = 16;
  private static final int MOST_ROWS = 11;

  private final PaletteViewModel model;
  private final ModalHost host;
  private final TextField input = new TextField();
  private final ListView<PaletteEntry> list;
  private Optional<String> chosen = Optional.empty();

  /** Creates it; {@link #open} shows it. */
  public Palette(PaletteViewModel model, ModalHost host) {
    this.model = model;
    this.host = host;
    this.list = new ListView<>(model.found());
    getStyleClass().add("palette");
    setMaxHeight(USE_PREF_SIZE);
    input.getStyleClass().addAll("palette-input", "initial-focus");
    input.setPromptText(Text.of("palette.input"));
    input.setAccessibleText(Text.of("palette.input"));
    input.textProperty().subscribe((_, text) -> search(text));
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new EntryCell());
    list.setFixedCellSize(ROW);
    Label nothing = Labels.muted("");
    nothing.setWrapText(true);
    nothing
        .textProperty()
        .bind(Bindings.createStringBinding(this::nothing, model.searching(), model.problem()));
    list.setPlaceholder(nothing);
    list.setOnMouseClicked(_ -> runSelected());
    model.found().subscribe(this::filled);
    StackPane.setAlignment(this, Pos.TOP_CENTER);
    getChildren().addAll(input, list);
  }

  private String nothing() {
    String problem = model.problem().get();
    return model.searching().get()
        ? Text.of("palette.searching")
        : problem.isEmpty() ? Text.of("palette.nothing") : Text.of("palette.unanswered", problem);
  }

  /** Shows it, empty. */
  public void open() {
    input.clear();
    chosen = Optional.empty();
    model.open();
    host.show(this, model::closed);
    applyCss(); // so that the first frame has the icons' own typeface
    layout();
    list.scrollTo(0);
  }

  /** Fits the list to what was found; what comes late does not take the selection away. */
  private void filled() {
    int rows = Math.clamp(model.found().size(), 1, MOST_ROWS);
    list.setPrefHeight(rows * ROW + PADDING);
    FxThread.later(this::selectAgain);
  }

  private void selectAgain() {
    int kept = chosen.map(id -> indexOf(id)).orElse(0);
    if (!model.found().isEmpty()) {
      list.getSelectionModel().clearAndSelect(Math.max(0, kept));
    }
  }

  private int indexOf(String id) {
    return model.found().stream().map(PaletteEntry::id).toList().indexOf(id);
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

  private void search(String text) {
    chosen = Optional.empty();
    model.search(text);
  }

  private void move(int step) {
    int last = model.found().size() - 1;
    if (last >= 0) {
      int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, last);
      list.getSelectionModel().clearAndSelect(next);
      list.scrollTo(Math.max(0, next - 4));
      chosen = Optional.of(model.found().get(next).id());
    }
  }

  private void runSelected() {
    PaletteEntry picked = list.getSelectionModel().getSelectedItem();
    if (picked != null && !model.found().isEmpty()) {
      host.close();
      model.closed();
      model.run(picked);
    }
  }

  /** Icon and title at the left, kind and keys at the right. */
  private static final class EntryCell extends ListCell<PaletteEntry> {
    private @Nullable PaletteEntry shown;

    @Override
    protected void updateItem(@Nullable PaletteEntry item, boolean empty) {
      super.updateItem(item, empty);
      PaletteEntry next = empty ? null : item;
      if (next == null) {
        setGraphic(null);
        setAccessibleText(null);
      } else if (!next.equals(shown)) {
        show(next);
      }
      shown = next;
    }

    private void show(PaletteEntry item) {
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
      line.applyCss(); // cells are filled during layout: else the first frame is without typefaces
      setAccessibleText(item.title() + " " + item.detail());
    }
  }
}
