package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.fx.Command;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/**
 * The segments of the list of tenants as a row below the filter, and what makes one of the filter.
 * UI thread.
 */
public final class SegmentBar {
  private final SegmentsViewModel model;
  private final Dialogs dialogs;
  private final FlowPane row = new FlowPane();
  private final Button save;
  private final Button rename;
  private final Button delete;

  public SegmentBar(SegmentsViewModel model, Dialogs dialogs) {
    this.model = model;
    this.dialogs = dialogs;
    save = Buttons.icon(Icon.SEGMENT, Text.of("segments.save"), this::save);
    save.getStyleClass().add("segment-save");
    rename =
        Buttons.icon(
            Icon.EDIT, Text.of("segments.rename"), () -> model.current().ifPresent(this::rename));
    delete =
        Buttons.icon(
            Icon.TRASH, Text.of("segments.delete"), () -> model.current().ifPresent(model::delete));
    row.getStyleClass().add("segment-row");
    row.managedProperty().bind(row.visibleProperty());
    model.all().subscribe(_ -> show());
    model.counts().subscribe(_ -> tell());
    model.filter().subscribe(_ -> tell());
  }

  /** The row; it is there while there are segments. */
  Node row() {
    return row;
  }

  /** What makes a segment of the filter. */
  Button saving() {
    return save;
  }

  private void show() {
    List<Node> shown = new ArrayList<>();
    model.all().get().forEach(each -> shown.add(chip(each)));
    row.setVisible(!shown.isEmpty());
    shown.add(rename);
    shown.add(delete);
    row.getChildren().setAll(shown);
    tell();
  }

  private ToggleButton chip(TenantSegment segment) {
    Label count = Labels.caption("");
    count.getStyleClass().add("segment-count");
    ToggleButton chip = new ToggleButton(segment.name(), count);
    chip.getStyleClass().add("segment-chip");
    chip.setMnemonicParsing(false);
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.setUserData(segment);
    chip.setTooltip(new Tooltip(segment.filter()));
    chip.setContextMenu(menu(segment));
    chip.setOnAction(
        _ -> {
          model.show(segment);
          tell();
        });
    return chip;
  }

  private ContextMenu menu(TenantSegment segment) {
    return new ContextMenu(
        item(Text.of("segments.rename"), () -> rename(segment)),
        item(Text.of("segments.delete"), () -> model.delete(segment)));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /** Says how many each has, and which one the list shows. */
  private void tell() {
    Optional<TenantSegment> current = model.current();
    for (Node node : row.getChildren()) {
      if (node instanceof ToggleButton chip
          && chip.getUserData() instanceof TenantSegment segment
          && chip.getGraphic() instanceof Label count) {
        String many =
            model.count(segment).isPresent()
                ? Figures.count(model.count(segment).getAsLong())
                : "–";
        count.setText(many);
        chip.setSelected(current.filter(segment::equals).isPresent());
        chip.setAccessibleText(Text.of("segments.spoken", segment.name(), many));
      }
    }
    save.setDisable(!model.canSave());
    rename.setVisible(current.isPresent());
    delete.setVisible(current.isPresent());
  }

  private void save() {
    new SegmentSheet(Text.of("segments.save.title"), Text.of("segments.save.action"), "", model)
        .open(dialogs, model::save);
  }

  private void rename(TenantSegment segment) {
    new SegmentSheet(
            Text.of("segments.rename.title", segment.name()),
            Text.of("segments.rename.action"),
            segment.name(),
            model)
        .open(dialogs, name -> model.rename(segment, name));
  }

  /** Follows the segments while the screen is shown. */
  void shown() {
    model.shown();
  }

  /** Drops what is still to come. */
  void leave() {
    model.leave();
  }

  /** What the palette offers. */
  List<Command> commands() {
    List<Command> all = new ArrayList<>();
    if (model.canSave()) {
      all.add(Command.of(Text.of("segments.save"), this::save));
    }
    for (TenantSegment each : model.all().get()) {
      all.add(
          Command.of(
              Text.of("segments.show", each.name()), () -> model.filter().set(each.filter())));
    }
    model
        .current()
        .ifPresent(
            now -> {
              all.add(Command.of(Text.of("segments.rename.title", now.name()), () -> rename(now)));
              all.add(
                  Command.of(Text.of("segments.delete.one", now.name()), () -> model.delete(now)));
            });
    return all;
  }
}
