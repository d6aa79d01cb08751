package io.tenantry.app.controls.compare;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.LeavingRow;
import io.tenantry.app.controls.forms.ChoiceWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/**
 * A comparison with the choice of what to compare with above it. UI thread.
 *
 * @param <T> what can be compared with
 */
public final class ComparisonChoice<T> extends BorderPane {
  private final ComboBox<T> choice = new ComboBox<>();
  private final ComparisonPane comparison;
  private boolean filling;

  /**
   * Creates it without choices.
   *
   * @param name under which the place of its divider is kept
   * @param label what the choice is about
   * @param words how a choice is written
   * @param onChoose hears what the user chose
   */
  public ComparisonChoice(
      LayoutMemory memory,
      String name,
      String label,
      Function<T, String> words,
      Consumer<? super T> onChoose) {
    getStyleClass().add("comparison-choice");
    comparison = new ComparisonPane(memory, name);
    choice.setConverter(new ChoiceWords<>(words));
    choice.setAccessibleText(label);
    choice.setOnAction(
        _ -> {
          if (!filling && choice.getValue() != null) {
            onChoose.accept(choice.getValue());
          }
        });
    Label caption = Labels.muted(label);
    caption.setLabelFor(choice);
    choice.setMinWidth(USE_PREF_SIZE);
    HBox bar = new LeavingRow(List.of(caption), caption, choice); // the choice is named by it
    bar.getStyleClass().add("strip");
    setTop(bar);
    setCenter(comparison);
  }

  /** Offers other choices; what was chosen stays chosen as long as it is offered. */
  public void offer(List<T> choices) {
    Optional<T> chosen = Optional.ofNullable(choice.getValue()).filter(choices::contains);
    filling = true;
    choice.getItems().setAll(choices);
    chosen.ifPresentOrElse(choice::setValue, choice.getSelectionModel()::clearSelection);
    filling = false;
  }

  /** Shows which choice is compared with. */
  public void choose(T chosen) {
    filling = true;
    choice.setValue(chosen);
    filling = false;
  }

  /** Shows a comparison under the names of its two sides. */
  public void show(SchemaComparison found, String before, String after) {
    comparison.show(found, before, after);
  }

  /** Goes on to the next object, or back with -1. */
  public void move(int step) {
    comparison.move(step);
  }
}
