package io.tenantry.app.controls.forms;

import atlantafx.base.controls.SegmentedControl;
import atlantafx.base.controls.ToggleLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.Toggle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A choice of one among a few that are all seen; arrow keys move it. UI thread. */
public final class Segments<T> extends SegmentedControl {
  private final List<T> values;
  private final List<ToggleLabel> labels = new ArrayList<>();
  private final Property<T> chosen;

  private Segments(String name, List<T> values, Function<T, String> words, Property<T> chosen) {
    this.values = List.copyOf(values);
    this.chosen = chosen;
    for (T value : this.values) {
      labels.add(label(words.apply(value)));
    }
    setAnimationDuration(Duration.ZERO);
    setAccessibleText(name);
    setFocusTraversable(true);
    getSegments().setAll(labels);
    // The skin selects the first segment when it is made, so the choice is only taken from then on.
    skinProperty()
        .subscribe(
            skin -> {
              if (skin != null) {
                follow();
              }
            });
  }

  /** The keyboard stays with the whole control, which shows where it is. */
  private ToggleLabel label(String words) {
    ToggleLabel label = new ToggleLabel(words);
    label.setFocusTraversable(false);
    label
        .focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                requestFocus();
              }
            });
    return label;
  }

  /**
   * A control of the height of a field.
   *
   * @param name what is chosen, for screen readers
   */
  public static <T> Segments<T> of(
      String name, List<T> values, Function<T, String> words, Property<T> chosen) {
    return new Segments<>(name, values, words, chosen);
  }

  /** A control of 26 px, for heads of cards and code. */
  public static <T> Segments<T> small(
      String name, List<T> values, Function<T, String> words, Property<T> chosen) {
    Segments<T> segments = new Segments<>(name, values, words, chosen);
    segments.getStyleClass().add("small");
    return segments;
  }

  private void follow() {
    chosen.subscribe(this::select);
    getToggleGroup().selectedToggleProperty().subscribe((_, toggle) -> take(toggle));
  }

  private void select(T value) {
    int index = values.indexOf(value);
    if (index >= 0) {
      getToggleGroup().selectToggle(labels.get(index));
    }
  }

  private void take(@Nullable Toggle toggle) {
    if (toggle instanceof ToggleLabel label && labels.contains(label)) {
      chosen.setValue(values.get(labels.indexOf(label)));
    }
  }
}
