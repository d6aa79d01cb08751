package io.tenantry.app.screens.workspaces;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.forms.FormField;
import io.tenantry.app.controls.forms.Segments;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.SqlFailure;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.sql.SqlScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The form that makes a workspace: name, mode, and what it starts from with a preview. */
final class CreateWorkspaceSheet {
  private final CreateWorkspaceViewModel model;
  private final Dialogs dialogs;
  private final FileDialogs files;
  private final WriteGuard guard;
  private final Consumer<String> onCreated;
  private final FormBuilder form = new FormBuilder();
  private final StackPane source = new StackPane();
  private Optional<SqlEditor> shownScript = Optional.empty();
  private final Sheet sheet;

  CreateWorkspaceSheet(
      CreateWorkspaceViewModel model,
      Dialogs dialogs,
      FileDialogs files,
      WriteGuard guard,
      Consumer<String> onCreated) {
    this.model = model;
    this.dialogs = dialogs;
    this.files = files;
    this.guard = guard;
    this.onCreated = onCreated;
    sheet = new Sheet(Text.of("workspaces.create.title"), content());
    sheet.subtitle(Text.of("workspaces.create.subtitle"));
    sheet.width(Sheet.Width.LARGE).draft(model.draft());
    sheet.primary(Text.of("workspaces.create.action"), model.ready(), this::create);
    model.busy().subscribe(sheet::busy);
    StyleSheets.add(sheet, CreateWorkspaceSheet.class, "workspaces.css");
  }

  void open() {
    model.learn();
    dialogs.show(sheet);
  }

  void openWith(Path file) {
    open();
    read(file);
  }

  void openWith(SampleScript sample) {
    model.useSample(sample);
    open();
  }

  private VBox content() {
    FormField name =
        form.mono("name", Text.of("workspaces.create.name"), model.nameProperty())
            .prompt("fintech")
            .help(Text.of("workspaces.create.nameHelp"));
    name.control().getStyleClass().add("initial-focus");
    model.nameProperty().subscribe((_, _) -> name.error(model.nameProblem().orElse("")));
    model.taken().subscribe((_, _) -> name.error(model.nameProblem().orElse("")));
    form.choice(
            "database",
            Text.of("workspaces.create.type"),
            List.of(DatabaseType.SQLITE),
            DatabaseType::code,
            type())
        .help(Text.of("workspaces.create.typeHelp"));
    form.choice(
            "mode",
            Text.of("workspaces.create.mode"),
            List.of(WorkspaceMode.values()),
            mode ->
                Text.of(
                    mode == WorkspaceMode.TENANT
                        ? "workspaces.mode.tenant"
                        : "workspaces.mode.control"),
            model.modeProperty())
        .help(Text.of("workspaces.create.modeHelp"));
    form.beside(2);
    form.node(starts());
    form.node(source);
    source.getStyleClass().add("start-source");
    model.startProperty().subscribe(this::showSource);
    FileDrop.accept(source, this::read);
    return form.build();
  }

  private static ObjectProperty<DatabaseType> type() {
    return new SimpleObjectProperty<>(DatabaseType.SQLITE);
  }

  private Node starts() {
    Segments<Start> segments =
        Segments.of(
            Text.of("workspaces.start"),
            List.of(Start.TEMPLATE, Start.SQL, Start.JSON, Start.EMPTY),
            start -> Text.of("workspaces.start." + start.name().toLowerCase(Locale.ROOT)),
            model.startProperty());
    segments.setMaxWidth(Region.USE_PREF_SIZE);
    Label label = Labels.body(Text.of("workspaces.start"));
    label.getStyleClass().add("form-label");
    label.setLabelFor(segments);
    VBox box = new VBox(label, segments);
    box.getStyleClass().add("form-field");
    return box;
  }

  private void showSource(Start start) {
    source
        .getChildren()
        .setAll(
            switch (start) {
              case TEMPLATE -> templates();
              case SQL -> script();
              case JSON -> json();
              case EMPTY -> Labels.prose(Text.of("workspaces.start.emptyText"));
            });
  }

