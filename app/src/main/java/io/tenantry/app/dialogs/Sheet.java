package io.tenantry.app.dialogs;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.messages.RunError;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventTarget;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A form above the window: title, content, and one main action. It stays open until {@link #close}:
 * the action may fail, and then {@link #fail} says why inside it. UI thread.
 */
public final class Sheet extends VBox {
  private static final double ROOM_TO_FAIL = 88;

  private final Label subtitle = Labels.muted("");
  private final VBox body = new VBox();
  private final StackPane middle = new StackPane(body);
  private final SheetScroll scroll = new SheetScroll(middle);
  private final VBox failure = new VBox();
  private final HBox footer = new HBox();
  private final Button primary = Buttons.primary("", () -> {});
  private final Button cancel = Buttons.normal(Text.of("dialogs.cancel"), this::leave);
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final BooleanProperty offering = new SimpleBooleanProperty();
  private Runnable closer = () -> {};
  private Runnable leaver = () -> {};
  private Optional<Runnable> busyLeaver = Optional.empty();
  private double room;
  private SheetDraft draft = new SheetDraft();

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
    body.getStyleClass().add("sheet-content");
    body.getChildren().add(content);
    VBox.setVgrow(content, Priority.ALWAYS);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    failure.getStyleClass().add("sheet-failure");
    failure.managedProperty().bind(failure.visibleProperty());
    failure.setVisible(false);
    footer.getStyleClass().add("sheet-footer");
    footer.getChildren().addAll(Panels.spacer(), cancel);
    getChildren().addAll(head(title), scroll, failure, footer);
    setMaxHeight(Region.USE_PREF_SIZE);
    width(Width.MEDIUM);
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(title);
    addEventFilter(KeyEvent.KEY_PRESSED, event -> submitIf(event.isShortcutDown(), event));
    addEventHandler(KeyEvent.KEY_PRESSED, event -> submitIf(isLine(event.getTarget()), event));
  }

  private Node head(String title) {
    Button close = Buttons.icon(Icon.CLOSE, Text.of("dialogs.close"), this::leave);
    close.setFocusTraversable(false);
    Label name = Labels.title(title);
    name.setWrapText(true);
    VBox words = new VBox(name, subtitle);
    words.getStyleClass().add("sheet-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    subtitle.setWrapText(true);
    subtitle.managedProperty().bind(subtitle.textProperty().isNotEmpty());
    HBox head = new HBox(words, close);
    head.getStyleClass().add("sheet-head");
    return head;
  }

  /** Says what is typed into it: a sheet with something typed is not left without a question. */
  public Sheet draft(SheetDraft typed) {
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
    getStyleClass().add("sheet-width-" + width.name().toLowerCase(Locale.ROOT));
    if (width == Width.FULL) {
      setMaxHeight(Double.MAX_VALUE);
      scroll.setFitToHeight(true);
    }
    return this;
  }

  /**
   * Leaves room for what comes in while it is open: the sheet is so much higher from the beginning.
   * It never changes its height, and scrolls what has no place in it.
   */
  public Sheet leavingRoom(double height) {
    room = height;
    return this;
  }

  /** Leaves room to say why the action failed, where the content is lower than that. */
  public Sheet leavingRoomToFail() {
    return leavingRoom(ROOM_TO_FAIL);
  }

  /** Returns the room that it leaves. */
  double room() {
    return room;
  }

  /**
   * Adds the main action.
   *
   * @param label names the act: "Create workspace"
   * @param enabled whether it can be done now
   */
  public Sheet primary(String label, ObservableValue<Boolean> enabled, Runnable action) {
    BooleanProperty possible = new SimpleBooleanProperty();
    possible.bind(enabled);
    primary.setText(label);
    primary.disableProperty().bind(busy.or(offering).or(possible.not()));
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
    cancel.getStyleClass().add("initial-focus");
    return this;
  }

  /** Renames the button that leaves without acting. */
  public Sheet cancelLabel(String label) {
    cancel.setText(label);
    return this;
  }

  /** Puts nodes at the left of the footer. */
  public Sheet footer(Node... nodes) {
    footer.getChildren().addAll(0, List.of(nodes));
    return this;
  }

  /** Marks the sheet as working: the main action cannot be pressed twice. */
  public void busy(boolean working) {
    busy.set(working);
  }

  /** Says what happens in place of leaving when the user wants to leave while it works. */
  public Sheet leavingWhileBusy(Runnable action) {
    busyLeaver = Optional.of(action);
    return this;
  }

  /** Returns what happens in place of leaving now. */
  Optional<Runnable> insteadOfLeaving() {
    return busy.get() ? busyLeaver : Optional.empty();
  }

  /** Says inside the sheet why the action failed. */
  public void fail(Problem problem) {
    busy.set(false);
    failure.getChildren().setAll(new RunError(problem));
    failure.setVisible(true);
  }

  /** Closes the sheet: it has done what it is for. */
  public void close() {
    draft.forget();
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

  SheetDraft draft() {
    return draft;
  }

  /** Shows something in the place of the content until it is taken away again. */
  void instead(Node node) {
    offering.set(true);
    body.setVisible(false);
    VBox offer = new VBox(node);
    offer.getStyleClass().add("sheet-content");
    middle.getChildren().add(offer);
  }

  void content() {
    middle.getChildren().removeLast();
    body.setVisible(true);
    offering.set(false);
  }

  /** A button that has the focus takes Enter alone for itself, and nothing takes the shortcut. */
  private void submitIf(boolean isSubmit, KeyEvent event) {
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
