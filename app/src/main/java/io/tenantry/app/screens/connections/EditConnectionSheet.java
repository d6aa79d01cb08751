package io.tenantry.app.screens.connections;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.screens.connections.EditConnectionViewModel.Check;
import io.tenantry.app.text.Text;
import io.tenantry.contract.accounts.ProjectAccess;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The form of a connection. UI thread. */
final class EditConnectionSheet {
  private static final double ROOM_FOR_TEST = 120;

  private final EditConnectionViewModel model;
  private final Dialogs dialogs;
  private final Consumer<Connection> onSaved;

  EditConnectionSheet(
      EditConnectionViewModel model, Dialogs dialogs, Consumer<Connection> onSaved) {
    this.model = model;
    this.dialogs = dialogs;
    this.onSaved = onSaved;
  }

  void show(String title) {
    FormBuilder form = new FormBuilder();
    form.text("name", Text.of("connections.name"), model.name);
    form.text("group", Text.of("connections.group"), model.group).optional();
    form.beside(2);
    if (!model.isLocal()) {
      addRemote(form);
    }
    form.choice(
        "colour",
        Text.of("connections.colour"),
        List.of(ConnectionColour.values()),
        colour -> Text.of(colour.key()),
        model.colour);
    form.choice(
            "guard",
            Text.of("connections.guard"),
            List.of(GuardLevel.values()),
            level -> Text.of(level.key()),
            model.guard)
        .help(model.guard.map(level -> Text.of(level.key() + ".help")));
    form.beside(2);
    if (!model.isLocal()) {
      form.node(testPanel());
    }
    Sheet sheet = new Sheet(title, form.build()).draft(model.draft());
    if (!model.isLocal()) {
      sheet.leavingRoom(ROOM_FOR_TEST);
    }
    sheet.primary(Text.of("connections.save"), model.canSave(), () -> save(sheet));
    dialogs.show(sheet, model::leave);
  }

  private void save(Sheet sheet) {
    model.save(
        saved -> {
          sheet.close();
          onSaved.accept(saved);
        });
  }

  private void addRemote(FormBuilder form) {
    form.mono("url", Text.of("connections.url"), model.url)
        .prompt("https://engine.example.com")
        .help(Text.of("connections.url.help"));
    form.secret("api_key", Text.of("connections.key"), model.apiKey)
        .prompt("tdb_sk_…")
        .help(Text.of("connections.key.help"));
    form.node(loginPanel());
  }

  private Node loginPanel() {
    FormBuilder login = new FormBuilder();
    login.text("email", Text.of("connections.email"), model.email);
    login.secret("password", Text.of("connections.password"), model.password);
    login.beside(2);
    Button find = Buttons.normal(Text.of("connections.login"), Icon.LOG_IN, model::login);
    find.disableProperty()
        .bind(
            model
                .hasAddress()
                .not()
                .or(model.email.isEmpty())
                .or(model.password.isEmpty())
                .or(model.loggingIn));
    Label problem = Labels.prose("");
    problem.getStyleClass().add("text-danger");
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    model.loginProblem.subscribe(now -> problem.setText(now.map(p -> p.text()).orElse("")));
    VBox found = Panels.column();
    model.projects.subscribe(
        () -> found.getChildren().setAll(model.projects.stream().map(this::project).toList()));
    login.node(find).node(problem).node(found);
    Node fields = login.build();
    fields.addEventHandler(KeyEvent.KEY_PRESSED, event -> logInBy(event, find));
    TitledPane pane = new TitledPane(Text.of("connections.login.title"), fields);
    pane.setExpanded(false);
    pane.setAnimated(false);
    pane.getStyleClass().add("quiet-pane");
    return pane;
  }

  /** Who typed the password wants to log in; without all it needs, Enter is the sheet's. */
  private static void logInBy(KeyEvent event, Button find) {
    if (event.getCode() == KeyCode.ENTER
        && !event.isShortcutDown()
        && event.getTarget() instanceof TextField
        && !find.isDisabled()) {
      find.fire();
      event.consume();
    }
  }

  private Node project(ProjectAccess access) {
    HBox row =
        Panels.row(
            Icons.of(Icon.FOLDER),
            Labels.body(access.name()),
            Labels.mono(access.projectId().value()),
            Panels.spacer(),
            Buttons.normal(Text.of("connections.use"), () -> model.choose(access)));
    row.getStyleClass().add("list-line");
    return row;
  }

  private Node testPanel() {
    Button test = Buttons.normal(Text.of("connections.test"), Icon.RUN, model::test);
    test.disableProperty().bind(model.hasAddress().not());
    VBox lines =
        Panels.column(
            line("connections.test.reach", model.reach),
            line("connections.test.authenticate", model.authenticate),
            line("connections.test.version", model.version));
    lines.getStyleClass().add("tight");
    HBox row = Panels.row(test, lines);
    row.getStyleClass().addAll("loose", "connection-test");
    HBox.setHgrow(lines, Priority.ALWAYS);
    return row;
  }

  private static Node line(String key, ObservableValue<Check> check) {
    Label label = Labels.body(Text.of(key));
    label.setMinWidth(96);
    Label detail = Labels.muted("");
    detail.setWrapText(true);
    detail.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    HBox row = Panels.row(label, detail);
    check.subscribe(
        now -> {
          label.setGraphic(iconOf(now));
          detail.setText(now.detail());
          detail.getStyleClass().remove("text-danger");
          if (now.step() == EditConnectionViewModel.Step.FAILED) {
            detail.getStyleClass().add("text-danger");
          }
        });
    return row;
  }

  private static Node iconOf(Check check) {
    return switch (check.step()) {
      case WAITING -> Icons.of(Icon.WAITING, "icon-muted");
      case RUNNING -> Icons.of(Icon.RUNNING, "icon-accent");
      case PASSED -> Icons.of(Icon.DONE, "icon-success");
      case FAILED -> Icons.of(Icon.FAILED, "icon-danger");
    };
  }
}
