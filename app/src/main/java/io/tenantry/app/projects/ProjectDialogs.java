package io.tenantry.app.projects;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.LoadingSkeleton;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.dialogs.SheetDraft;
import io.tenantry.app.fx.Focus;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The sheets in which projects are made, renamed and deleted. UI thread. */
public final class ProjectDialogs {
  private static final int LONGEST_NAME = 100;

  private final ProjectsViewModel model;
  private final Dialogs dialogs;
  private final WriteGuard guard;
  private String focused = "";

  /** Creates them for a window. */
  public ProjectDialogs(ProjectsViewModel model, Dialogs dialogs, WriteGuard guard) {
    this.model = model;
    this.dialogs = dialogs;
    this.guard = guard;
  }

  /** Asks for the name of a new project, and makes it. */
  void create() {
    NameSheet form =
        new NameSheet(Text.of("projects.new.title"), Text.of("projects.new.action"), "");
    form.show((name, sheet) -> model.create(name, sheet::close, sheet::fail));
  }

  /** Lists the projects with what can be done with each. */
  void manage() {
    VBox rows = Panels.column();
    rows.getStyleClass().addAll("tight", "project-rows");
    Sheet sheet = new Sheet(Text.of("projects.manage.title"), rows);
    sheet.subtitle(Text.of("projects.manage.subtitle"));
    sheet.cancelLabel(Text.of("dialogs.close"));
    sheet.footer(Buttons.normal(Text.of("projects.new"), Icon.ADD, this::create));
    Subscription follow = model.state().subscribe(state -> show(rows, state));
    focused = "";
    model.load();
    dialogs.show(sheet, follow::unsubscribe);
  }

  /**
   * The focus stays on the same button of the same project, and goes to the first when they come.
   */
  private void show(VBox rows, ProjectsViewModel.State state) {
    Scene scene = rows.getScene();
    Node owner = scene == null ? null : scene.getFocusOwner();
    if (owner != null && Focus.isIn(owner, rows)) {
      focused = String.valueOf(owner.getAccessibleText());
    }
    rows.getChildren().setAll(of(state));
    if (scene != null && state instanceof ProjectsViewModel.State.Loaded) {
      Focus.allIn(rows).stream()
          .filter(node -> focused.equals(node.getAccessibleText()))
          .findFirst()
          .or(() -> Focus.firstIn(rows))
          .ifPresent(Focus::show);
    }
  }

  private List<Node> of(ProjectsViewModel.State state) {
    return switch (state) {
      case ProjectsViewModel.State.Loading _ -> List.of(new LoadingSkeleton());
      case ProjectsViewModel.State.Restricted _ ->
          List.of(Labels.prose(Text.of("projects.restricted")));
      case ProjectsViewModel.State.Failed(Problem problem) ->
          List.of(Labels.heading(problem.title()), Labels.prose(problem.text()));
      case ProjectsViewModel.State.Loaded(List<ProjectRow> rows) ->
          rows.stream().map(row -> line(row, isDeletable(row, rows))).toList();
    };
  }

  /** An account keeps its only project. */
  private static boolean isDeletable(ProjectRow row, List<ProjectRow> all) {
    return all.stream().filter(other -> other.account().equals(row.account())).count() > 1;
  }

  private Node line(ProjectRow row, boolean deletable) {
    Label name = Labels.body(row.name());
    name.getStyleClass().add("text-medium");
    VBox words = new VBox(name, Labels.caption(row.facts()));
    Button rename =
        Buttons.icon(Icon.EDIT, Text.of("projects.rename.spoken", row.name()), () -> rename(row));
    Button delete =
        Buttons.icon(
            Icon.DELETE_FOR_GOOD, Text.of("projects.delete.spoken", row.name()), () -> delete(row));
    delete.setDisable(!deletable);
    HBox line = Panels.row(words, Panels.spacer(), way(row), rename, delete);
    line.getStyleClass().add("list-line");
    return line;
  }

  private Node way(ProjectRow row) {
    if (row.current()) {
      return new StateMark(Tone.SUCCESS, Text.of("projects.current"));
    }
    Button open = Buttons.normal(Text.of("projects.open"), () -> open(row));
    open.setAccessibleText(Text.of("projects.open.spoken", row.name()));
    return open;
  }

  private void open(ProjectRow row) {
    dialogs.close();
    model.open(row);
  }

  private void rename(ProjectRow row) {
    NameSheet form =
        new NameSheet(
            Text.of("projects.rename.title", row.name()),
            Text.of("projects.rename.action"),
            row.name());
    form.show((name, sheet) -> model.rename(row, name, sheet::close, sheet::fail));
  }

  private void delete(ProjectRow row) {
    if (row.current()) {
      dialogs.close(); // another one is opened in its place
    }
    guard.run(
        GuardedChange.irrevocable(
            Text.of("projects.delete.title", row.name()),
            Text.of("projects.delete.text", row.facts()),
            Text.of("projects.delete.action"),
            row.name()),
        () -> model.delete(row));
  }

  /** A sheet with one field: the name of a project. */
  private final class NameSheet {
    private final StringProperty name;
    private final String title;
    private final String action;

    NameSheet(String title, String action, String name) {
      this.title = title;
      this.action = action;
      this.name = new SimpleStringProperty(name);
    }

    void show(BiConsumer<String, Sheet> onNamed) {
      FormBuilder form = new FormBuilder();
      form.text("name", Text.of("projects.name"), name);
      Sheet sheet =
          new Sheet(title, form.build())
              .width(Sheet.Width.SMALL)
              .leavingRoomToFail()
              .draft(new SheetDraft().typed("name", name).inWords(() -> quoted(name.get())));
      if (!guard.canWrite().getValue()) {
        sheet.subtitle(Text.of("guard.refused.text"));
      }
      sheet.primary(
          action,
          guard.canWrite().flatMap(can -> name.map(text -> can && isName(text))),
          () -> onNamed.accept(name.get().strip(), sheet));
      dialogs.show(sheet);
    }

    private static String quoted(String typed) {
      return Text.of("projects.typed", typed.strip());
    }

    private static boolean isName(String text) {
      return !text.isBlank() && text.strip().length() <= LONGEST_NAME;
    }
  }
}
