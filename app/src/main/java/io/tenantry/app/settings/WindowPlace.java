package io.tenantry.app.settings;

import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * Where a window was, in pixels of the desktop.
 *
 * @param x left edge
 * @param y top edge
 * @param width width
 * @param height height
 * @param maximized whether it filled the screen; the other numbers are then those it goes back to
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
  private static final double STEP = 32;

  /** How much of the title bar must be on a screen to be found and dragged. */
  private static final double GRIP = 120;

  /** Returns the same place, filling the screen or not. */
  public WindowPlace withMaximized(boolean now) {
    return new WindowPlace(x, y, width, height, now);
  }

  /** Returns a place that lets both windows be seen. */
  public WindowPlace beside() {
    return new WindowPlace(x + STEP, y + STEP, width, height, maximized);
  }

  /**
   * Returns the nearest place that can be seen and reached.
   *
   * @param screens the areas for windows of all screens, the first one's first; at least one
   */
  public WindowPlace within(List<Rectangle2D> screens) {
    Rectangle2D area =
        screens.stream().filter(this::isReachableOn).findFirst().orElse(screens.getFirst());
    double w = Math.min(width, area.getWidth());
    double h = Math.min(height, area.getHeight());
    if (isReachableOn(area)) {
      return new WindowPlace(x, y, w, h, maximized);
    }
    double left = Math.clamp(x, area.getMinX(), area.getMaxX() - w);
    double top = Math.clamp(y, area.getMinY(), area.getMaxY() - h);
    return new WindowPlace(left, top, w, h, maximized);
  }

  private boolean isReachableOn(Rectangle2D area) {
    return x + width >= area.getMinX() + GRIP
        && x <= area.getMaxX() - GRIP
        && y >= area.getMinY() - STEP
        && y <= area.getMaxY() - GRIP;
  }
}