  private Node templates() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("template-grid");
    ToggleGroup group = new ToggleGroup();
    int at = 0;
    for (StartTemplate template : Start.templates()) {
      ToggleButton tile = tile(template);
      tile.setToggleGroup(group);
      tile.setUserData(template);
      if (template.equals(model.templateProperty().get())) {
        group.selectToggle(tile);
      }
      grid.add(tile, at % 2, at / 2);
      GridPane.setHgrow(tile, Priority.ALWAYS);
      at++;
    }
    group.selectedToggleProperty().subscribe(this::takeTemplate);
    return grid;
  }

  /** A click on the tile that is chosen leaves it chosen. */
  private void takeTemplate(@Nullable Toggle before, @Nullable Toggle now) {
    if (now == null && before != null) {
      before.setSelected(true);
    } else if (now != null && now.getUserData() instanceof StartTemplate template) {
      model.templateProperty().set(template);
    }
  }

  private ToggleButton tile(StartTemplate template) {
    FlowPane tables = new FlowPane();
    tables.getStyleClass().add("template-tables");
    template.tables().forEach(name -> tables.getChildren().add(Chip.tag(name)));
    Label counts =
        Labels.caption(
            Text.of("workspaces.template.counts", template.tables().size(), template.indexes()));
    HBox head = Panels.row(Labels.heading(template.title()), Panels.spacer(), counts);
    Label purpose = Labels.caption(template.purpose());
    purpose.setWrapText(true);
    VBox body = new VBox(head, purpose, tables);
    body.getStyleClass().add("template-body");
    ToggleButton tile = new ToggleButton();
    tile.getStyleClass().add("template-tile");
    tile.setGraphic(body);
    tile.setMaxWidth(Double.MAX_VALUE);
    tile.setAccessibleText(template.title() + ": " + String.join(", ", template.tables()));
    return tile;
  }

  private Node script() {
    SqlEditor preview = new SqlEditor().editable(false);
    preview.getStyleClass().add("script-preview");
    shownScript = Optional.of(preview);
    Label name = Labels.mono("");
    Label count = Labels.caption("");
    HBox chosen =
        Panels.row(
            Icons.of(Icon.FILE, "icon-accent"),
            name,
            count,
            Panels.spacer(),
            Buttons.normal(Text.of("workspaces.script.other"), this::choose));
    VBox shown = Panels.column(chosen, preview);
    Node wanted = wanted();
    model
        .sql()
        .subscribe(
            sql -> {
              name.setText(model.fileName().getValue());
              count.setText(Text.of("workspaces.script.count", SqlScript.split(sql).size()));
              preview.load(sql);
              shown.setVisible(!sql.isEmpty());
              wanted.setVisible(sql.isEmpty());
            });
    return new StackPane(wanted, shown);
  }

  private Node wanted() {
    Hyperlink clinic =
        Buttons.link(SampleScript.CLINIC.title(), () -> model.useSample(SampleScript.CLINIC));
    Hyperlink wealth =
        Buttons.link(SampleScript.WEALTH.title(), () -> model.useSample(SampleScript.WEALTH));
    HBox samples = Panels.row(Labels.muted(Text.of("workspaces.script.samples")), clinic, wealth);
    VBox zone =
        new VBox(
            Icons.of(Icon.IMPORT, "icon-hero"),
            Labels.heading(Text.of("workspaces.script.drop")),
            Labels.muted(Text.of("workspaces.script.text")),
            Buttons.normal(Text.of("workspaces.script.choose"), this::choose),
            samples);
    zone.getStyleClass().add("drop-zone");
    return zone;
  }

  private Node json() {
    TextArea area = new TextArea();
    area.getStyleClass().add("mono-field");
    area.setPrefRowCount(13);
    area.setPromptText(Text.of("workspaces.json.prompt"));
    area.setAccessibleText(Text.of("workspaces.start.json"));
    area.textProperty().bindBidirectional(model.jsonProperty());
    HBox help =
        Panels.row(
            Labels.caption(Text.of("workspaces.json.help")),
            Panels.spacer(),
            Buttons.link(
                Text.of("workspaces.json.example"),
                () -> model.jsonProperty().set(TablesJson.EXAMPLE)));
    return Panels.column(area, help);
  }

  private void choose() {
    files.open(Text.of("workspaces.script.choose"), FileDialogs.FileKind.SQL).ifPresent(this::read);
  }

  private void read(Path file) {
    model.useFile(
        file, problem -> sheet.fail(Problem.of(Text.of("workspaces.create.notRead"), problem, "")));
  }

  private void create() {
    String name = model.nameProperty().get().strip();
    GuardedChange change =
        GuardedChange.normal(
            Text.of("workspaces.create.question", name),
            Text.of("workspaces.create.subtitle"),
            Text.of("workspaces.create.action"),
            name);
    guard.run(
        change,
        () ->
            model.create(
                created -> {
                  sheet.close();
                  onCreated.accept(created);
                },
                this::failed));
  }

  private void failed(EngineException error) {
    boolean shown =
        error.detail("field").filter("name"::equals).isPresent()
            && form.error("name", ErrorPresenter.line(error));
    if (!shown) {
      sheet.fail(Problem.of(Text.of("workspaces.create.failed"), located(error), ""));
      if (model.startProperty().getValue() == Start.SQL) {
        shownScript.ifPresent(script -> pointAt(error, script));
      }
    }
  }

  /** The line that failed is shown and has the keyboard. */
  private static void pointAt(EngineException error, SqlEditor script) {
    error.detail("offset").map(Integer::parseInt).ifPresent(script::markError);
    error.detail("line").map(Integer::parseInt).ifPresent(line -> script.goTo(line, 1));
  }

  private static String located(EngineException error) {
    return SqlFailure.of(error)
        .map(
            failure ->
                Text.of(
                    "workspaces.create.at",
                    failure.message(),
                    error.detail("line").orElse(""),
                    error.detail("statement").orElse("")))
        .orElseGet(() -> ErrorPresenter.line(error));
  }
}
