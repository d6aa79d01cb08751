package io.tenantry.app.screens.blueprints;

import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.compare.ComparisonPane;
import io.tenantry.app.controls.forms.ChoiceWords;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.fx.Command;
import io.tenantry.app.navigation.Subjects;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.BlueprintVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One blueprint: its versions as a line at the left, the one that is looked at at the right. */
public final class BlueprintView implements Screen {
  private final BlueprintViewModel model;
  private final FileDialogs files;
  private final PageHead head;
  private final ListView<VersionRow> line;
  private final ComparisonPane comparison;
  private final ComboBox<Optional<VersionRow>> other = new ComboBox<>();
  private final Label fingerprint = Labels.mono("");
  private final Label chosen = Labels.title("");
  private final SqlEditor statements = new SqlEditor().editable(false);
  private final SqlEditor schema = new SqlEditor().editable(false);
  private final TabPane tabs = new TabPane();
  private final VBox root;
  private boolean following;

  public BlueprintView(BlueprintViewModel model, FileDialogs files, LayoutMemory memory) {
    this.model = model;
    this.files = files;
    comparison = new ComparisonPane(memory, "blueprint.compare");
    line = line();
    head =
        new PageHead("")
            .actions(
                Action.of(
                    Text.of("blueprint.openWorkspace"), Icon.WORKSPACES, model::openWorkspace),
                Action.of(Text.of("blueprint.export"), Icon.EXPORT, this::export)
                    .keys("Shortcut+S"))
            .primary(Action.of(Text.of("blueprint.deploy"), Icon.DEPLOYMENTS, model::deploy));
    SplitPane split =
        Panels.split(memory, "blueprint", Orientation.HORIZONTAL, 0.33, line, right());
    SplitPane.setResizableWithParent(line, false);
    split.getStyleClass().add("framed");
    EmptyState empty = new EmptyState(Feather.BOOK_OPEN, Text.of("blueprint.empty"), "");
    root =
        StyleSheets.add(
            Panels.page(new ScreenStatePane(model.state(), split, empty, model::load)),
            BlueprintView.class,
            "blueprints.css");
    model.selected().subscribe(this::follow);
    model.version().subscribe(this::showVersion);
    model.comparison().subscribe((_, _) -> compare());
    model.versions().subscribe(this::showVersions);
    model.other().subscribe(this::followOther);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public PageHead head() {
    return head;
  }

  @Override
  public void shown(String subject) {
    String name = Subjects.nameIn(subject);
    model.open(name);
    Subjects.partIn(subject).ifPresent(model::lookAt);
    head.titleProperty().set(name);
  }

  @Override
  public void hidden() {
    model.leave();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(Text.of("blueprint.tab.statements"), "Alt+1", () -> select(0)),
        new Command(Text.of("blueprint.tab.schema"), "Alt+2", () -> select(1)),
        new Command(Text.of("blueprint.tab.compare"), "Alt+3", () -> select(2)));
  }

  /** Shows a tab by its place, from 0. */
  void select(int tab) {
    tabs.getSelectionModel().select(tab);
  }

  private ListView<VersionRow> line() {
    ListView<VersionRow> list = new ListView<>(model.versions());
    list.getStyleClass().addAll("plain", "version-list");
    list.setAccessibleText(Text.of("blueprint.versions"));
    list.setCellFactory(_ -> new VersionCell(model));
    list.getSelectionModel().selectedItemProperty().subscribe(this::picked);
    return list;
  }

  private void picked(@Nullable VersionRow row) {
    if (row != null && !following) {
      model.select(row);
    }
  }

  private void follow(Optional<VersionRow> row) {
    following = true;
    row.ifPresent(line.getSelectionModel()::select);
    following = false;
    chosen.setText(
        row.map(each -> Text.of("blueprint.version", each.version().toString())).orElse(""));
  }

  private Node right() {
    statements.getStyleClass().add("flush");
    schema.getStyleClass().add("flush");
    tabs.getTabs()
        .addAll(
            tab(Text.of("blueprint.tab.statements"), withCopy(statements)),
            tab(Text.of("blueprint.tab.schema"), withCopy(schema)),
            tab(Text.of("blueprint.tab.compare"), comparing()));
    HBox head = Panels.row(chosen, Panels.spacer(), fingerprint);
    head.getStyleClass().add("version-head");
    BorderPane pane = new BorderPane(tabs);
    pane.setTop(head);
    return pane;
  }

  private static Node withCopy(SqlEditor editor) {
    StackPane pane =
        new StackPane(
            editor, CopyField.copyButton(Text.of("blueprint.copy"), () -> editor.text().get()));
    pane.getStyleClass().add("script-pane");
    return pane;
  }

  private Node comparing() {
    other.setConverter(new ChoiceWords<>(BlueprintView::wordsOrNothing));
    other.setAccessibleText(Text.of("blueprint.compareWith"));
    other.setOnAction(
        _ -> {
          if (!following && other.getValue() != null) {
            model.compareWith(other.getValue());
          }
        });
    HBox bar = Panels.row(Labels.muted(Text.of("blueprint.compareWith")), other);
    bar.getStyleClass().add("strip");
    BorderPane pane = new BorderPane(comparison);
    pane.setTop(bar);
    return pane;
  }

  private void showVersions() {
    following = true;
    other.getItems().setAll(model.versions().stream().map(Optional::of).toList());
    other.getItems().add(Optional.empty());
    following = false;
    long tenants = model.versions().stream().mapToLong(VersionRow::tenants).sum();
    head.caption(Text.of("blueprint.subtitle", model.versions().size(), tenants));
    model.versions().stream()
        .findFirst()
        .ifPresent(
            latest ->
                head.chips(Chip.tag(Text.of("blueprint.number", latest.version().toString()))));
  }

  private void followOther(Optional<VersionRow> row) {
    following = true;
    other.setValue(row);
    following = false;
  }

  private void showVersion(Optional<BlueprintVersion> version) {
    statements.load(version.map(found -> script(found.statements())).orElse(""));
    schema.load(version.map(found -> script(found.schema())).orElse(""));
    String hash = version.map(BlueprintVersion::fingerprint).orElse("");
    fingerprint.setText(hash.length() > 14 ? hash.substring(0, 14) : hash);
    fingerprint.setTooltip(new Tooltip(Text.of("blueprint.fingerprint", hash)));
  }

  private void compare() {
    comparison.show(
        model.comparison().get(),
        model.other().get().map(row -> words(row)).orElseGet(() -> Text.of("blueprint.nothing")),
        model.selected().get().map(row -> words(row)).orElse(""));
  }

  private static String words(VersionRow row) {
    return Text.of("blueprint.version", row.version().toString());
  }

  private static String script(List<String> statements) {
    return statements.stream()
        .map(String::strip)
        .map(sql -> sql.endsWith(";") ? sql : sql + ";")
        .collect(Collectors.joining("\n\n"));
  }

  private void export() {
    files
        .save(Text.of("blueprint.export"), model.exportName(), FileDialogs.FileKind.SQL)
        .ifPresent(model::export);
  }

  private static Tab tab(String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setClosable(false);
    return tab;
  }

  /** Writes what a version is compared with. */
  private static String wordsOrNothing(Optional<VersionRow> version) {
    return version.map(BlueprintView::words).orElseGet(() -> Text.of("blueprint.nothing"));
  }
}
