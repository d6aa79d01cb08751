package io.tenantry.app.controls.charts;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the charts of one page share: where their hair line stands, and what they zoom to. */
public final class ChartGroup {
  private final ObjectProperty<Optional<Long>> hair = new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<TimeRange>> zoom =
      new SimpleObjectProperty<>(Optional.empty());

  /** The instant under the hair line, in milliseconds since 1970. */
  public ObjectProperty<Optional<Long>> hairProperty() {
    return hair;
  }

  /** The part of the time that is looked at; empty for all of it. */
  public ObjectProperty<Optional<TimeRange>> zoomProperty() {
    return zoom;
  }
}
