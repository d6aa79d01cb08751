package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.CrispCanvas;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A strip of time: how much happened when, what was done above it, and a playhead or a window to
 * choose a moment or a stretch with, by pointer and by keys. UI thread.
 */
public final class TimeStrip extends Region {
  private static final double FLAG = 4;
  private final String name;
  private final Choice choice;
  private final ZoneId zone;
  private final CrispCanvas canvas = new CrispCanvas();
  private final CrispCanvas above = new CrispCanvas();
  private final Label flag = new Label();
  private final Tooltip tooltip = new Tooltip();
  private final Pens pens = new Pens(this::requestLayout);
  private final ObjectProperty<Optional<Instant>> playhead =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<TimeRange>> window =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<TimeRange>> zoom =
      new SimpleObjectProperty<>(Optional.empty());
  private @Nullable StripData data;
  private @Nullable StripPicture picture;

  /** What is chosen on a strip. */
  public enum Choice {
    /** A moment. */
    PLAYHEAD,
    /** A stretch. */
    WINDOW
  }

  /**
   * Creates an empty strip.
   *
   * @param name what it is about, for those who cannot see it
   * @param zone where the user lives
   */
  public TimeStrip(String name, Choice choice, ZoneId zone) {
    this.name = name;
    this.choice = choice;
    this.zone = zone;
    getStyleClass().add("time-strip");
    flag.getStyleClass().add("time-flag");
    flag.setVisible(false);
    flag.setMouseTransparent(true);
    above.setMouseTransparent(true);
    getChildren().addAll(pens, canvas, above, flag);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(name);
    setAccessibleHelp(Text.of("charts.stripHelp"));
    new StripGestures(this).install();
    playhead.subscribe((_, _) -> chosen());
    window.subscribe((_, _) -> chosen());
    zoom.subscribe((_, _) -> requestLayout());
  }

  /** The chosen moment. */
  public ObjectProperty<Optional<Instant>> playheadProperty() {
    return playhead;
  }

  /** The chosen stretch. */
  public ObjectProperty<Optional<TimeRange>> windowProperty() {
    return window;
  }

  /** The part of the time that is drawn; empty for all of it. */
  public ObjectProperty<Optional<TimeRange>> zoomProperty() {
    return zoom;
  }

  /** Shows how much happened when. */
  public void show(StripData shown) {
    data = shown;
    requestLayout();
  }

  Choice choice() {
    return choice;
  }

  Optional<StripPicture> picture() {
    return Optional.ofNullable(picture);
  }

  Optional<StripData> data() {
    return Optional.ofNullable(data);
  }

  /** The time that is drawn. */
  Optional<TimeRange> visible() {
    return data().map(shown -> zoom.get().orElse(shown.range()));
  }

  /** Says what a mark is while the pointer is over it. */
  void tell(Optional<Picture.Sign> sign) {
    tooltip.setText(sign.map(each -> each.event().words()).orElse(""));
    if (sign.isPresent()) {
      Tooltip.install(this, tooltip);
    } else {
      Tooltip.uninstall(this, tooltip);
    }
  }

  @Override
  protected void layoutChildren() {
    double width = snapSizeX(getWidth());
    double height = snapSizeY(getHeight());
    canvas.size(width, height);
    above.size(width, height);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    canvas.clear();
    Optional<TimeRange> visible = visible();
    if (data != null && visible.isPresent()) {
      picture = StripPicture.of(data, visible.get(), new double[] {width, height}, zone);
      new StripPainter(graphics, pens).draw(picture);
    }
    drawChoice();
  }

  private void chosen() {
    setAccessibleText(spoken());
    drawChoice();
  }

  private void drawChoice() {
    GraphicsContext graphics = above.getGraphicsContext2D();
    above.clear();
    flag.setVisible(false);
    if (picture == null) {
      return;
    }
    StripPicture drawn = picture;
    StripPainter painter = new StripPainter(graphics, pens);
    if (choice == Choice.PLAYHEAD) {
      playhead
          .get()
          .map(Instant::toEpochMilli)
          .filter(at -> at >= drawn.visible().from() && at <= drawn.visible().to())
          .ifPresent(at -> playhead(painter, drawn, at));
    } else {
      window.get().ifPresent(range -> window(painter, drawn, range));
    }
  }

  private void playhead(StripPainter painter, StripPicture drawn, long at) {
    double x = drawn.x(at);
    painter.handle(drawn.frame(), x);
    flag.setText(Figures.second(Instant.ofEpochMilli(at), zone));
    flag.applyCss();
    double width = flag.prefWidth(-1);
    double left = Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width));
    flag.resizeRelocate(left, drawn.frame().bottom() + FLAG, width, flag.prefHeight(-1));
    flag.setVisible(true);
  }

  private static void window(StripPainter painter, StripPicture drawn, TimeRange range) {
    double from = drawn.x(drawn.visible().nearest(range.from()));
    double to = drawn.x(drawn.visible().nearest(range.to()));
    painter.outside(drawn.frame(), from, to);
    painter.handle(drawn.frame(), from);
    painter.handle(drawn.frame(), to);
  }

  private String spoken() {
    if (choice == Choice.WINDOW) {
      return window
          .get()
          .map(range -> Text.of("charts.window", name, second(range.from()), second(range.to())))
          .orElse(name);
    }
    return playhead
        .get()
        .map(Instant::toEpochMilli)
        .map(at -> Text.of("charts.spoken", name, second(at) + happened(at)))
        .orElse(name);
  }

  private String happened(long at) {
    if (data == null || picture == null) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    for (int slot = 0; slot < picture.slots().count(); slot++) {
      if (at >= picture.slots().begin(slot) && at < picture.slots().end(slot)) {
        double value = picture.slots().value(data.density(), slot);
        if (!Double.isNaN(value)) {
          words.append(", ").append(data.unit().write(value));
          words.append(' ').append(data.density().name());
        }
      }
    }
    picture.signs().stream()
        .filter(sign -> sign.event().at() == at)
        .forEach(sign -> words.append(", ").append(sign.event().words()));
    return words.toString();
  }

  private String second(long at) {
    return Figures.second(Instant.ofEpochMilli(at), zone);
  }
}
