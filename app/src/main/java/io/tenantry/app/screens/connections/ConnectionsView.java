package io.tenantry.app.screens.connections;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.Target;
import io.tenantry.app.controls.DataColumn;
import io.tenantry.app.controls.DataTable;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.SearchField;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.dialogs.Confirmation;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.Subscriptions;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.settings.Settings;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Lists the saved connections, the local engine first. UI thread. */
public final class ConnectionsView implements Screen {
  private final ConnectionsViewModel model;
  private final LocalPanelViewModel local;
  private final Function<Connection, EditConnectionViewModel> forms;
  private final Dialogs dialogs;
  private final FileDialogs files;
  private final Subscriptions subscriptions = new Subscriptions();
  private final DataTable<ConnectionRow> table;
  private final PageHead head;
  private final VBox page;

  /** Creates the screen. */
  public ConnectionsView(
      ConnectionsViewModel model,
      LocalPanelViewModel local,
      Function<Connection, EditConnectionViewModel> forms,
      Dialogs dialogs,
      FileDialogs files,
      Settings settings) {
    this.model = model;
    this.local = local;
    this.forms = forms;
    this.dialogs = dialogs;
    this.files = files;
    this.table = createTable(settings);
    Node localPanel = new LocalPanel(local).node();
    this.head = createHead();
    this.page = Panels.page(localPanel, table);
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public PageHead head() {
    return head;
  }

  @Override
  public void shown(String subject) {
    local.load();
    subscriptions.follow(model.switchboard().current(), _ -> model.refresh());
    subscriptions.follow(model.switchboard().attempt(), _ -> model.refresh());
    subscriptions.follow(model.switchboard().health(), _ -> model.refresh());
    subscriptions.onChange(model::refresh, model.book().all());
  }

  @Override
  public void hidden() {
    subscriptions.close();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            Text.of("connections.openNew"),
            "Shortcut+Enter",
            () -> withSelected(model::openInNewWindow)),
        new Command(Text.of("connections.edit"), "F2", () -> withSelected(this::edit)),
        new Command(
            Text.of("connections.duplicate"), "Shortcut+D", () -> withSelected(this::duplicate)),
        new Command(Text.of("connections.remove"), "Delete", () -> withSelected(this::remove)));
  }

  private PageHead createHead() {
    return new PageHead(Text.of("connections.title"))
        .caption(Text.of("connections.subtitle"))
        .tool(new SearchField(Text.of("connections.search"), model::filter))
        .menu(
            Action.of(Text.of("connections.folder"), Icon.FOLDER, this::openFolder),
            Action.of(Text.of("connections.import"), Icon.IMPORT, this::importFile),
            Action.of(Text.of("connections.export"), Icon.EXPORT, this::exportFile))
        .primary(Action.of(Text.of("connections.add"), Icon.ADD, this::add).keys("Shortcut+N"));
  }

  private DataTable<ConnectionRow> createTable(Settings settings) {
    DataTable<ConnectionRow> rows =
        new DataTable<>(
            Text.of("connections.title"),
            model.rows(),
            DataColumn.node(
                    Text.of("connections.name"), ConnectionRow::name, ConnectionsView::nameNode)
                .wide(220)
                .grow(),
            DataColumn.chip(Text.of("connections.state"), ConnectionsView::state).wide(110),
            DataColumn.text(Text.of("connections.kind"), ConnectionsView::kind).wide(120),
            DataColumn.mono(
                    Text.of("connections.url"), (ConnectionRow row) -> row.connection().address())
                .wide(230)
                .grow(),
            DataColumn.text(Text.of("connections.group"), ConnectionRow::group)
                .wide(110)
                .styled("muted-cell"),
            DataColumn.chip(Text.of("connections.guard"), ConnectionsView::guard).wide(160),
            DataColumn.ago(Text.of("connections.used"), ConnectionRow::lastUsed));
    rows.remember(settings, "connections");
    rows.onOpen(row -> model.open(row.connection()));
    rows.menu(
        new ContextMenu(
            item("connections.open", () -> withSelected(model::open)),
            item("connections.openNew", () -> withSelected(model::openInNewWindow)),
            item("connections.edit", () -> withSelected(this::edit)),
            item("connections.duplicate", () -> withSelected(this::duplicate)),
            item("connections.remove", () -> withSelected(this::remove))));
    return rows;
  }

  private static Node nameNode(ConnectionRow row) {
    Region bar = new Region();
    bar.getStyleClass().addAll("connection-bar", row.connection().colour().styleClass());
    var name = Labels.body(row.name());
    name.getStyleClass().add("text-medium");
    HBox line = Panels.row(bar, name);
    return line;
  }

  private static Chip.Content state(ConnectionRow row) {
    return switch (row.state()) {
      case OPEN -> new Chip.Content(Tone.SUCCESS, Text.of("connections.state.open"));
      case OPENING -> new Chip.Content(Tone.INFO, Text.of("connections.state.opening"));
      case LOST -> new Chip.Content(Tone.DANGER, Text.of("connections.state.lost"));
      case CLOSED -> new Chip.Content(Tone.NEUTRAL, Text.of("connections.state.closed"));
    };
  }

  private static String kind(ConnectionRow row) {
    return switch (row.connection().target()) {
      case Target.Local _ -> Text.of("connections.kind.local");
      case Target.Remote _ -> Text.of("connections.kind.remote");
    };
  }

  private static Chip.Content guard(ConnectionRow row) {
    GuardLevel level = row.connection().guard();
    Tone tone =
        switch (level) {
          case OPEN -> Tone.NEUTRAL;
          case CONFIRM -> Tone.WARNING;
          case TYPED -> Tone.DANGER;
          case READ_ONLY -> Tone.INFO;
        };
    return new Chip.Content(tone, Text.of(level.key()));
  }

  private void add() {
    Connection fresh =
        new Connection(
            UUID.randomUUID().toString(),
            "",
            Target.untyped(),
            ConnectionColour.BLUE,
            "",
            GuardLevel.CONFIRM,
            Optional.empty());
    form(fresh, Text.of("connections.add"));
  }

  private void edit(Connection connection) {
    form(connection, Text.of("connections.edit.title", connection.name()));
  }

  private void duplicate(Connection connection) {
    if (!connection.isLocal()) {
      form(model.copyOf(connection), Text.of("connections.add"));
    }
  }

  private void form(Connection connection, String title) {
    EditConnectionViewModel form = forms.apply(connection);
    new EditConnectionSheet(form, dialogs, saved -> model.saved(saved, form.accessChanged()))
        .show(title);
  }

  private void remove(Connection connection) {
    if (model.book().isFixed(connection)) {
      return;
    }
    if (model.isOpenElsewhere(connection)) {
      dialogs.tell(
          Text.of("connections.remove.elsewhere", connection.name()),
          Text.of("connections.remove.elsewhere.text"));
      return;
    }
    model.countTexts(
        connection,
        texts ->
            dialogs.confirm(
                Confirmation.destructive(
                    Text.of("connections.remove.title", connection.name()),
                    Text.of("connections.remove.text", texts),
                    Text.of("connections.remove")),
                () -> model.remove(connection)));
  }

  private void openFolder() {
    files.folder(Text.of("connections.folder.title")).ifPresent(model::openFolder);
  }

  private void importFile() {
    files
        .open(Text.of("connections.import"), FileDialogs.FileKind.JSON)
        .ifPresent(model::importFrom);
  }

  private void exportFile() {
    files
        .save(Text.of("connections.export"), "tenantry-connections.json", FileDialogs.FileKind.JSON)
        .ifPresent(model::exportTo);
  }

  private void withSelected(Consumer<Connection> action) {
    @Nullable ConnectionRow selected = table.getSelectionModel().getSelectedItem();
    if (selected != null) {
      action.accept(selected.connection());
    }
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Text.of(key));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
