package io.tenantry.app.projects;

import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The button of the header that names the open project, with a menu of all projects of the engine.
 * Asks for them when it is opened. UI thread.
 */
public final class ProjectSwitcher extends Button {
  private final ProjectsViewModel model;
  private final ProjectDialogs dialogs;
  private final Label name = Labels.body("");
  private final Node folder = Icons.of(Icon.FOLDER);
  private final Tooltip whole = new Tooltip();
  private final ContextMenu menu = new ContextMenu();

  /** Creates it over the projects of a window. */
  public ProjectSwitcher(ProjectsViewModel model, ProjectDialogs dialogs) {
    this.model = model;
    this.dialogs = dialogs;
    getStyleClass().add("project-switcher");
    name.getStyleClass().add("project-name");
    folder.setVisible(false);
    folder.setManaged(false);
    setTooltip(whole);
    HBox content = Panels.row(folder, name, Icons.of(Icon.EXPAND, "icon-small"));
    setGraphic(content);
    setOnAction(_ -> open());
    model.open().subscribe(this::showOpen);
    model.state().subscribe(this::fill);
  }

  /** Opens the menu under the button and asks for the projects anew. */
  public void open() {
    model.load();
    menu.show(this, Side.BOTTOM, 0, 4);
  }

  /** Shows the name, or only that there is a choice, where there is no room for it. */
  public void showName(boolean hasRoom) {
    name.setVisible(hasRoom);
    name.setManaged(hasRoom);
    folder.setVisible(!hasRoom);
    folder.setManaged(!hasRoom);
  }

  private void showOpen(Optional<OpenConnection> open) {
    String project = open.map(now -> now.whoami().projectName()).orElse("");
    name.setText(project);
    whole.setText(project);
    setAccessibleText(Text.of("projects.switch.spoken", project));
    setVisible(open.isPresent());
    setManaged(open.isPresent());
  }

  private void fill(ProjectsViewModel.State state) {
    List<MenuItem> items = new ArrayList<>();
    switch (state) {
      case ProjectsViewModel.State.Loading _ -> items.add(note(Text.of("projects.loading")));
      case ProjectsViewModel.State.Restricted _ -> items.add(note(Text.of("projects.restricted")));
      case ProjectsViewModel.State.Failed(var problem) -> {
        items.add(note(problem.title()));
        items.add(item("projects.again", Icon.RETRY, this::open));
      }
      case ProjectsViewModel.State.Loaded(List<ProjectRow> rows) -> {
        rows.forEach(row -> items.add(projectItem(row)));
        items.add(new SeparatorMenuItem());
        items.add(item("projects.new", Icon.ADD, dialogs::create));
        items.add(item("projects.manage", Icon.FOLDER, dialogs::manage));
      }
    }
    menu.getItems().setAll(items);
  }

  private MenuItem projectItem(ProjectRow row) {
    Label title = Labels.body(row.name());
    title.getStyleClass().add("text-medium");
    Node mark = Icons.of(Icon.CHECKED, "icon-accent");
    mark.setVisible(row.current());
    HBox content = Panels.row(mark, new VBox(title, Labels.caption(row.facts())));
    CustomMenuItem item = new CustomMenuItem(content);
    item.getStyleClass().add("two-line-item");
    item.setText(Text.of("projects.spoken", row.name(), row.facts()));
    item.setOnAction(_ -> model.open(row));
    return item;
  }

  private static MenuItem note(String text) {
    MenuItem item = new MenuItem(text);
    item.setDisable(true);
    return item;
  }

  private static MenuItem item(String key, Icon icon, Runnable action) {
    MenuItem item = new MenuItem(Text.of(key), Icons.of(icon));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
