package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.actions.ActionRow;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.messages.RunError;
import io.tenantry.app.controls.sql.ScriptPane;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The strip below the grid: how much is staged, why the last step failed, and the way to see, undo
 * and apply it. It is not there while nothing is staged; its buttons keep their place. UI thread.
 */
final class EditStrip extends VBox {
  private final GridViewModel model;
  private final Label count = Labels.heading("");
  private final Chip attention = new Chip(Tone.WARNING, "");
  private final Chip stranded = new Chip(Tone.DANGER, "");
  private final VBox problem = new VBox();
  private final BooleanProperty reviewing = new SimpleBooleanProperty();
  private final BooleanProperty applicable = new SimpleBooleanProperty();
  private final Action apply;
  private final HBox bar;

  EditStrip(GridViewModel model, LayoutMemory memory, Runnable onApply) {
    this.model = model;
    getStyleClass().add("edit-strip");
    apply =
        Action.of("", Icon.CHECKED, onApply).enabledWhile(applicable.and(model.applying().not()));
    apply.mainProperty().set(true);
    bar = bar();
    SplitPane details = details(memory);
    details.managedProperty().bind(details.visibleProperty());
    details.visibleProperty().bind(reviewing);
    getChildren().addAll(problem, details, bar);
    managedProperty().bind(visibleProperty());
    model.changes().subscribe(this::show);
    model.problem().subscribe(this::showProblem);
    show();
  }

  /** Shows or hides the list of edits and their SQL. */
  void toggleReview() {
    reviewing.set(!reviewing.get());
  }

  private HBox bar() {
    attention.managedProperty().bind(attention.visibleProperty());
    stranded.managedProperty().bind(stranded.visibleProperty());
    count.setMinWidth(USE_PREF_SIZE);
    Action review = Action.of("", Icon.SCRIPT, this::toggleReview);
    review
        .titleProperty()
        .bind(
            reviewing.map(on -> Text.of(on ? "workspace.strip.hide" : "workspace.strip.preview")));
    ActionRow actions = new ActionRow();
    actions.show(
        List.of(
            Action.of(Text.of("workspace.strip.undo"), Icon.UNDO, model::undoLast),
            Action.of(Text.of("workspace.strip.discard"), Icon.CLOSE, model::discard),
            review,
            apply),
        List.of());
    HBox.setHgrow(actions, Priority.ALWAYS);
    HBox row = Panels.row(Icons.of(Icon.EDIT, "icon-accent"), count, attention, stranded, actions);
    row.getStyleClass().addAll("strip", "bottom");
    return row;
  }

  private SplitPane details(LayoutMemory memory) {
    ListView<StagedChange> list = new ListView<>(model.changes());
    list.getStyleClass().addAll("plain", "staged-list");
    list.setAccessibleText(Text.of("workspace.strip.list"));
    list.setCellFactory(_ -> new StagedCell(model));
    ScriptPane sql = new ScriptPane(Text.of("workspace.strip.copy"));
    model.sql().subscribe(sql::show);
    SplitPane split =
        Panels.split(memory, "workspace.strip", Orientation.HORIZONTAL, 0.46, list, sql);
    split.getStyleClass().add("strip-details");
    return split;
  }

  private void show() {
    long fitting = model.changes().stream().filter(each -> !each.isStranded()).count();
    long left = model.changes().size() - fitting;
    long warned =
        model.changes().stream()
            .filter(each -> !each.isStranded() && each.warning().isPresent())
            .count();
    count.setText(Text.of("workspace.strip.count", fitting));
    attention.setText(Text.of("workspace.strip.attention", warned));
    attention.setVisible(warned > 0);
    stranded.setText(Text.of("workspace.stranded.count", left));
    stranded.setVisible(left > 0);
    apply.titleProperty().set(Text.of("workspace.strip.apply", fitting));
    applicable.set(fitting > 0);
    if (left > 0 && fitting == 0) {
      reviewing.set(true);
    }
    visibility();
  }

  private void showProblem(Optional<Problem> now) {
    problem.getChildren().setAll(now.map(RunError::new).stream().toList());
    problem.setVisible(now.isPresent());
    problem.setManaged(now.isPresent());
    visibility();
  }

  private void visibility() {
    boolean staged = !model.changes().isEmpty();
    bar.setVisible(staged);
    bar.setManaged(staged);
    if (!staged) {
      reviewing.set(false);
    }
    setVisible(staged || model.problem().get().isPresent());
  }
}
