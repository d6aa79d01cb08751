package io.tenantry.app.screens.workspaces;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.lists.ListSummary;
import io.tenantry.app.lists.LoadedList;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.settings.TextKind;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.Workspaces;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;

/** The list of workspaces: loads, filters, opens and deletes them. UI thread. */
public final class WorkspacesViewModel {
  private static final Map<String, Comparator<ListedWorkspace>> ORDERS =
      Map.of(
          "name", Comparator.comparing(ListedWorkspace::name),
          "mode", Comparator.comparing(ListedWorkspace::mode),
          "type", Comparator.comparing(ListedWorkspace::database),
          "version", Comparator.comparing(ListedWorkspace::latest),
          "pending", Comparator.comparingInt(ListedWorkspace::pending),
          "created", Comparator.comparing(ListedWorkspace::createdAt));

  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final ErrorPresenter errors;
  private final Notices notices;
  private final TextJournal texts;
  private final LoadedList<ListedWorkspace> list;
  private final ListSummary summary;

  /**
   * Why a workspace cannot be deleted now.
   *
   * @param workspace its name
   * @param reason why, in the engine's words
   * @param tenants ids of the tenants that stand in the way
   * @param advice what to do first
   */
  record Blocked(String workspace, String reason, List<String> tenants, String advice) {}

  /** Creates it with what it uses. */
  public WorkspacesViewModel(
      Workspaces workspaces,
      TaskRunner tasks,
      Navigator navigator,
      ErrorPresenter errors,
      TextJournal texts) {
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.navigator = navigator;
    this.errors = errors;
    this.notices = errors.notices();
    this.texts = texts;
    this.list =
        new LoadedList<>(
            this::read, ListedWorkspace::name, ListedWorkspace::name, ORDERS, tasks, errors);
    this.summary = ListSummary.of(list, "workspaces", WorkspacesViewModel::summarise);
  }

  private List<ListedWorkspace> read() {
    Set<String> staged = texts.keys(TextKind.STAGED);
    return workspaces.list().stream()
        .map(each -> ListedWorkspace.of(each, staged.contains(each.name().value())))
        .toList();
  }

  /** The workspaces as they are shown. */
  LoadedList<ListedWorkspace> list() {
    return list;
  }

  /** One line about the whole list: how many there are, how many changes wait. */
  ReadOnlyStringProperty summary() {
    return summary.line();
  }

  /** Returns the form that makes a workspace, and keeps what is typed into it. */
  CreateWorkspaceViewModel newForm() {
    return new CreateWorkspaceViewModel(
        workspaces, texts, tasks, list.all().stream().map(ListedWorkspace::name).toList());
  }

  void open(ListedWorkspace row) {
    navigator.go(ScreenRoute.WORKSPACE, row.name());
  }

  void openChanges(ListedWorkspace row) {
    navigator.go(row.tenantMode() ? ScreenRoute.DIFF : ScreenRoute.WORKSPACE, row.name());
  }

  void openCreated(String name) {
    list.load();
    navigator.go(ScreenRoute.WORKSPACE, name);
  }

  void openTenants(String workspace) {
    navigator.go(ScreenRoute.TENANTS, PlaceSubjects.tenantsOf(workspace));
  }

  /** Deletes a workspace; when tenants stand in the way, says which. */
  void delete(ListedWorkspace row, Consumer<? super Blocked> onBlocked) {
    tasks
        .call("workspaces.delete", () -> workspaces.delete(new WorkspaceName(row.name())))
        .onSuccess(
            _ ->
                notices.success(
                    Text.of("workspaces.deleted.title", row.name()),
                    Text.of("workspaces.deleted.text")))
        .onFailure(error -> refused(row, error, onBlocked))
        .onDone(list::load)
        .start();
  }

  private void refused(
      ListedWorkspace row, EngineException error, Consumer<? super Blocked> onBlocked) {
    if (error.code() != ErrorCode.CONFLICT || error.detail("reason").isEmpty()) {
      errors.show(error);
      return;
    }
    List<String> tenants =
        error.details().get("deployed_to") instanceof List<?> ids
            ? ids.stream().map(String::valueOf).toList()
            : List.of();
    onBlocked.accept(
        new Blocked(
            row.name(),
            error.detail("reason").orElse(ErrorPresenter.line(error)),
            tenants,
            error.detail("action_required").orElse("")));
  }

  private static String summarise(List<ListedWorkspace> all) {
    int pending = all.stream().mapToInt(ListedWorkspace::pending).sum();
    return Text.of("workspaces.summary", all.size(), pending);
  }
}
