package io.tenantry.app.screens.diff;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.code.CodeBlock;
import io.tenantry.app.controls.code.CodeLanguage;
import io.tenantry.app.controls.code.CodeSample;
import io.tenantry.app.controls.compare.ChangeSign;
import io.tenantry.app.controls.compare.ObjectChange;
import io.tenantry.app.controls.icons.ChangingIcon;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One change on two lines: what it does, and its SQL; below them the whole of it when asked for.
 */
final class ChangeCell extends ListCell<PendingChange> {
  private final DiffViewModel model;
  private final ChangeList list;
  private final ChangingIcon chevron = new ChangingIcon(Icon.NEXT);
  private final Label place = Labels.caption("");
  private final ChangeSign sign = new ChangeSign();
  private final Label kind = Labels.body("");
  private final Label object = Labels.mono("");
  private final Chip destructive = new Chip(Tone.DANGER, Text.of("diff.destructive"));
  private final Label when = Labels.caption("");
  private final Label sql = Labels.mono("");
  private final Button skip;
  private final Button revert;
  private final CodeBlock whole =
      CodeBlock.of(Text.of("diff.statement"), CodeSample.of(CodeLanguage.SQL, ""));
  private final StackPane opened = new StackPane(whole);
  private final VBox box = new VBox();
  private final HBox line;

  ChangeCell(DiffViewModel model, ChangeList list) {
    this.list = list;
    getStyleClass().add("change-cell");
    skip = Buttons.small(Buttons.quiet(Text.of("diff.skip"), Icon.SKIP, this::skip));
    revert = Buttons.small(Buttons.quiet(Text.of("diff.revert"), Icon.UNDO, this::revert));
    this.model = model;
    place.getStyleClass().add("change-place");
    object.getStyleClass().add("change-object");
    sql.getStyleClass().add("change-sql");
    sql.setTextOverrun(OverrunStyle.ELLIPSIS);
    sql.setMinWidth(0);
    object.setMinWidth(0);
    for (Label whole : new Label[] {kind, when}) {
      whole.setMinWidth(USE_PREF_SIZE);
    }
    skip.setMinWidth(USE_PREF_SIZE);
    revert.setMinWidth(USE_PREF_SIZE);
    skip.setFocusTraversable(false);
    revert.setFocusTraversable(false);
    destructive.managedProperty().bind(destructive.visibleProperty());
    VBox words = new VBox(Panels.row(kind, object, destructive), sql);
    words.getStyleClass().add("change-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = Panels.row(chevron, place, sign, words, when, skip, revert);
    line.getStyleClass().add("change-line");
    line.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    opened.getStyleClass().add("change-whole");
    box.setMinWidth(0);
    box.setPrefWidth(1);
  }

  @Override
  protected void updateItem(@Nullable PendingChange item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    place.setText(String.valueOf(item.place()));
    sign.show(fateOf(item.kind()));
    kind.setText(item.kindWords());
    object.setText(item.object());
    object.setTooltip(new Tooltip(item.does()));
    destructive.setVisible(item.destructive());
    when.setText(item.version());
    when.setTooltip(
        new Tooltip(Text.of("diff.recorded", item.version(), Figures.exact(item.createdAt()))));
    showStatement(item);
    showWays(item);
    setAccessibleText(
        Text.of("diff.spoken", item.place(), item.kindWords(), item.object(), item.statement()));
    setGraphic(box);
  }

  /** What a tenant has can neither be skipped nor reverted. */
  private void showWays(PendingChange item) {
    skip.disableProperty().bind(model.busy().map(busy -> busy || !item.isOpen()));
    revert.setDisable(!item.isOpen() || item.inverse().isEmpty());
    String revertHelp =
        item.inverse()
            .map(inverse -> Text.of("diff.revertHelp", inverse))
            .orElseGet(() -> Text.of("diff.noInverse"));
    String onTenants = Text.of("diff.onTenants", item.tenants());
    skip.setTooltip(new Tooltip(item.isOpen() ? Text.of("diff.skipHelp") : onTenants));
    revert.setTooltip(new Tooltip(item.isOpen() ? revertHelp : onTenants));
  }

  /** One line of it, or all of it. */
  private void showStatement(PendingChange item) {
    boolean open = list.isOpen(item);
    chevron.show(open ? Icon.EXPAND : Icon.NEXT);
    sql.setText(item.oneLine());
    sql.setVisible(!open);
    sql.setManaged(!open);
    if (open) {
      whole.show(CodeSample.of(CodeLanguage.SQL, item.statement()));
      box.getChildren().setAll(line, opened);
    } else {
      box.getChildren().setAll(line);
    }
  }

  private void clicked(MouseEvent event) {
    if (getItem() != null
        && event.getButton() == MouseButton.PRIMARY
        && event.isStillSincePress()
        && (event.getClickCount() == 2 || event.getX() <= place.getBoundsInParent().getMinX())) {
      list.toggle(getItem());
    }
  }

  private void skip() {
    if (getItem() != null) {
      list.skip(getItem());
    }
  }

  private void revert() {
    if (getItem() != null) {
      list.revert(getItem());
    }
  }

  private static ObjectChange.Fate fateOf(PendingChange.Kind kind) {
    return switch (kind) {
      case CREATE -> ObjectChange.Fate.ADDED;
      case ALTER, RENAME -> ObjectChange.Fate.ALTERED;
      case DROP -> ObjectChange.Fate.DROPPED;
    };
  }
}
