package io.tenantry.app.looks;

import static io.tenantry.app.looks.Pages.columns;
import static io.tenantry.app.looks.Pages.in;
import static io.tenantry.app.looks.Pages.page;
import static io.tenantry.app.looks.Pages.part;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.cards.Facts;
import io.tenantry.app.controls.cards.RoundFrame;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.controls.tables.DataTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Region;

/** Tables, lists, cards, frames. */
final class TablePages {
  private static final Instant CREATED = Instant.parse("2026-03-03T09:00:00Z");

  private TablePages() {}

  record Row(String name, Tone tone, String state, long size) {}

  static Region tables() {
    DataTable<Row> selected = tenants();
    selected.getSelectionModel().select(2);
    DataTable<Row> held = tenants();
    held.getSelectionModel().select(3);
    TableView<Row> none = new DataTable<>("None", FXCollections.observableArrayList(), name());
    none.setPlaceholder(Labels.muted("No rows"));
    return page(
        "Tables",
        columns(
            part("Selected", new RoundFrame(selected)),
            part("With the keyboard", new RoundFrame(in(held, "focused", "focus-within")))),
        columns(
            part("Lists", lists()), part("Trees", trees()), part("Empty", new RoundFrame(none))),
        part("Selection bar", selectionBar()));
  }

  static Region cards() {
    Facts facts =
        new Facts()
            .add("Created", "3 Mar 2026")
            .mono("Id", "acme")
            .mono("Folder", "/var/lib/tenantry/projects/main/tenants/acme/fintech.db")
            .node("State", new StateMark(Tone.SUCCESS, "Ready"))
            .node("Level", Chip.tag("L2"));
    SqlEditor editor = new SqlEditor();
    editor.load("SELECT name, count(*) FROM users -- all\nWHERE id > 42 AND state = 'ready';");
    editor.setPrefHeight(120);
    TabPane tabs = new TabPane(new Tab("Grid"), new Tab("SQL"), new Tab("Data"));
    tabs.getTabs().forEach(tab -> tab.setClosable(false));
    SplitPane split = new SplitPane(Labels.body("Left"), Labels.body("Right"));
    split.setPrefHeight(120);
    return page(
        "Cards",
        columns(
            Panels.section("Facts", facts, Buttons.icon(Icon.EDIT, "Edit", () -> {})),
            Panels.card(Labels.heading("A card"), Labels.muted("Its words"))),
        columns(part("Editor", editor), part("Tabs", tabs), part("Frame", new RoundFrame(split))));
  }

  /** A menu as it pops up, for a picture of its own. */
  static ContextMenu menu() {
    MenuItem delete = new MenuItem("Delete for good…", Icons.of(Icon.DELETE_FOR_GOOD));
    delete.getStyleClass().add("danger");
    return new ContextMenu(
        new MenuItem("Open", Icons.of(Icon.TENANTS)),
        new MenuItem("Query", Icons.of(Icon.QUERY)),
        delete);
  }

  static DataTable<Row> tenants() {
    List<Row> rows =
        List.of(
            new Row("acme", Tone.SUCCESS, "Ready", 12_400_000),
            new Row("initech", Tone.SUCCESS, "Ready", 800_000),
            new Row("hooli-uk", Tone.PAUSED, "Suspended", 98_000_000),
            new Row("wayne", Tone.WARNING, "2 behind", 44_000),
            new Row("umbrella", Tone.DANGER, "Failed", 1_000));
    return new DataTable<Row>(
        "Tenants",
        FXCollections.observableArrayList(rows),
        name(),
        DataColumn.<Row>chip("State", row -> new Chip.Content(row.tone(), row.state())),
        DataColumn.<Row>size("Size", Row::size),
        DataColumn.<Row>ago("Created", _ -> Optional.of(CREATED)));
  }

  private static DataColumn<Row, String> name() {
    return DataColumn.<Row>text("Tenant", Row::name).styled("strong-cell").grow();
  }

  private static Parent lists() {
    ListView<String> list = new ListView<>();
    list.getItems().addAll(IntStream.rangeClosed(1, 12).mapToObj(i -> "table_" + i).toList());
    list.getSelectionModel().select(1);
    list.setAccessibleText("Tables");
    list.setPrefHeight(150);
    return new RoundFrame(list);
  }

  private static Parent trees() {
    TreeItem<String> root = new TreeItem<>("users");
    root.getChildren().addAll(List.of(new TreeItem<>("id"), new TreeItem<>("email")));
    root.setExpanded(true);
    TreeView<String> tree = new TreeView<>(root);
    tree.setAccessibleText("Schema");
    tree.setPrefHeight(150);
    return new RoundFrame(tree);
  }

  private static Parent selectionBar() {
    var delete = Buttons.quiet("Delete", Icon.TRASH, () -> {});
    delete.getStyleClass().add("danger");
    var bar =
        Panels.row(
            Labels.strong("3 selected"),
            Buttons.link("Select all 61 matching", () -> {}),
            Panels.spacer(),
            Buttons.quiet("Suspend", Icon.SUSPENDED, () -> {}),
            Buttons.quiet("Back up", Icon.BACKUPS, () -> {}),
            delete,
            Buttons.icon(Icon.CLOSE, "Close", () -> {}));
    bar.getStyleClass().setAll("selection-bar");
    return bar;
  }
}
