package io.tenantry.app.screens.workspaces;

import io.tenantry.app.dialogs.SheetDraft;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.settings.TextJournal;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
  private static final String NAME = "name";

  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final ObjectProperty<Set<String>> taken = new SimpleObjectProperty<>(Set.of());
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
  private final SheetDraft draft;
  private final BooleanBinding ready =
      Bindings.createBooleanBinding(this::isReady, name, start, sql, json, taken);

  CreateWorkspaceViewModel(
      Workspaces workspaces, TextJournal texts, TaskRunner tasks, Collection<String> taken) {
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.taken.set(Set.copyOf(taken));
    draft =
        new SheetDraft()
            .typed(NAME, name)
            .typed("json", json)
            .chosen("mode", mode, WorkspaceMode::name, text -> among(WorkspaceMode.values(), text))
            .chosen("start", start, Start::name, text -> among(Start.values(), text))
            .chosen("template", template, StartTemplate::id, CreateWorkspaceViewModel::template)
            .chosen("file", fileName, text -> text, Optional::of)
            .chosen("sql", sql, text -> text, Optional::of)
            .inWords(this::typedWords)
            .keptIn(texts, "workspaces.create");
  }

  private static <E extends Enum<E>> Optional<E> among(E[] all, String name) {
    return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
  }

  private static Optional<StartTemplate> template(String id) {
    return Start.templates().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private String typedWords() {
    String typed = name.get().strip();
    return typed.isEmpty() ? Text.of("dialogs.typed") : Text.of("workspaces.create.typed", typed);
  }

  /** Asks for the names that are taken by now: the list below may be older. */
  void learn() {
    tasks
        .call("workspaces.names", workspaces::list)
        .onSuccess(
            all ->
                taken.set(
                    all.stream().map(found -> found.name().value()).collect(Collectors.toSet())))
        .onFailure(_ -> {}) // what is known stays, and the engine answers in the end
        .start();
  }

  /** The names that cannot be given any more. */
  ObservableValue<Set<String>> taken() {
    return taken;
  }

  /** What was typed and not sent yet. */
  SheetDraft draft() {
    return draft;
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
    if (taken.get().contains(typed)) {
      return Optional.of(Text.of("workspaces.create.taken", typed));
    }
    try {
      var _ = new WorkspaceName(typed);
      return Optional.empty();
    } catch (EngineException e) {
      return Optional.of(ErrorPresenter.line(e));
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
        .onFailure(error -> onProblem.accept(ErrorPresenter.line(error)))
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
      draft.given(NAME);
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
