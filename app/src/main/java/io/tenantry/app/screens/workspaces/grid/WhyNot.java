package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.screens.workspaces.edits.PreparedSql;
import io.tenantry.app.text.Text;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/**
 * Says beside a cell why it cannot be edited, and offers what works: Enter takes it, Escape goes
 * back to the cell. UI thread.
 */
final class WhyNot {
  private final GridViewModel model;
  private final Consumer<? super PreparedSql> onSql;
  private final Popup popup = new Popup();
  private final Label reason = Labels.prose("");
  private final VBox box = new VBox(reason);

  WhyNot(GridViewModel model, Consumer<? super PreparedSql> onSql) {
    this.model = model;
    this.onSql = onSql;
    box.getStyleClass().addAll("why-not", "level-2");
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.setAutoFix(true);
  }

  /** Shows it at a cell. */
  void show(Region cell, Locked locked) {
    reason.setText(locked.reason());
    box.getChildren().setAll(reason);
    Optional<Button> way = button(locked.way());
    way.ifPresent(box.getChildren()::add);
    box.setAccessibleText(locked.reason());
    Point2D at = cell.localToScreen(0, cell.getHeight() + 2);
    popup.show(cell, at.getX(), at.getY());
    way.ifPresent(Button::requestFocus);
  }

  private Optional<Button> button(Locked.Way way) {
    return switch (way) {
      case Locked.InSql(PreparedSql sql) ->
          Optional.of(take("workspace.way.sql", () -> onSql.accept(sql)));
      case Locked.ByIndex by ->
          Optional.of(take("workspace.way.index", () -> model.makeUnique(by.column())));
      case Locked.ByDrop by ->
          Optional.of(take("workspace.way.dropIndex", () -> model.toggleIndex(by.index())));
      case Locked.ByRestore by ->
          Optional.of(take("workspace.way.restore", () -> model.toggleColumn(by.column())));
      case Locked.None _ -> Optional.empty();
    };
  }

  private Button take(String key, Runnable action) {
    return Buttons.small(
        Buttons.primary(
            Text.of(key),
            () -> {
              popup.hide();
              action.run();
            }));
  }
}
