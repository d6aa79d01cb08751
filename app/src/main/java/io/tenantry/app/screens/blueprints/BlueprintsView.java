package io.tenantry.app.screens.blueprints;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.DataColumn;
import io.tenantry.app.controls.DataTable;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.SearchField;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.figures.ShareBar;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Command;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The list of blueprints, each with its tenants by version. */
public final class BlueprintsView implements Screen {
  private final BlueprintsViewModel model;
  private final SearchField search;
  private final PageHead head = new PageHead(Text.of("blueprints.title"));
  private final VBox root;

  public BlueprintsView(BlueprintsViewModel model, LayoutMemory memory) {
    this.model = model;
    search = new SearchField(Text.of("blueprints.search"), model::search);
    head.tool(search);
    head.captionProperty().bind(model.summary());
    root =
        StyleSheets.add(
            Panels.page(new ScreenStatePane(model.state(), table(memory), empty(), model::load)),
            BlueprintsView.class,
            "blueprints.css");
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
    model.load();
  }

  @Override
  public void hidden() {
    model.leave();
  }

  @Override
  public List<Command> commands() {
    return List.of(new Command(Text.of("blueprints.search"), "Shortcut+F", search::requestFocus));
  }

  private DataTable<BlueprintRow> table(LayoutMemory memory) {
    DataTable<BlueprintRow> list =
        new DataTable<>(
            Text.of("blueprints.title"),
            model.rows(),
            DataColumn.<BlueprintRow>text(Text.of("blueprints.column.name"), BlueprintRow::name)
                .styled("strong-cell")
                .wide(220),
            DataColumn.<BlueprintRow>mono(
                    Text.of("blueprints.column.version"), BlueprintRow::version)
                .wide(90),
            DataColumn.<BlueprintRow>number(
                    Text.of("blueprints.column.tenants"), BlueprintRow::tenants)
                .wide(90),
            DataColumn.<BlueprintRow>node(
                    Text.of("blueprints.column.distribution"),
                    BlueprintsView::spoken,
                    this::distribution)
                .wide(320)
                .grow(),
            DataColumn.<BlueprintRow>chip(Text.of("blueprints.column.state"), BlueprintsView::state)
                .wide(150),
            DataColumn.<BlueprintRow>number(
                    Text.of("blueprints.column.statements"), BlueprintRow::statements)
                .wide(110),
            DataColumn.<BlueprintRow>ago(
                    Text.of("blueprints.column.created"), row -> Optional.of(row.createdAt()))
                .wide(120));
    list.remember(memory, "blueprints").onOpen(model::open).menu(menu(list));
    return list.whenEmpty(Labels.muted(Text.of("blueprints.noMatch")));
  }

  private ContextMenu menu(DataTable<BlueprintRow> list) {
    return new ContextMenu(
        item(Text.of("blueprints.open"), list, model::open),
        item(Text.of("blueprints.deploy"), list, model::deploy),
        item(Text.of("blueprints.showTenants"), list, model::openTenants));
  }

  private static MenuItem item(
      String text, DataTable<BlueprintRow> list, Consumer<? super BlueprintRow> action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(
        _ -> {
          BlueprintRow row = list.getSelectionModel().getSelectedItem();
          if (row != null) {
            action.accept(row);
          }
        });
    return item;
  }

  private static Chip.Content state(BlueprintRow row) {
    if (row.tenants() == 0) {
      return new Chip.Content(Tone.NEUTRAL, Text.of("blueprints.state.none"));
    }
    return row.behind() == 0
        ? new Chip.Content(Tone.SUCCESS, Text.of("blueprints.state.latest"))
        : new Chip.Content(
            Tone.WARNING, Text.of("blueprints.state.behind", Figures.count(row.behind())));
  }

  private static String spoken(BlueprintRow row) {
    return row.shares().stream()
        .flatMap(List::stream)
        .map(BlueprintsView::words)
        .collect(Collectors.joining(", "));
  }

  private static String words(VersionShare share) {
    return Text.of("blueprints.share", share.version(), share.tenants());
  }

  private Node distribution(BlueprintRow row) {
    ShareBar bar = new ShareBar();
    bar.show(
        row.shares().stream()
            .flatMap(List::stream)
            .map(
                share ->
                    new ShareBar.Share(
                        share.version(), share.tenants(), words(share), share.latest()))
            .toList(),
        share -> model.openTenants(row, share.name()));
    HBox box = new HBox(bar);
    HBox.setHgrow(bar, Priority.ALWAYS);
    box.getStyleClass().add("distribution");
    return box;
  }

  private Node empty() {
    return new EmptyState(
            Feather.BOOK_OPEN, Text.of("blueprints.empty.title"), Text.of("blueprints.empty.text"))
        .action(Buttons.primary(Text.of("blueprints.empty.action"), model::openWorkspaces));
  }
}
