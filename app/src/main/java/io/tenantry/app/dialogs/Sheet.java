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
import javafx.event.EventTarget;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
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
  private final Button cancel = Buttons.normal(Text.of("dialogs.cancel"), this::leave);
  private final HBox failure = new HBox();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final ScrollPane scroll;
  private Runnable closer = () -> {};
  private Runnable leaver = () -> {};
  private Draft draft = new Draft();

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
    Button close = Buttons.icon(Feather.X, Text.of("dialogs.close"), this::leave);
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
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(title);
    addEventHandler(KeyEvent.KEY_PRESSED, this::submitByKey);
  }

  /** Says what is typed into it: a sheet with something typed is not left without a question. */
  public Sheet draft(Draft typed) {
    draft = typed;
    return this;
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

  /** Closes the sheet: it has done what it is for. */
  public void close() {
    closer.run();
  }

  /** Leaves the sheet as Escape does, which asks before something typed is lost. */
  public void leave() {
    leaver.run();
  }

  void onClose(Runnable action) {
    closer = action;
  }

  void onLeave(Runnable action) {
    leaver = action;
  }

  boolean isDirty() {
    return draft.isTyped();
  }

  String unsaved() {
    return draft.words();
  }

  /** A button that has the focus takes Enter for itself. */
  private void submitByKey(KeyEvent event) {
    boolean isSubmit = isLine(event.getTarget()) || event.isShortcutDown();
    if (event.getCode() == KeyCode.ENTER
        && isSubmit
        && primary.getParent() != null
        && !primary.isDisabled()) {
      primary.fire();
      event.consume();
    }
  }

  private static boolean isLine(EventTarget target) {
    return target instanceof TextField || target instanceof ComboBoxBase;
  }
}
