package io.tenantry.app.lists;

import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.text.Text;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * A list with a panel beside it, as wide as the user wants between two bounds; where there is
 * little room the panel lies over the list, and only when it is called. UI thread.
 */
final class PanelSplit extends Region {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
  private static final double LEAST = 320;
  private static final double MOST = 420;
  private static final double PRESET = 360;
  private static final double ROOM = 860;
  private static final double WIDE_ROOM = 1040;
  private static final double GAP = 12;
  private static final double STEP = 16;

  private final Node list;
  private final Region panel;
  private final Region grip = new Region();
  private final LayoutMemory memory;
  private final String key;
  private final BooleanProperty open = new SimpleBooleanProperty(true);
  private final BooleanProperty called = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper beside = new ReadOnlyBooleanWrapper(true);
  private double wide;
  private double held;

  PanelSplit(Node list, Region panel, LayoutMemory memory, String name) {
    this.list = list;
    this.panel = panel;
    this.memory = memory;
    this.key = "panel." + name;
    wide = Math.clamp(memory.read(key).orElse(PRESET), LEAST, MOST);
    open.set(memory.read(key + ".closed").isEmpty());
    getStyleClass().add("panel-split");
    panel.getStyleClass().add("list-panel");
    createGrip();
    getChildren().addAll(list, panel, grip);
    open.subscribe(this::requestLayout);
    called.subscribe(this::requestLayout);
  }

  private void createGrip() {
    grip.getStyleClass().add("panel-grip");
    grip.setFocusTraversable(true);
    grip.setAccessibleText(Text.of("lists.panel.width"));
    grip.setOnMousePressed(event -> held = xOf(event) + wide);
    grip.setOnMouseDragged(event -> resizePanel(held - xOf(event)));
    grip.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            resizePanel(wide + (event.getCode() == KeyCode.LEFT ? STEP : -STEP));
            event.consume();
          }
        });
  }

  private double xOf(MouseEvent event) {
    return sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
  }

  private void resizePanel(double wanted) {
    wide = Math.clamp(wanted, LEAST, MOST);
    memory.write(key, wide);
    requestLayout();
  }

  /** Whether there is room for both beside each other. */
  ReadOnlyBooleanProperty beside() {
    return beside.getReadOnlyProperty();
  }

  /** Says whether the panel is seen. */
  boolean isShown() {
    return beside.get() ? open.get() : called.get();
  }

  /** Shows the panel, beside the list or over it. */
  void open() {
    called.set(true);
    if (beside.get()) {
      open.set(true);
      memory.forget(key + ".closed");
    }
  }

  /** Hides the panel; beside the list it stays hidden until it is opened again. */
  void close() {
    called.set(false);
    if (beside.get()) {
      open.set(false);
      memory.write(key + ".closed", 1);
    }
  }

  @Override
  protected void layoutChildren() {
    beside.set(getWidth() >= ROOM);
    boolean over = !beside.get();
    boolean shown = isShown();
    panel.pseudoClassStateChanged(OVER, over);
    panel.setVisible(shown);
    grip.setVisible(shown && !over);
    double next = getWidth() < WIDE_ROOM ? LEAST : wide;
    double part = shown && !over ? next + GAP : 0;
    list.resizeRelocate(0, 0, getWidth() - part, getHeight());
    double size = over ? Math.min(PRESET, getWidth()) : next;
    panel.resizeRelocate(getWidth() - size, 0, size, getHeight());
    grip.resizeRelocate(getWidth() - next - GAP, 0, GAP, getHeight());
  }

  @Override
  protected double computePrefHeight(double width) {
    return list.prefHeight(width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }
}
