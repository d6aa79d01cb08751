package io.tenantry.app.dialogs;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.text.Text;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A form above the window: title, content, and one main action. It stays open until {@link #close}:
 * the action may fail, and then {@link #fail} says why inside it. UI thread.
 */
public final class Sheet extends VBox {
  private final Label subtitle = Labels.muted("");
  private final HBox footer = new HBox();
  private final Button primary = Buttons.primary("", () -> {});
  private final Button cancel = Buttons.normal(Text.of("dialogs.cancel"), this::close);
  private final HBox failure = new HBox();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final ScrollPane scroll;
  private Runnable closer = () -> {};

  /** How wide a sheet is. */
  public enum Width {
    SMALL,
    MEDIUM,
    LARGE,
    FULL
  }

  /** Creates a sheet with its title and content. */
  public Sheet(String title, Node content) {
    getStyleClass().add("dialog-sheet");
    Button close = Buttons.icon(Feather.X, Text.of("dialogs.close"), this::close);
    close.setFocusTraversable(false);
    VBox words = new VBox(Labels.title(title), subtitle);
    words.getStyleClass().add("sheet-words");
    subtitle.managedProperty().bind(subtitle.textProperty().isNotEmpty());
    HBox head = new HBox(words, Panels.spacer(), close);
    head.getStyleClass().add("sheet-head");
    VBox body = new VBox(content);
    body.getStyleClass().add("sheet-content");
    VBox.setVgrow(content, Priority.ALWAYS);
    scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("sheet-scroll", "edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    body.heightProperty().subscribe(height -> scroll.setPrefViewportHeight(height.doubleValue()));
    failure.getStyleClass().add("sheet-failure");
    failure.managedProperty().bind(failure.visibleProperty());
    failure.setVisible(false);
    footer.getStyleClass().add("sheet-footer");
    footer.getChildren().addAll(Panels.spacer(), cancel);
    getChildren().addAll(head, scroll, failure, footer);
    setMaxHeight(Region.USE_PREF_SIZE);
    width(Width.MEDIUM);
    addEventHandler(KeyEvent.KEY_PRESSED, this::submitByKey);
  }

  /** Writes a line under the title. */
  public Sheet subtitle(String text) {
    subtitle.setText(text);
    return this;
  }

  /** Sets the width. */
  public Sheet width(Width width) {
    getStyleClass().removeIf(name -> name.startsWith("sheet-width-"));
    getStyleClass().add("sheet-width-" + width.name().toLowerCase(java.util.Locale.ROOT));
    if (width == Width.FULL) {
      setMaxHeight(Double.MAX_VALUE);
      scroll.setFitToHeight(true);
    }
    return this;
  }

  /**
   * Adds the main action.
   *
   * @param label names the act: "Create workspace"
   * @param enabled whether it can be done now
   */
  public Sheet primary(String label, ObservableValue<Boolean> enabled, Runnable action) {
    primary.setText(label);
    primary
        .disableProperty()
        .bind(busy.map(Boolean::booleanValue).flatMap(b -> b ? busy : enabled.map(e -> !e)));
    primary.setOnAction(
        _ -> {
          failure.setVisible(false);
          action.run();
        });
    footer.getChildren().add(primary);
    return this;
  }

  /** Adds the main action, always enabled. */
  public Sheet primary(String label, Runnable action) {
    return primary(label, new SimpleBooleanProperty(true), action);
  }

  /** Shows the main action as one that destroys. */
  public Sheet dangerous() {
    primary.getStyleClass().setAll("button", "danger");
    return this;
  }

  /** Renames the button that leaves without acting. */
  public Sheet cancelLabel(String label) {
    cancel.setText(label);
    return this;
  }

  /** Puts nodes at the left of the footer. */
  public Sheet footer(Node... nodes) {
    footer.getChildren().addAll(0, java.util.List.of(nodes));
    return this;
  }

  /** Marks the sheet as working: the main action cannot be pressed twice. */
  public void busy(boolean working) {
    busy.set(working);
  }

  /** Says inside the sheet why the action failed. */
  public void fail(Problem problem) {
    busy.set(false);
    Label text = Labels.prose(problem.text());
    VBox words = new VBox(Labels.heading(problem.title()), text);
    HBox.setHgrow(words, Priority.ALWAYS);
    failure.getChildren().setAll(Icons.of(Feather.ALERT_TRIANGLE), words);
    failure.setVisible(true);
  }

  /** Closes the sheet. */
  public void close() {
    closer.run();
  }

  void onClose(Runnable action) {
    closer = action;
  }

  private void submitByKey(KeyEvent event) {
    boolean plain = event.getTarget() instanceof javafx.scene.control.TextField;
    if (event.getCode() == KeyCode.ENTER
        && (plain || event.isShortcutDown())
        && primary.getParent() != null
        && !primary.isDisabled()) {
      primary.fire();
      event.consume();
    }
  }
}
