package io.tenantry.app.projects;

import io.tenantry.app.connect.EngineConnector;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.connect.Switchboard;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The projects of the open engine, and what can be done with them. UI thread. */
public final class ProjectsViewModel {
  /** What is known of the projects. */
  public sealed interface State {
    /** They are being asked for. */
    record Loading() implements State {}

    /** Here they are. */
    record Loaded(List<ProjectRow> rows) implements State {
      public Loaded {
        rows = List.copyOf(rows);
      }
    }

    /** The key may see its own project only. */
    record Restricted() implements State {}

    /** They could not be asked for. */
    record Failed(Problem problem) implements State {}
  }

  private final Switchboard switchboard;
  private final EngineConnector connector;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Loading());

  /** Creates it for a window. */
  public ProjectsViewModel(
      Switchboard switchboard, EngineConnector connector, TaskRunner tasks, ErrorPresenter errors) {
    this.switchboard = switchboard;
    this.connector = connector;
    this.tasks = tasks;
    this.errors = errors;
  }

  /** Returns what is known of the projects; {@link #load} asks anew. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Returns what is open. */
  public ReadOnlyObjectProperty<Optional<OpenConnection>> open() {
    return switchboard.current();
  }

  /** Asks which projects there are now; rows of the engine of before are not shown meanwhile. */
  public void load() {
    open().get().ifPresent(this::load);
  }

  /** Opens a project in this window. */
  public void open(ProjectRow project) {
    if (!project.current()) {
      switchboard.openProject(project.id(), errors::show);
    }
  }

  /** Makes a project and opens it. */
  void create(String name, Runnable onDone, Consumer<Problem> onFailure) {
    OpenConnection now = open().get().orElseThrow();
    tasks
        .call("project.create", () -> now.project().projects().create(new CreateProject(name)))
        .onSuccess(
            made -> {
              onDone.run();
              switchboard.openProject(made.projectId(), errors::show);
            })
        .onFailure(e -> onFailure.accept(errors.describe(e)))
        .start();
  }

  /** Gives a project another name. */
  void rename(ProjectRow project, String name, Runnable onDone, Consumer<Problem> onFailure) {
    OpenConnection now = open().get().orElseThrow();
    String id = project.id().value();
    tasks
        .call("project.rename", () -> now.project().projects().rename(id, new CreateProject(name)))
        .onSuccess(
            renamed -> {
              onDone.run();
              changed(renamed.projectId());
            })
        .onFailure(e -> onFailure.accept(errors.describe(e)))
        .start();
  }

  /** Deletes a project for good; when it is the open one, another one is opened first. */
  void delete(ProjectRow project) {
    OpenConnection now = open().get().orElseThrow();
    tasks
        .call("project.delete", () -> delete(now, project))
        .onSuccess(
            rest -> {
              if (project.current()) {
                switchboard.openProject(rest.projectId(), errors::show);
              } else {
                load();
              }
            })
        .start();
  }

  /** Returns the project that is opened instead. */
  private ProjectSummary delete(OpenConnection now, ProjectRow project) {
    List<ProjectSummary> all = now.project().projects().list();
    ProjectSummary other =
        all.stream()
            .filter(one -> !one.projectId().equals(project.id()))
            .filter(one -> one.account().equals(project.account()))
            .findFirst()
            .orElse(all.getFirst());
    now.project().projects().delete(project.id().value());
    if (!now.connection().isLocal()) {
      connector.replaceEndedKey(now, other.apiKey());
    }
    return other;
  }

  private void changed(ProjectId project) {
    boolean current =
        open().get().filter(now -> now.whoami().projectId().equals(project)).isPresent();
    if (current) {
      switchboard.openProject(project, errors::show);
    }
    load();
  }

  private void load(OpenConnection now) {
    if (!(state.get() instanceof State.Loaded(List<ProjectRow> rows) && isOf(now, rows))) {
      state.set(new State.Loading());
    }
    tasks
        .call("projects.list", () -> now.project().projects().list())
        .onSuccess(all -> state.set(loaded(now, all)))
        .onFailure(e -> state.set(failed(e)))
        .latest(this)
        .start();
  }

  private static boolean isOf(OpenConnection now, List<ProjectRow> rows) {
    return rows.stream().anyMatch(row -> row.id().equals(now.whoami().projectId()));
  }

  private static State loaded(OpenConnection now, List<ProjectSummary> all) {
    ProjectId current = now.whoami().projectId();
    return new State.Loaded(all.stream().map(one -> ProjectRow.of(one, current)).toList());
  }

  private State failed(EngineException error) {
    boolean restricted =
        error.code() == ErrorCode.ROLE_REQUIRED || error.code() == ErrorCode.SCOPE_DENIED;
    return restricted ? new State.Restricted() : new State.Failed(errors.describe(error));
  }
}
