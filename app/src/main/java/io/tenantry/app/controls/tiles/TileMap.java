package io.tenantry.app.controls.tiles;

import io.tenantry.app.controls.CrispCanvas;
import io.tenantry.app.fx.FxThread;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * One square per thing, or per some neighbours where there are very many: a hundred thousand states
 * at a glance, all of them, a byte each. Arrow keys walk through the squares, Enter and a click
 * open. Drawn on a canvas, and of that only what has changed. UI thread.
 */
public final class TileMap extends Region {
  private static final double LOWEST = 24;
  private static final double HIGHEST = 420;

  private final CrispCanvas canvas = new CrispCanvas();
  private final Region cursor = new Region();
  private final TilePens pens = new TilePens(this::redrawAll);
  private final ReadOnlyObjectWrapper<Optional<TileSpan>> pointed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Integer> perTile = new ReadOnlyObjectWrapper<>(1);
  private Set<TileState> wanted = EnumSet.allOf(TileState.class);
  private Consumer<? super TileSpan> onOpen = _ -> {};
  private byte[] states = {};
  private byte[] drawn = {};
  private TileLayout layout = TileLayout.of(0, 1, 1);
  private int at = -1;

  /** Creates an empty map. */
  public TileMap() {
    getStyleClass().add("tile-map");
    cursor.getStyleClass().add("tile-cursor");
    cursor.setManaged(false);
    cursor.setMouseTransparent(true);
    cursor
        .visibleProperty()
        .bind(
            focusedProperty()
                .and(BooleanExpression.booleanExpression(pointed.map(Optional::isPresent))));
    pens.probes().forEach(getChildren()::add);
    getChildren().addAll(canvas, cursor);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    canvas.setOnMouseMoved(event -> point(tileAt(event)));
    canvas.setOnMouseExited(_ -> point(-1));
    canvas.setOnMousePressed(_ -> requestFocus());
    canvas.setOnMouseClicked(this::clicked);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    focusedProperty()
        .subscribe(
            isFocused -> {
              if (isFocused) {
                pointWhereItWas();
              } else {
                point(-1);
              }
            });
  }

  /**
   * Shows states, one thing each, in this order. Only squares that change are drawn.
   *
   * @param next {@link TileState#kept} of each; not changed by the caller any more
   */
  public void show(byte[] next) {
    boolean isSameNumber = next.length == states.length;
    states = next;
    if (isSameNumber) {
      draw();
      point(at);
    } else {
      at = -1;
      pointed.set(Optional.empty());
      redrawAll();
    }
  }

  /** Shows only things in these states, the others faintly; none means all. */
  public void only(Set<TileState> chosen) {
    wanted = chosen.isEmpty() ? EnumSet.allOf(TileState.class) : EnumSet.copyOf(chosen);
    redrawAll();
  }

  /** Says what a click on a square does. */
  public void onOpen(Consumer<? super TileSpan> action) {
    onOpen = action;
  }

  /** Returns the square under the mouse, or the one that the keys have gone to. */
  public ReadOnlyObjectProperty<Optional<TileSpan>> pointed() {
    return pointed.getReadOnlyProperty();
  }

  /** Returns how many things stand on one square. */
  public ReadOnlyObjectProperty<Integer> perTile() {
    return perTile.getReadOnlyProperty();
  }

  /** Says in words what is pointed at, for screen readers. */
  public void speak(String words) {
    setAccessibleText(words);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
    double height = Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset());
    TileLayout next = TileLayout.of(states.length, width, height);
    canvas.relocate(snappedLeftInset(), snappedTopInset());
    if (canvas.size(width, height) | !next.equals(layout)) {
      layout = next;
      perTile.set(next.perTile());
      at = Math.min(at, next.tiles() - 1);
      drawn = new byte[0];
    }
    draw();
    placeCursor();
    if (isFocused() && pointed.get().isEmpty()) {
      FxThread.later(this::pointWhereItWas); // not while the page is laid out
    }
  }

  private void pointWhereItWas() {
    if (isFocused()) {
      point(Math.max(0, at));
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = Math.max(LOWEST, width - snappedLeftInset() - snappedRightInset());
    double tiles = Math.clamp(TileLayout.wantedHeight(states.length, inner), LOWEST, HIGHEST);
    return tiles + snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return LOWEST + snappedTopInset() + snappedBottomInset();
  }

  private void redrawAll() {
    drawn = new byte[0];
    requestLayout();
  }

  /** Draws the squares that are not drawn as they are now. */
  private void draw() {
    int tiles = layout.tiles();
    if (layout.things() != states.length || canvas.wide() <= 1) {
      return; // laid out anew soon
    }
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    if (drawn.length != tiles) {
      canvas.clear();
      drawn = new byte[tiles];
      Arrays.fill(drawn, (byte) -1);
    }
    for (int tile = 0; tile < tiles; tile++) {
      byte state = states[shown(tile)];
      if (drawn[tile] != state) {
        drawn[tile] = state;
        TileState now = TileState.of(state);
        pens.draw(graphics, layout, tile, now, !wanted.contains(now));
      }
    }
  }

  /** Returns the thing that a square shows: the worst of those that are wanted, else the worst. */
  private int shown(int tile) {
    int from = layout.from(tile);
    int worst = from;
    int best = -1;
    for (int thing = from; thing < layout.to(tile); thing++) {
      if (states[thing] > states[worst]) {
        worst = thing;
      }
      if (wanted.contains(TileState.of(states[thing]))
          && (best < 0 || states[thing] > states[best])) {
        best = thing;
      }
    }
    return best < 0 ? worst : best;
  }

  private int tileAt(MouseEvent event) {
    Point2D place = canvas.placeOf(event);
    return layout.at(place.getX(), place.getY());
  }

  private void point(int tile) {
    boolean isThere = tile >= 0 && tile < layout.tiles() && layout.things() == states.length;
    if (isThere) {
      at = tile;
    }
    pointed.set(
        isThere
            ? Optional.of(new TileSpan(layout.from(tile), layout.to(tile), shown(tile)))
            : Optional.empty());
    placeCursor();
  }

  private void placeCursor() {
    if (at >= 0) {
      cursor.resizeRelocate(
          canvas.getLayoutX() + layout.x(at) - 2,
          canvas.getLayoutY() + layout.y(at) - 2,
          layout.side() + 4.0,
          layout.side() + 4.0);
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      point(tileAt(event));
      open();
    }
  }

  private void open() {
    pointed.get().ifPresent(onOpen);
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> go(at - 1);
      case RIGHT -> go(at + 1);
      case UP -> go(at - layout.perRow());
      case DOWN -> go(at + layout.perRow());
      case HOME -> go(0);
      case END -> go(layout.tiles() - 1);
      case ENTER, SPACE -> open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void go(int tile) {
    if (tile >= 0 && tile < layout.tiles()) {
      point(tile);
    }
  }
}
