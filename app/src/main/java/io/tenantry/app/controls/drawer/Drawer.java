package io.tenantry.app.controls.drawer;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.text.Text;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A page with a drawer over its edge. There is no scrim: the page goes on working under it. Escape
 * closes the drawer and gives the focus back to where it was. UI thread.
 */
public final class Drawer extends StackPane {
  private final Label title = Labels.title("");
  private final StackPane mark = new StackPane();
  private final Button page;
  private final ScrollPane scroll = new ScrollPane();
  private final VBox panel = new VBox();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private Runnable onPage = () -> {};
  private @Nullable Node focusBefore;

  /** The edge at which a drawer lies. */
  public enum Edge {
    /** 220 px: what is browsed while something is typed. */
    LEFT,
    /** 360 px: details of what is selected. */
    RIGHT
  }

  /** Creates it closed, over a page. */
  public Drawer(Node under, Edge edge) {
    getStyleClass().add("drawer-page");
    page = Buttons.icon(Icon.OPEN_PAGE, Text.of("drawer.page"), () -> onPage.run());
    panel.getStyleClass().addAll("drawer", edge == Edge.LEFT ? "drawer-left" : "drawer-right");
    panel.setAccessibleRole(AccessibleRole.PARENT);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("edge-to-edge", "drawer-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    panel.getChildren().addAll(head(), scroll);
    setAlignment(panel, edge == Edge.LEFT ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
    getChildren().add(under);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyComes);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /** Whether the drawer is open. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /**
   * Opens it, or shows something else in it; the focus stays where it is.
   *
   * @param words its title
   * @param content what is in it; scrolls by itself
   */
  public void show(String words, Node content) {
    title.setText(words);
    title.setTooltip(new Tooltip(words));
    panel.setAccessibleText(words);
    StackPane padded = new StackPane(content);
    padded.getStyleClass().add("drawer-content");
    scroll.setContent(padded);
    scroll.setVvalue(0);
    if (!open.get()) {
      focusBefore = focusOwner();
      getChildren().add(panel);
      open.set(true);
    }
  }

  /** Puts an avatar or an icon before the title. */
  public Drawer mark(Node node) {
    mark.getChildren().setAll(node);
    mark.setManaged(true);
    return this;
  }

  /** Offers to open the same as a page. */
  public Drawer onPage(Runnable action) {
    onPage = action;
    page.setVisible(true);
    page.setManaged(true);
    return this;
  }

  /** Closes it; the focus goes back when it was in it. */
  public void close() {
    if (!open.get()) {
      return;
    }
    boolean inside = isInside(focusOwner());
    getChildren().remove(panel);
    open.set(false);
    if (inside && focusBefore != null) {
      focusBefore.requestFocus();
    }
    focusBefore = null;
  }

  /** Moves the focus into it. */
  public void focus() {
    scroll.requestFocus();
  }

  private HBox head() {
    mark.setManaged(false);
    page.setVisible(false);
    page.setManaged(false);
    title.setMinWidth(0);
    Button close = Buttons.icon(Icon.CLOSE, Text.of("drawer.close"), this::close);
    HBox head = Panels.row(mark, title, Panels.spacer(), page, close);
    head.getStyleClass().add("drawer-head");
    return head;
  }

  /** Lists take Escape for themselves even when they do nothing with it; fields need it first. */
  private void keyComes(KeyEvent event) {
    if (!(event.getTarget() instanceof TextInputControl)) {
      keyPressed(event);
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && open.get()) {
      close();
      event.consume();
    }
  }

  private @Nullable Node focusOwner() {
    Scene scene = getScene();
    return scene == null ? null : scene.getFocusOwner();
  }

  private boolean isInside(@Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == panel) {
        return true;
      }
    }
    return false;
  }
}
