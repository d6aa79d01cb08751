package io.tenantry.app.screens.query;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.sql.StatementKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/**
 * The query screen: tabs in the place of the title, the one in front below. Its subject opens one:
 * {@code tenant/blueprint} on that tenant, {@code all/blueprint} on all; SQL after a line break is
 * put in, and run when it only reads.
 */
public final class QueryView implements Screen {
  /** Stands for all tenants; a reserved word, so no tenant has this id. */
  private static final String ALL = "all";

  private final QueryViewModel model;
  private final WriteGuard guard;
  private final FileDialogs files;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final LayoutMemory memory;
  private final TabStrip strip;
  private final Map<QueryTab, QueryTabView> views = new HashMap<>();
  private final StackPane root = new StackPane();
  private final PageHead head;
  private Subscription asking = Subscription.EMPTY;
  private boolean restored;

  public QueryView(
      QueryViewModel model,
      WriteGuard guard,
      FileDialogs files,
      TaskRunner tasks,
      ErrorPresenter errors,
      LayoutMemory memory,
      ObservableValue<Connection> connection) {
    this.model = model;
    this.guard = guard;
    this.files = files;
    this.tasks = tasks;
    this.errors = errors;
    this.memory = memory;
    strip = new TabStrip(model, connection, this::show, this::close);
    model.whenWanted(strip::select);
    Button add = Buttons.icon(Icon.ADD, Text.of("query.newTab"), this::openEmpty);
    HBox tabs = new HBox(strip, add);
    tabs.getStyleClass().add("query-tabs");
    head = new PageHead("").insteadOfTitle(tabs);
    root.getStyleClass().add("query-screen");
    for (Parent styled : List.of(tabs, root)) {
      styled.getStylesheets().add("io/tenantry/app/screens/query/query.css");
    }
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
    asking.unsubscribe();
    asking = guard.beforeLeaving(() -> Interruption.of(model.running(), model.writing()));
    if (!restored) {
      restored = true;
      model.restore();
      model.front().ifPresent(strip::select);
    }
    if (!subject.isEmpty()) {
      openFor(subject);
    }
    if (model.tabs().isEmpty()) {
      openEmpty();
    }
    inFront(QueryTabView::completeAnew);
    model.front().ifPresent(tab -> tab.recorded().refresh());
    focusEditor();
  }

  @Override
  public void left() {
    asking.unsubscribe();
    strip.leave();
    model.leave();
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>(ofTabs());
    inFront(view -> all.addAll(view.commands()));
    return all;
  }

  private List<Command> ofTabs() {
    return List.of(
        new Command(Text.of("query.newTab"), "Shortcut+T", this::openEmpty),
        new Command(
            Text.of("query.closeTab"), "Shortcut+W", () -> inFront(view -> close(view.tab()))),
        new Command(Text.of("query.reopenTab"), "Shortcut+Shift+T", model::reopenLast),
        new Command(Text.of("query.nextTab"), "Shortcut+Page_Down", () -> strip.step(1)),
        new Command(Text.of("query.previousTab"), "Shortcut+Page_Up", () -> strip.step(-1)),
        new Command(Text.of("controls.sql.run"), "F9", () -> inFront(QueryTabView::runCurrent)),
        new Command(Text.of("controls.sql.stop"), "F8", () -> inFront(QueryTabView::stop)));
  }

  private void openFor(String subject) {
    String[] parts = subject.split("\n", 2);
    String sql = parts.length > 1 ? parts[1] : "";
    int slash = parts[0].indexOf('/');
    WorkspaceName blueprint =
        WorkspaceName.existingBlueprint(PlaceSubjects.withoutMoment(parts[0].substring(slash + 1)));
    String tenant = parts[0].substring(0, slash);
    QueryTarget target =
        tenant.equals(ALL)
            ? new QueryTarget.AllTenants(blueprint)
            : PlaceSubjects.momentIn(parts[0])
                .<QueryTarget>map(
                    moment ->
                        new QueryTarget.PastTenant(TenantId.existing(tenant), blueprint, moment))
                .orElseGet(() -> new QueryTarget.OneTenant(TenantId.existing(tenant), blueprint));
    QueryTab opened = model.open(Optional.of(target), sql);
    strip.select(opened);
    if (!sql.isBlank() && StatementKind.onlyReads(sql)) {
      viewOf(opened).runAll();
    }
  }

  private void openEmpty() {
    QueryTab opened = model.open(model.front().flatMap(tab -> tab.targetProperty().get()), "");
    strip.select(opened);
  }

  private void close(QueryTab tab) {
    Interruption.ofWrites(model.writing().stream().filter(tab::equals).toList())
        .ifPresentOrElse(
            question -> guard.interrupt(question, () -> closeNow(tab)), () -> closeNow(tab));
  }

  /** There is always a tab to type in. */
  private void closeNow(QueryTab tab) {
    model.close(tab);
    if (model.tabs().isEmpty()) {
      openEmpty();
    }
  }

  /** Shows a tab; what is built for it stays until it is closed. */
  private void show(Optional<QueryTab> tab) {
    views.keySet().retainAll(model.tabs());
    root.getChildren().setAll(tab.map(this::viewOf).stream().toList());
    tab.ifPresent(model::inFront);
    focusEditor();
  }

  private QueryTabView viewOf(QueryTab tab) {
    return views.computeIfAbsent(
        tab, each -> new QueryTabView(model, each, guard, files, tasks, errors, memory));
  }

  private void focusEditor() {
    inFront(QueryTabView::focusEditor);
  }

  private void inFront(Consumer<QueryTabView> action) {
    model.front().map(views::get).ifPresent(action);
  }
}
