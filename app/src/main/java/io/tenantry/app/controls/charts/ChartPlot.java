package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.CrispCanvas;
import io.tenantry.app.fx.Subscriptions;
import io.tenantry.app.text.Text;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The drawn part of a chart. It shows a picture, marks the stop that the pointer, the keys or
 * another chart of the page chose, and says it. UI thread.
 */
final class ChartPlot extends Region {
  private static final int REACH = 20;
  private final CrispCanvas canvas = new CrispCanvas();
  private final Pens pens = new Pens(this::requestLayout);
  private final HairLine hair = new HairLine(pens);
  private final ChartTip tip = new ChartTip();
  private final Subscriptions group = new Subscriptions();
  private final Runnable onResize;
  private final Showing showing = new Showing(this, this::requestLayout);
  private ChartGroup shared = new ChartGroup();
  private String title = "";
  private @Nullable Picture picture;
  private Optional<TimeRange> limits = Optional.empty();
  private Optional<LongConsumer> choosing = Optional.empty();
  private int stop = -1;
  private boolean leads;

  ChartPlot(Runnable onResize) {
    this.onResize = onResize;
    getStyleClass().add("chart-plot");
    canvas.getStyleClass().add("chart-canvas");
    getChildren().addAll(pens, canvas, hair.canvas());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp(Text.of("charts.help"));
    new PlotGestures(this).install();
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                leave();
              }
            });
    sceneProperty().subscribe(scene -> follow(scene != null));
  }

  void title(String text) {
    title = text;
    setAccessibleText(text);
  }

  /** Shares the hair line and the zoom with other charts. */
  void join(ChartGroup other) {
    shared = other;
    follow(getScene() != null);
  }

  /** Does something with an instant that is chosen. */
  void choosing(LongConsumer action) {
    choosing = Optional.of(action);
    setAccessibleHelp(Text.of("charts.helpChoosing"));
  }

  Optional<LongConsumer> choosing() {
    return choosing;
  }

  ChartGroup group() {
    return shared;
  }

  /** Shows a picture of data that cover some time. */
  void show(Picture next, Optional<TimeRange> covered) {
    int before = stop;
    picture = next;
    limits = covered;
    unmark();
    requestLayout();
    shared.hairProperty().get().ifPresent(this::follow);
    if (leads) {
      go(next.stops().times().length > 0 ? stop : before);
    }
  }

  Optional<Picture> picture() {
    return Optional.ofNullable(picture);
  }

  /** The time that the data cover; zooming ends there. */
  Optional<TimeRange> limits() {
    return limits;
  }

  /** The time that is looked at. */
  Optional<TimeRange> visible() {
    return shared.zoomProperty().get().or(() -> limits);
  }

  int stop() {
    return stop;
  }

  HairLine hair() {
    return hair;
  }

  /** Goes to a stop, speaks it, and takes the other charts of the page along. */
  void go(int next) {
    if (picture == null || next < 0 || next >= picture.stops().count()) {
      return;
    }
    leads = true;
    Stops stops = picture.stops();
    if (stops.times().length > 0) {
      shared.hairProperty().set(Optional.of(stops.times()[next]));
    }
    mark(next);
    Reading reading = stops.reading(next);
    setAccessibleText(Text.of("charts.spoken", title, reading.spoken()));
    double y = stops.perRow() == 0 ? picture.frame().top() : stops.ys()[next];
    tip.show(this, reading, stops.xs()[next], y);
  }

  /** Takes the hair line away. */
  void leave() {
    leads = false;
    tip.hide();
    shared.hairProperty().set(Optional.empty());
    unmark();
    setAccessibleText(title);
  }

  void zoom(Optional<TimeRange> range) {
    shared.zoomProperty().set(range.filter(part -> !Optional.of(part).equals(limits)));
  }

  @Override
  protected void layoutChildren() {
    double width = snapSizeX(getWidth());
    double height = snapSizeY(getHeight());
    if (canvas.size(width, height)) {
      hair.canvas().size(width, height);
      onResize.run();
    }
    if (showing.isShown()) {
      paint();
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    canvas.clear();
    if (picture != null) {
      new ChartPainter(graphics, pens).draw(picture);
    }
  }

  private void follow(boolean inScene) {
    group.close();
    if (inScene) {
      group.follow(shared.hairProperty(), at -> at.ifPresentOrElse(this::follow, this::unmark));
      group.onChange(onResize, shared.zoomProperty());
    }
  }

  private void follow(long instant) {
    if (picture == null || visible().isEmpty()) {
      return;
    }
    int found = picture.stops().at(instant, visible().get().length() / REACH);
    if (found < 0) {
      unmark();
    } else {
      mark(found);
    }
  }

  private void mark(int next) {
    stop = next;
    if (picture != null) {
      hair.mark(picture, next);
    }
  }

  private void unmark() {
    stop = -1;
    hair.clear();
  }
}
