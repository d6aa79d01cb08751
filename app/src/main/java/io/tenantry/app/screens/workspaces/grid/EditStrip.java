package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.text.Text;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The strip below the grid: how much is staged, why the last step failed, and the way to see, undo
 * and apply it. It is not there while nothing is staged. UI thread.
 */
final class EditStrip extends VBox {
  private final GridViewModel model;
  private final Label count = Labels.heading("");
  private final Chip attention = new Chip(Tone.WARNING, "");
  private final HBox problem = new HBox();
  private final ToggleButton preview = new ToggleButton(Text.of("workspace.strip.preview"));
  private final SplitPane details;
  private final Button apply;

  EditStrip(GridViewModel model, LayoutMemory memory, Runnable onApply) {
    this.model = model;
    getStyleClass().add("edit-strip");
    apply = Buttons.primary("", Feather.CHECK, onApply);
    apply.disableProperty().bind(model.applying());
    preview.getStyleClass().add("flat");
    preview.setGraphic(Icons.of(Feather.CODE));
    details = details(memory);
    details.managedProperty().bind(details.visibleProperty());
    details.visibleProperty().bind(preview.selectedProperty());
    problem.getStyleClass().add("strip-problem");
    getChildren().addAll(problem, bar(), details);
    managedProperty().bind(visibleProperty());
    model.changes().subscribe(this::show);
    model.problem().subscribe(this::showProblem);
    show();
  }

  /** Shows or hides the list of edits and their SQL. */
  void togglePreview() {
    preview.setSelected(!preview.isSelected());
  }

  private HBox bar() {
    attention.managedProperty().bind(attention.visibleProperty());
    HBox bar =
        Panels.row(
            Icons.of(Feather.EDIT_3, "icon-accent"),
            count,
            attention,
            Panels.spacer(),
            Buttons.quiet(Text.of("workspace.strip.undo"), Feather.CORNER_UP_LEFT, model::undoLast),
            Buttons.quiet(Text.of("workspace.strip.discard"), Feather.X, model::discard),
            preview,
            apply);
    bar.getStyleClass().addAll("strip", "bottom");
    return bar;
  }

  private SplitPane details(LayoutMemory memory) {
    ListView<StagedChange> list = new ListView<>(model.changes());
    list.getStyleClass().addAll("plain", "staged-list");
    list.setAccessibleText(Text.of("workspace.strip.list"));
    list.setCellFactory(_ -> new StagedCell(model));
    SqlEditor sql = new SqlEditor().editable(false);
    sql.getStyleClass().add("flush");
    model.sql().subscribe(sql::load);
    StackPane code =
        new StackPane(sql, CopyField.copyButton(Text.of("workspace.strip.copy"), model.sql()::get));
    code.getStyleClass().add("strip-code");
    SplitPane split =
        Panels.split(memory, "workspace.strip", Orientation.HORIZONTAL, 0.46, list, code);
    split.getStyleClass().add("strip-details");
    return split;
  }

  private void show() {
    int edits = model.changes().size();
    long warned = model.changes().stream().filter(each -> each.warning().isPresent()).count();
    count.setText(Text.of("workspace.strip.count", edits));
    attention.setText(Text.of("workspace.strip.attention", warned));
    attention.setVisible(warned > 0);
    apply.setText(Text.of("workspace.strip.apply", edits));
    visibility();
  }

  private void showProblem(Optional<Problem> now) {
    problem.getChildren().clear();
    now.ifPresent(
        each -> {
          Label title = Labels.heading(each.title());
          title.setMinWidth(USE_PREF_SIZE);
          Label text = Labels.prose(sentence(each));
          Node icon = Icons.of(Feather.ALERT_TRIANGLE, "icon-danger");
          problem.getChildren().addAll(icon, title, text);
          each.incident().ifPresent(code -> problem.getChildren().add(CopyField.code(code)));
        });
    problem.setVisible(now.isPresent());
    problem.setManaged(now.isPresent());
    visibility();
  }

  private void visibility() {
    boolean staged = !model.changes().isEmpty();
    for (Node part : getChildren()) {
      if (part != problem && part != details) {
        part.setVisible(staged);
        part.setManaged(staged);
      }
    }
    if (!staged) {
      preview.setSelected(false);
    }
    setVisible(staged || model.problem().get().isPresent());
  }

  private static String sentence(Problem problem) {
    return problem.action().isEmpty() ? problem.text() : problem.text() + " " + problem.action();
  }
}
