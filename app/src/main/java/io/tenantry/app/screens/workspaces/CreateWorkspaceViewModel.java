package io.tenantry.app.screens.workspaces;

import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** The form that makes a workspace and fills it. UI thread. */
final class CreateWorkspaceViewModel {
  private static final long LARGEST_FILE = 10_000_000;
  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final Set<String> taken;
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<WorkspaceMode> mode =
      new SimpleObjectProperty<>(WorkspaceMode.TENANT);
  private final ObjectProperty<Start> start = new SimpleObjectProperty<>(Start.TEMPLATE);
  private final ObjectProperty<StartTemplate> template =
      new SimpleObjectProperty<>(Start.templates().getFirst());
  private final StringProperty fileName = new SimpleStringProperty("");
  private final StringProperty sql = new SimpleStringProperty("");
  private final StringProperty json = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final BooleanBinding ready =
      Bindings.createBooleanBinding(this::isReady, name, start, sql, json);

  CreateWorkspaceViewModel(Workspaces workspaces, TaskRunner tasks, Collection<String> taken) {
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.taken = Set.copyOf(taken);
  }

  StringProperty nameProperty() {
    return name;
  }

  ObjectProperty<WorkspaceMode> modeProperty() {
    return mode;
  }

  ObjectProperty<Start> startProperty() {
    return start;
  }

  ObjectProperty<StartTemplate> templateProperty() {
    return template;
  }

  StringProperty jsonProperty() {
    return json;
  }

  /** The script that was chosen or dropped, empty before. */
  ObservableValue<String> sql() {
    return sql;
  }

  /** The name of the script's file, empty before one was chosen. */
  ObservableValue<String> fileName() {
    return fileName;
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  ObservableValue<Boolean> ready() {
    return ready;
  }

  /** Returns what is wrong with the name as typed so far, or empty. */
  Optional<String> nameProblem() {
    String typed = name.get().strip();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (taken.contains(typed)) {
      return Optional.of(Text.of("workspaces.create.taken", typed));
    }
    try {
      var _ = new WorkspaceName(typed);
      return Optional.empty();
    } catch (EngineException e) {
      return Optional.of(e.message());
    }
  }

  /** Takes a shipped script. */
  void useSample(SampleScript sample) {
    script(sample.fileName(), sample.sql());
  }

  /** Reads a script; says why when that is not possible. */
  void useFile(Path file, Consumer<? super String> onProblem) {
    tasks
        .call("workspaces.readScript", () -> read(file))
        .onSuccess(text -> script(String.valueOf(file.getFileName()), text))
        .onFailure(error -> onProblem.accept(error.message()))
        .latest(this)
        .start();
  }

  /** Makes the workspace; when its schema cannot be brought in, nothing is left of it. */
  void create(Consumer<? super String> onCreated, Consumer<? super EngineException> onFailure) {
    if (!isReady() || busy.get()) {
      return;
    }
    busy.set(true);
    WorkspaceName wanted = new WorkspaceName(name.get().strip());
    CreateWorkspace request = new CreateWorkspace(wanted, DatabaseType.SQLITE, mode.get());
    Supplier<Optional<ImportSchema>> schema = schema();
    tasks
        .run("workspaces.create", () -> make(request, schema.get()))
        .onSuccess(_ -> onCreated.accept(wanted.value()))
        .onFailure(onFailure)
        .onDone(() -> busy.set(false))
        .start();
  }

  private void make(CreateWorkspace request, Optional<ImportSchema> schema) {
    workspaces.create(request);
    if (schema.isEmpty()) {
      return;
    }
    try {
      workspaces.importSchema(request.name(), schema.get());
    } catch (EngineException e) {
      workspaces.delete(request.name());
      throw e;
    }
  }

  private Supplier<Optional<ImportSchema>> schema() {
    String templateId = template.get().id();
    String script = sql.get();
    String tables = json.get();
    return switch (start.get()) {
      case EMPTY -> Optional::empty;
      case TEMPLATE -> () -> Optional.of(new ImportSchema.FromTemplate(templateId));
      case SQL -> () -> Optional.of(new ImportSchema.FromSql(script));
      case JSON -> () -> Optional.of(TablesJson.read(tables));
    };
  }

  private boolean isReady() {
    boolean named = !name.get().isBlank() && nameProblem().isEmpty();
    return named
        && switch (start.get()) {
          case EMPTY, TEMPLATE -> true;
          case SQL -> !sql.get().isBlank();
          case JSON -> !json.get().isBlank();
        };
  }

  private void script(String file, String text) {
    start.set(Start.SQL);
    fileName.set(file);
    sql.set(text);
    if (name.get().isBlank()) {
      name.set(suggested(file));
    }
  }

  private static String suggested(String file) {
    String base = file.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
    String clean = base.replaceAll("[^a-z0-9]+", "_").replaceAll("^[^a-z]+|_+$", "");
    return clean.substring(0, Math.min(40, clean.length()));
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw EngineException.badRequest(Text.of("workspaces.create.tooLarge"));
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw EngineException.badRequest(
          Text.of("workspaces.create.unreadable", String.valueOf(file.getFileName())));
    }
  }
}
