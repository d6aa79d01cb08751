package io.tenantry.app.screens.tenants;

import io.tenantry.app.dialogs.SheetDraft;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.BlueprintSummary;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * One opening of the sheet that creates one tenant, a list, or a CSV of ten thousand, chunk by
 * chunk.
 */
public final class CreateTenantsViewModel {
  private static final int CHUNK = 200;

  private final Tenants tenants;
  private final Blueprints blueprints;
  private final TaskRunner tasks;
  private final List<TenantHome> homes;
  private final SheetDraft draft;

  private final StringProperty names = new SimpleStringProperty("");
  private final ObjectProperty<WorkspaceName> blueprint = new SimpleObjectProperty<>();
  private final ObjectProperty<TenantHome> home = new SimpleObjectProperty<>(TenantHome.SHARED);
  private final ObservableList<WorkspaceName> choices = FXCollections.observableArrayList();
  private final ObservableList<TenantNames.Named> preview = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper canCreate = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();

  public CreateTenantsViewModel(
      Tenants tenants,
      Blueprints blueprints,
      List<Region> regions,
      TextJournal texts,
      TaskRunner tasks) {
    this.tenants = tenants;
    this.blueprints = blueprints;
    this.tasks = tasks;
    this.homes = TenantHome.all(regions);
    this.draft =
        new SheetDraft()
            .typed("names", names)
            .chosen("blueprint", blueprint, WorkspaceName::value, CreateTenantsViewModel::name)
            .chosen("home", home, TenantHome::words, this::home)
            .inWords(this::typedWords)
            .keptIn(texts, "tenants.create");
    names.subscribe((_, text) -> read(text));
    blueprint.subscribe((_, _) -> refresh());
  }

  private static Optional<WorkspaceName> name(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new WorkspaceName(text));
  }

  private Optional<TenantHome> home(String words) {
    return homes.stream().filter(each -> each.words().equals(words)).findFirst();
  }

  private String typedWords() {
    return preview.isEmpty()
        ? Text.of("dialogs.typed")
        : Figures.count(
            preview.size(), Text.of("tenants.create.one"), Text.of("tenants.create.many"));
  }

  /** What was typed and not sent yet. */
  SheetDraft draft() {
    return draft;
  }

  /** Names, one per line or as CSV. */
  StringProperty namesProperty() {
    return names;
  }

  ObjectProperty<WorkspaceName> blueprintProperty() {
    return blueprint;
  }

  /** Where their databases will live. */
  ObjectProperty<TenantHome> homeProperty() {
    return home;
  }

  /** The shared host, then a host of its own in each region. */
  List<TenantHome> homes() {
    return homes;
  }

  ObservableList<WorkspaceName> choices() {
    return choices;
  }

  /** Names and the ids they get. */
  ObservableList<TenantNames.Named> preview() {
    return preview;
  }

  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canCreate() {
    return canCreate.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty working() {
    return working.getReadOnlyProperty();
  }

  ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /** Loads the blueprints to choose from. */
  void load() {
    tasks.call("tenants.blueprints", blueprints::list).onSuccess(this::offer).latest(this).start();
  }

  private void offer(List<BlueprintSummary> found) {
    WorkspaceName before = blueprint.get();
    choices.setAll(found.stream().map(BlueprintSummary::name).toList());
    blueprint.set(choices.contains(before) ? before : choices.stream().findFirst().orElse(null));
  }

  private void read(String text) {
    try {
      preview.setAll(TenantNames.fromCsv(text));
      problem.set("");
    } catch (EngineException e) {
      preview.clear();
      problem.set(e.message());
    }
    refresh();
  }

  private void refresh() {
    boolean anyUsable = preview.stream().anyMatch(TenantNames.Named::usable);
    canCreate.set(anyUsable && blueprint.get() != null && !working.get());
  }

  /** The ids that will be made. */
  List<String> wanted() {
    return preview.stream().filter(TenantNames.Named::usable).map(TenantNames.Named::id).toList();
  }

  /** Creates all usable ones; answers what was created and what failed. */
  void create(Consumer<CreatedTenants> then) {
    List<String> ids = wanted();
    TenantDatabaseRequest database = home.get().request(blueprint.get());
    working.set(true);
    progress.set(0);
    refresh();
    next(ids, 0, database, new Sum(), then);
  }

  private void next(
      List<String> ids,
      int from,
      TenantDatabaseRequest database,
      Sum sum,
      Consumer<CreatedTenants> then) {
    if (from >= ids.size()) {
      finished();
      then.accept(sum.result());
      return;
    }
    int to = Math.min(from + CHUNK, ids.size());
    CreateTenants request = new CreateTenants(ids.subList(from, to), List.of(database));
    tasks
        .call("tenants.create", () -> tenants.createMany(request))
        .onSuccess(
            part -> {
              sum.add(part);
              progress.set((double) to / ids.size());
              next(ids, to, database, sum, then);
            })
        .onFailure(
            error -> {
              finished();
              problem.set(
                  Text.of(
                      "tenants.create.stopped",
                      Figures.count(sum.created.size()),
                      error.message()));
            })
        .start();
  }

  private void finished() {
    working.set(false);
    refresh();
  }

  private static final class Sum {
    private final List<io.tenantry.contract.tenants.Tenant> created = new ArrayList<>();
    private final List<CreatedTenants.Failure> failed = new ArrayList<>();

    void add(CreatedTenants part) {
      created.addAll(part.created());
      failed.addAll(part.failed());
    }

    CreatedTenants result() {
      return new CreatedTenants(created, failed);
    }
  }
}
