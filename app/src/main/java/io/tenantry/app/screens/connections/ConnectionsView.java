package io.tenantry.app.screens.connections;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.EngineTarget;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.SearchField;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.cards.MainAndSide;
import io.tenantry.app.controls.cards.RoundFrame;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.dialogs.Confirmation;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.Subscriptions;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lists the saved connections, the local engine first. UI thread. */
public final class ConnectionsView implements Screen {
  private final ConnectionsViewModel model;
  private final LocalPanelViewModel local;
  private final Function<Connection, EditConnectionViewModel> forms;
  private final Dialogs dialogs;
  private final FileDialogs files;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ConnectionList list;
  private final SearchField search;
  private final PageHead head;
  private final ScrollPane page;

  /** Creates the screen. */
  public ConnectionsView(
      ConnectionsViewModel model,
      LocalPanelViewModel local,
      Function<Connection, EditConnectionViewModel> forms,
      Dialogs dialogs,
      FileDialogs files) {
    this.model = model;
    this.local = local;
    this.forms = forms;
    this.dialogs = dialogs;
    this.files = files;
    this.search = new SearchField(Text.of("connections.search"), model::filter);
    this.list = createList();
    this.head = createHead();
    VBox content = Panels.page(new MainAndSide(framed(), new LocalPanel(local).node()));
    this.page = new ScrollPane(content);
    page.setFitToWidth(true);
    page.setFitToHeight(true);
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
    subscriptions.onChange(() -> list.show(ConnectionLine.of(model.rows())), model.rows());
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
        Command.inPart(Text.of("connections.remove"), "Delete", () -> withSelected(this::remove)));
  }

  private PageHead createHead() {
    return new PageHead(Text.of("connections.title"))
        .caption(Text.of("connections.subtitle"))
        .tool(search)
        .menu(
            Action.of(Text.of("connections.folder"), Icon.FOLDER, this::openFolder),
            Action.of(Text.of("connections.import"), Icon.IMPORT, this::importFile),
            Action.of(Text.of("connections.export"), Icon.EXPORT, this::exportFile))
        .primary(Action.of(Text.of("connections.add"), Icon.ADD, this::add).keys("Shortcut+N"));
  }

  private ConnectionList createList() {
    return new ConnectionList(
        Text.of("connections.title"),
        model::open,
        new ConnectionCell.Actions(
            model::openInNewWindow, this::edit, this::duplicate, this::remove));
  }

  private Region framed() {
    RoundFrame frame = new RoundFrame(list);
    EmptyState none =
        new EmptyState(
                Icon.SEARCH, Text.of("connections.none.title"), Text.of("connections.none.text"))
            .action(Buttons.normal(Text.of("connections.none.clear"), search::clear))
            .framed();
    list.setPlaceholder(none);
    return frame;
  }

  private void add() {
    Connection fresh =
        new Connection(
            UUID.randomUUID().toString(),
            "",
            EngineTarget.untyped(),
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
    list.selected().ifPresent(action);
  }
}
