package io.tenantry.app.lists;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Pane;

/**
 * The keys of a filter, each to be taken out by a click. Those that find no room are left out: they
 * stand in the field as well. UI thread.
 */
final class FilterChips extends Pane {
  private static final double GAP = 4;

  private final StringProperty filter;
  private final FilterTerms language;

  FilterChips(StringProperty filter, FilterTerms language) {
    this.filter = filter;
    this.language = language;
    getStyleClass().add("filter-chips");
    setMinWidth(0);
    filter.subscribe(this::show);
  }

  private void show(String text) {
    getChildren()
        .setAll(
            language.terms(text).stream()
                .filter(term -> !term.key().isEmpty() && !term.isUnfinished())
                .map(this::chip)
                .toList());
  }

  private Button chip(FilterTerms.Term term) {
    Button chip = new Button(term.text(), Icons.of(Icon.CLOSE));
    chip.getStyleClass().add("filter-chip");
    chip.setMnemonicParsing(false);
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.setAccessibleText(Text.of("lists.filter.remove", term.text()));
    chip.setOnAction(_ -> filter.set(FilterTerms.without(filter.get(), term)));
    return chip;
  }

  @Override
  protected double computePrefWidth(double height) {
    double wide = 0;
    for (Node chip : getChildren()) {
      wide += chip.prefWidth(-1) + GAP;
    }
    return wide;
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    for (Node chip : getChildren()) {
      double wide = chip.prefWidth(-1);
      double high = chip.prefHeight(-1);
      chip.setVisible(x + wide <= getWidth());
      chip.resizeRelocate(x, (getHeight() - high) / 2, wide, high);
      x += wide + GAP;
    }
  }
}
